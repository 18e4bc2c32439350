/**
 * Least squares, two-stage least squares and limited-information maximum likelihood, with evidence
 * on instruments.
 */
@NullMarked
package careworkforce.common.estimate.linear;

import org.jspecify.annotations.NullMarked;
