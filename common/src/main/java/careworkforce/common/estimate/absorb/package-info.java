/**
 * Fixed effects removed exactly: the largest by demeaning, the others through its Schur complement.
 */
@NullMarked
package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.NullMarked;
