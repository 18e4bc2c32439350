package careworkforce.common.estimate.shiftshare;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.dense.Inference;
import careworkforce.common.estimate.dense.LeastSquares;
import careworkforce.common.estimate.dense.Sandwich;
import careworkforce.common.estimate.dense.ScaledCholesky;
import careworkforce.common.estimate.dense.Symmetric;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shift-share regressions with standard errors that allow residuals to be correlated among
 * locations that share sectors.
 *
 * <p>Source: R. Adão, M. Kolesár and E. Morales (2019), Shift-share designs: theory and inference,
 * Quarterly Journal of Economics 134(4), formulas (26)–(29) and (36)–(39). With {@code x} the
 * shift-share variable residualised on the controls, {@code e} the weighted residual and {@code X =
 * (W'W)^-1 W'x} the sector shocks behind it (weighted like the regression), the variance is {@code
 * sum_c (sum_{s in c} X_s W_s'e)^2 / (x'D)^2}, over clusters c of sectors, D the treatment.
 */
public final class AdaoKolesarMorales {

  private AdaoKolesarMorales() {}

  /**
   * Fits the regression and tests against zero.
   *
   * @throws IllegalArgumentException if sectors' shares are collinear, or the shift-share variable
   *     is explained by the controls
   */
  public static ShiftShareFit fit(ShiftShareDesign design) {
    double[] w = design.weightsOrOnes();
    int n = w.length;
    LeastSquares instrument = LeastSquares.fit(design.shiftShare(), design.controls(), w);
    double[] x = instrument.residuals();
    double[] y = LeastSquares.fit(design.outcome(), design.controls(), w).residuals();
    double[] d =
        design.treatment() == null
            ? x
            : LeastSquares.fit(design.treatment(), design.controls(), w).residuals();
    requireVariation(x, design.shiftShare(), w);

    double cross = Symmetric.dot(x, w, d);
    double estimate = Symmetric.dot(x, w, y) / cross;
    double[] e = new double[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      e[i] = y[i] - d[i] * estimate;
      score[i] = w[i] * e[i] * x[i];
    }
    int k = instrument.rank() + 1;
    double sigma2 = Symmetric.dot(e, w, e) / (n - k);
    double homoskedastic = Math.sqrt(sigma2 * Symmetric.dot(x, w, x));
    double robust = Math.sqrt(SmallSample.robust(n, k) * Symmetric.dot(score, score));
    double size = Math.abs(cross);

    double[] shocks = sectorShocks(design.shares(), x, w);
    double[] r = sectorScores(design, shocks, w, e);
    double[] rNull = sectorScores(design, shocks, w, y);
    double[] rTreatment = sectorScores(design, shocks, w, d);
    ConfidenceSet set = nullImposed(estimate, cross, r, rTreatment);
    return new ShiftShareFit(
        estimate,
        Inference.normal(estimate, homoskedastic / size),
        Inference.normal(estimate, robust / size),
        regional(design, score, estimate, size, k),
        Inference.normal(estimate, norm(r) / size),
        describe(estimate, size, norm(rNull), set),
        set);
  }

  private static void requireVariation(double[] x, double[] raw, double[] w) {
    if (Symmetric.dot(x, w, x) <= LeastSquares.TOLERANCE * Symmetric.dot(raw, w, raw)) {
      throw new IllegalArgumentException(
          "Cannot fit a shift-share regression: because the controls explain the shift-share variable. Drop the controls that are themselves sums of the shares.");
    }
  }

  private static @Nullable Inference regional(
      ShiftShareDesign design, double[] score, double estimate, double size, int k) {
    int[] regions = design.regions();
    if (regions == null) {
      return null;
    }
    double[] sums = Sandwich.sums(new double[][] {score}, regions)[0];
    long clusters = Arrays.stream(regions).distinct().count();
    double factor = SmallSample.cluster(score.length, k, clusters);
    return Inference.normal(estimate, Math.sqrt(factor) * norm(sums) / size);
  }

  /** Sector shocks behind the residualised variable: a weighted regression of it on the shares. */
  private static double[] sectorShocks(Shares shares, double[] x, double[] w) {
    double[][] gram = shares.gram(w);
    ScaledCholesky factor = ScaledCholesky.of(gram);
    for (int s = 0; s < gram.length; s++) {
      if (!factor.kept()[s] && gram[s][s] > 0) {
        throw new IllegalArgumentException(
            "Cannot compute AKM standard errors: because the shares of sector %d are a combination of other sectors' shares. Merge or drop sectors until the %d of them are independent over the %d locations."
                .formatted(s, shares.sectors(), shares.locations()));
      }
    }
    double[] weighted = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      weighted[i] = w[i] * x[i];
    }
    return factor.solve(shares.toSectors(weighted));
  }

  private static double[] sectorScores(
      ShiftShareDesign design, double[] shocks, double[] w, double[] v) {
    double[] weighted = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      weighted[i] = w[i] * v[i];
    }
    double[] sums = design.shares().toSectors(weighted);
    for (int s = 0; s < sums.length; s++) {
      sums[s] *= shocks[s];
    }
    int[] clusters = design.sectorClusters();
    return clusters == null ? sums : Sandwich.sums(new double[][] {sums}, clusters)[0];
  }

  private static ConfidenceSet nullImposed(
      double estimate, double cross, double[] r, double[] rTreatment) {
    double z = Inference.normalQuantile(1 - (1 - Coefficient.LEVEL) / 2);
    double q = cross * cross / (z * z) - Symmetric.dot(rTreatment, rTreatment);
    double shift = Symmetric.dot(r, rTreatment) / q;
    double spread = shift * shift + Symmetric.dot(r, r) / q;
    return ConfidenceSet.quadratic(q, estimate - shift, spread);
  }

  private static Inference describe(
      double estimate, double size, double nullNorm, ConfidenceSet set) {
    double z = Inference.normalQuantile(1 - (1 - Coefficient.LEVEL) / 2);
    boolean bounded = set.shape() == ConfidenceSet.Shape.INTERVAL;
    double se = bounded ? (set.high() - set.low()) / (2 * z) : Double.POSITIVE_INFINITY;
    double statistic = estimate * size / nullNorm;
    double p = 2 * Inference.normalTail(Math.abs(statistic));
    return new Inference(estimate, se, statistic, p, set.low(), set.high());
  }

  private static double norm(double[] v) {
    return Math.sqrt(Symmetric.dot(v, v));
  }
}
