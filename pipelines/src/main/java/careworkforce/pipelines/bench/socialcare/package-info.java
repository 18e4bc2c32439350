/** The study of care homes and residents at the size of England, timed stage by stage. */
@NullMarked
package careworkforce.pipelines.bench.socialcare;

import org.jspecify.annotations.NullMarked;
