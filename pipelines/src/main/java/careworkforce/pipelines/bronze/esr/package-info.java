/** The Electronic Staff Record: monthly assignments and absence episodes of NHS staff. */
@NullMarked
package careworkforce.pipelines.bronze.esr;

import org.jspecify.annotations.NullMarked;
