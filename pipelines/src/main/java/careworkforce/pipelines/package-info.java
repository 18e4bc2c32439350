/** The research programme on the health and social care workforce. */
@NullMarked
package careworkforce.pipelines;

import org.jspecify.annotations.NullMarked;
