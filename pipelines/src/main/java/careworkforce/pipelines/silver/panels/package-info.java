/** Establishments, care homes and residents over time. */
@NullMarked
package careworkforce.pipelines.silver.panels;

import org.jspecify.annotations.NullMarked;
