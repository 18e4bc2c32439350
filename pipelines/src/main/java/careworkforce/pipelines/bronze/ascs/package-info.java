/** The Adult Social Care Survey of people who use council-funded care. */
@NullMarked
package careworkforce.pipelines.bronze.ascs;

import org.jspecify.annotations.NullMarked;
