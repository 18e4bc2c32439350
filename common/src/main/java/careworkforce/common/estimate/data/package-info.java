/**
 * Rows held as primitive columns, read from delimited files or streamed from Spark, with what was
 * dropped and why.
 */
@NullMarked
package careworkforce.common.estimate.data;

import org.jspecify.annotations.NullMarked;
