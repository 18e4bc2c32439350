package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import java.util.Locale;

/**
 * A small-sample convention: how parameters are counted and which factors multiply the variance.
 *
 * <p>K = p + 1 + sum over counted effects of (levels - 1 - redundant); without effects K = p. The
 * factor is (N-1)/(N-K) G/(G-1) for clusters and N/(N-K) otherwise. Source: Bergé, "On standard
 * errors" (fixest); Correia, reghdfe.
 *
 * @param name as printed
 * @param counted which effects' levels count as parameters
 * @param redundant how redundant levels among them are found
 * @param adjustParameters whether the factor with K applies
 * @param clusters which G enters G/(G-1), if any
 * @param smallerDegrees whether t has min(N-K, G-1) degrees rather than G-1
 */
public record SmallSample(
    String name,
    Counted counted,
    Redundant redundant,
    boolean adjustParameters,
    ClusterFactor clusters,
    boolean smallerDegrees) {

  /** Which absorbed effects count as parameters. */
  public enum Counted {
    /** Those not nested within a cluster. */
    NOT_NESTED,
    /** All of them. */
    ALL,
    /** None. */
    NONE
  }

  /** How many levels of the counted effects are taken as redundant beyond one each. */
  public enum Redundant {
    /** None. */
    IGNORED,
    /** As many as pairs of effects have connected components. */
    PAIRWISE,
    /** Exactly, from the rank of the effects' columns. */
    RANK
  }

  /** The number of clusters in the factor G/(G-1). */
  public enum ClusterFactor {
    /** The smallest of the clusterings, for all pieces. */
    SMALLEST,
    /** Each piece its own. */
    OWN,
    /** No such factor. */
    NONE
  }

  /** fixest's default: nested effects do not count, no redundancy looked for, smallest G. */
  public static final SmallSample FIXEST =
      new SmallSample(
          "fixest", Counted.NOT_NESTED, Redundant.IGNORED, true, ClusterFactor.SMALLEST, false);

  /** reghdfe's default: redundancy from connected components of pairs of effects. */
  public static final SmallSample REGHDFE =
      new SmallSample(
          "reghdfe", Counted.NOT_NESTED, Redundant.PAIRWISE, true, ClusterFactor.SMALLEST, true);

  /** As fixest, with the exact number of parameters. */
  public static final SmallSample EXACT =
      new SmallSample(
          "exact", Counted.NOT_NESTED, Redundant.RANK, true, ClusterFactor.SMALLEST, false);

  /** No factors at all. */
  public static final SmallSample NONE =
      new SmallSample(
          "none", Counted.NOT_NESTED, Redundant.IGNORED, false, ClusterFactor.NONE, false);

  /**
   * The convention of a name.
   *
   * @throws UserError if there is none
   */
  public static SmallSample named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "fixest" -> FIXEST;
      case "reghdfe" -> REGHDFE;
      case "exact" -> EXACT;
      case "none" -> NONE;
      default ->
          throw UserError.usage(
              "use small-sample convention '" + name + "'",
              "there is none of that name",
              "Give fixest, reghdfe, exact or none");
    };
  }

  /** {@code N / (N - K)}, the factor of heteroskedasticity-robust variances (HC1). */
  public static double robust(double rows, double parameters) {
    return rows / (rows - parameters);
  }

  /** {@code (N - 1) / (N - K) * G / (G - 1)}, the factor of clustered variances. */
  public static double cluster(double rows, double parameters, double clusters) {
    return (rows - 1) / (rows - parameters) * clusters / (clusters - 1);
  }

  /** The same with other effects counted. */
  public SmallSample counting(Counted other) {
    return new SmallSample(name, other, redundant, adjustParameters, clusters, smallerDegrees);
  }

  /** The same with another cluster factor. */
  public SmallSample with(ClusterFactor other) {
    return new SmallSample(name, counted, redundant, adjustParameters, other, smallerDegrees);
  }
}
