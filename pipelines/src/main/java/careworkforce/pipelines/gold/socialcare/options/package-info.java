/** What outside options do to staff of care homes. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.options;

import org.jspecify.annotations.NullMarked;
