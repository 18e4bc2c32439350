/** Fits as tables, JSON and pictures. */
@NullMarked
package careworkforce.common.estimate.table;

import org.jspecify.annotations.NullMarked;
