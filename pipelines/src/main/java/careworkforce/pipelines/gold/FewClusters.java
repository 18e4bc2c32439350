package careworkforce.pipelines.gold;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.variance.WildBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * Linear models clustered by one column; with fewer than {@value #FEW} clusters (methods 2.5) tests
 * and intervals are those of the wild cluster bootstrap, residuals under the null (Cameron, Gelbach
 * and Miller 2008), with instruments those of its efficient kind (Davidson and MacKinnon 2010), and
 * there are none below {@value #FEWEST}, of a constant, which is not drawn, and with several
 * instrumented regressors. Estimate and standard error stay as they are.
 */
public final class FewClusters {
  /** Clusters from which the sandwich is trusted. */
  public static final int FEW = 30;

  /**
   * Clusters from which the bootstrap is: the signs of five make 16 values of |t|, of which not the
   * most extreme would be one in twenty.
   */
  public static final int FEWEST = 6;

  /** Clusters below which weights have six points in place of two (Webb 2023). */
  private static final int SIX_POINTS_BELOW = 12;

  private static final int DRAWS = 9_999;
  private static final long SEED = 1;

  private FewClusters() {}

  /**
   * Fits, and bootstraps where there are few clusters; of a model with instruments the one
   * instrumented regressor.
   *
   * @param told the slopes that are told, which alone are bootstrapped; all if none is named
   */
  public static Fit fit(Estimate linear, String cluster, String... told) {
    Fit fit = linear.cluster(cluster).fit();
    long clusters = Evidence.clusters(fit);
    return !severalInstrumented(fit) && FEWEST <= clusters && clusters < FEW
        ? linear
            .wildBootstrap(DRAWS, SEED)
            .bootstrapWeights(clusters < SIX_POINTS_BELOW ? "webb" : "rademacher")
            .bootstrapOnly(told)
            .fit()
        : fit;
  }

  /** Whether clusters are too few for the sandwich. */
  public static boolean few(long clusters) {
    return 0 < clusters && clusters < FEW;
  }

  /**
   * A coefficient; of a linear model with few clusters with the bootstrap's test and interval, or
   * with none where there is no bootstrap.
   */
  public static Coefficient coefficient(Fit fit, String name) {
    Coefficient plain = fit.coefficient(name);
    WildBootstrap test = test(fit, name);
    if (test != null) {
      return inferred(plain, test.pValue(), test.ciLow(), test.ciHigh());
    }
    return linear(fit) && few(Evidence.clusters(fit)) ? without(plain) : plain;
  }

  /** The bootstrap's test of that name; null if there is none or clusters are too few for it. */
  public static @Nullable WildBootstrap test(Fit fit, String name) {
    return tooFew(fit)
        ? null
        : fit.bootstraps().stream()
            .filter(b -> b.coefficient().equals(name))
            .findFirst()
            .orElse(null);
  }

  private static boolean tooFew(Fit fit) {
    return linear(fit) && few(Evidence.clusters(fit)) && Evidence.clusters(fit) < FEWEST;
  }

  /** A coefficient without test and interval. */
  static Coefficient without(Coefficient of) {
    return inferred(of, Double.NaN, Double.NaN, Double.NaN);
  }

  private static Coefficient inferred(Coefficient of, double p, double low, double high) {
    return new Coefficient(
        of.name(), of.estimate(), of.standardError(), of.statistic(), p, low, high);
  }

  private static boolean linear(Fit fit) {
    return fit.family().equals("gaussian");
  }

  /** The variance in words, and what tests and intervals stand on. */
  public static String variance(Fit fit) {
    String type = fit.variance().type();
    long clusters = Evidence.clusters(fit);
    if (tooFew(fit)) {
      return type + ", " + missing(clusters, FEWEST);
    }
    if (!fit.bootstraps().isEmpty()) {
      return type
          + ", test and interval by wild "
          + (fit.instruments() == null ? "cluster" : "restricted efficient cluster")
          + " bootstrap of "
          + fit.bootstraps().get(0).draws()
          + " draws"
          + (fit.bootstraps().get(0).weights().equals("webb") ? ", six-point weights" : "");
    }
    return linear(fit) && few(clusters)
        ? type
            + ", "
            + missing(clusters, FEW)
            + (severalInstrumented(fit)
                ? " with several instrumented regressors"
                : " without a bootstrap")
        : type;
  }

  private static boolean severalInstrumented(Fit fit) {
    return fit.instruments() != null && fit.instruments().firstStages().size() != 1;
  }

  /** Why there is neither test nor interval. */
  static String missing(long clusters, int least) {
    return "no test and no interval: "
        + clusters
        + " clusters, and they take "
        + least
        + " or more";
  }
}
