/** The monthly link of care home residents to addresses. */
@NullMarked
package careworkforce.pipelines.bronze.addresslink;

import org.jspecify.annotations.NullMarked;
