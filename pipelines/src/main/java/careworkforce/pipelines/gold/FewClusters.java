package careworkforce.pipelines.gold;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;

/**
 * Least squares clustered by one column; with fewer than {@value #FEW} clusters tests and intervals
 * are those of the wild cluster bootstrap (Cameron, Gelbach and Miller 2008; the bound is methods
 * 2.5's), under which estimate and standard error stay as they are.
 */
public final class FewClusters {
  /** Clusters from which the sandwich is trusted. */
  public static final int FEW = 30;

  private static final int DRAWS = 9_999;
  private static final long SEED = 1;

  private FewClusters() {}

  /**
   * Fits, and bootstraps where there are few clusters.
   *
   * @param told the slopes that are told, which alone are bootstrapped; all if none is named
   */
  public static Fit fit(Estimate linear, String cluster, String... told) {
    Fit fit = linear.cluster(cluster).fit();
    return Evidence.clusters(fit) < FEW
        ? linear.wildBootstrap(DRAWS, SEED).bootstrapOnly(told).fit()
        : fit;
  }

  /** A coefficient, with the bootstrap's test and interval where there is one. */
  public static Coefficient coefficient(Fit fit, String name) {
    Coefficient plain = fit.coefficient(name);
    return fit.bootstraps().stream()
        .filter(b -> b.coefficient().equals(name))
        .findFirst()
        .map(
            b ->
                new Coefficient(
                    name,
                    plain.estimate(),
                    plain.standardError(),
                    plain.statistic(),
                    b.pValue(),
                    b.ciLow(),
                    b.ciHigh()))
        .orElse(plain);
  }

  /** The variance in words. */
  static String variance(Fit fit) {
    return fit.bootstraps().isEmpty()
        ? fit.variance().type()
        : fit.variance().type()
            + ", test and interval by wild cluster bootstrap of "
            + fit.bootstraps().get(0).draws()
            + " draws";
  }
}
