/** Regressions whose treatment or instrument is a share-weighted sum of common shocks. */
@NullMarked
package careworkforce.common.estimate.shiftshare;

import org.jspecify.annotations.NullMarked;
