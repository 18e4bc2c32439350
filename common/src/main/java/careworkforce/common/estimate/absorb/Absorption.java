package careworkforce.common.estimate.absorb;

/**
 * What is left of some columns after the effects are taken out, and the evidence that they are.
 *
 * @param residuals one array a column, rows in the caller's order
 * @param certificate largest weighted group mean left in any residual, relative to its column's
 *     spread
 * @param iterations conjugate-gradient iterations, or refinement rounds of a direct solve
 * @param converged whether the certificate and the reduced system's residual are within tolerance
 * @param solver the solver that was used
 */
public record Absorption(
    double[][] residuals,
    double certificate,
    int iterations,
    boolean converged,
    AbsorbOptions.Solver solver) {}
