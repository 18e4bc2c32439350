package careworkforce.pipelines.gold;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.ClusterScores;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.WildBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * Fits linear models with errors clustered by one column. With {@value #FEW} clusters or more
 * (methods 2.5) tests and intervals are the sandwich's. With {@value #FEWEST} or more, but fewer
 * than those, they are the wild cluster bootstrap's with the null imposed (Cameron, Gelbach and
 * Miller 2008), and for instruments those of its efficient form (Davidson and MacKinnon 2010);
 * there are none for a constant, nor with several instrumented regressors. With still fewer
 * clusters there are none at all. An estimate that is a sum of scores of clusters is bootstrapped
 * by these scores (Kline and Santos 2012). The estimate and its standard error are never changed.
 */
public final class FewClusters {
  /** Clusters from which the sandwich is trusted, here as in the notes of fits. */
  public static final int FEW = VarianceMatrix.FEW_CLUSTERS;

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
            .bootstrapWeights(weights(clusters))
            .bootstrapOnly(told)
            .fit()
        : fit;
  }

  private static String weights(long clusters) {
    return clusters < SIX_POINTS_BELOW ? "webb" : "rademacher";
  }

  /** A finding with the test and interval of draws of its scores; with none of too few clusters. */
  static Finding bootstrapped(Finding of, ClusterScores scores) {
    int clusters = scores.influences().length;
    if (clusters < FEWEST) {
      return of.inferred(without(of.effect()), missing(clusters, FEWEST));
    }
    if (!(of.effect().standardError() > 0)) {
      return of.inferred(without(of.effect()), "no test and no interval: its clusters are alike");
    }
    WildBootstrap test =
        scores.bootstrap(of.effect(), DRAWS, weights(clusters), SEED, Coefficient.LEVEL);
    return of.inferred(
        inferred(of.effect(), test.pValue(), test.ciLow(), test.ciHigh()),
        drawn("cluster bootstrap by scores", test));
  }

  /** What tests and intervals of a bootstrap stand on. */
  private static String drawn(String kind, WildBootstrap test) {
    return "test and interval by wild "
        + kind
        + " of "
        + test.draws()
        + " draws"
        + (test.weights().equals("webb") ? ", six-point weights" : "");
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
      String kind = fit.instruments() == null ? "cluster" : "restricted efficient cluster";
      return type + ", " + drawn(kind + " bootstrap", fit.bootstraps().get(0));
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
