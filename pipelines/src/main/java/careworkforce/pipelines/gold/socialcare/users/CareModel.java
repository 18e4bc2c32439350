package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Saturation;

/**
 * The study's equations (methods 2.8): outcome, labour supply and instrument within home and within
 * region and month; rates weighted by resident-days, counts with an offset of log resident-months,
 * clusters travel-to-work areas. A model with an effect for nearly every row is refused, as {@link
 * Saturation} has it.
 *
 * @param effects what is absorbed, and exogenous regressors before it
 * @param cluster column of the clusters
 * @param weights column of the weights; empty for none
 */
record CareModel(String effects, String cluster, String weights) {
  private static final int DRAWS = 999;
  private static final long SEED = 210;

  /** As the headline has it. */
  static final CareModel HEADLINE =
      new CareModel("home + region^month", CarePanel.TTWA, CarePanel.DAYS);

  /** The same of home-months, whether or not residents were found. */
  static final CareModel STAFF = new CareModel("home + region^month", CarePanel.TTWA, "");

  /**
   * That of an outcome. States of a home count alike however many live there; ratings, of which a
   * home has few, stand within region and year.
   */
  static CareModel of(CareOutcome outcome) {
    return switch (outcome) {
      case RATING -> HEADLINE.weighted("").absorbing("home + region^year");
      case INSPECTED -> HEADLINE.weighted("");
      default -> HEADLINE;
    };
  }

  /** Why what instruments do within the effects is taken for what staff do. */
  String byStaffAlone() {
    return "jobs outside care, within "
        + effects.replace(" + ", " and ").replace("^", " by ")
        + ", are taken to reach residents by way of staff alone";
  }

  /** The same with other clusters. */
  CareModel clustered(String by) {
    return new CareModel(effects, by, weights);
  }

  /** The same with other effects. */
  CareModel absorbing(String others) {
    return new CareModel(others, cluster, weights);
  }

  /** The same with other weights, or none. */
  CareModel weighted(String by) {
    return new CareModel(effects, cluster, by);
  }

  /** Two-stage least squares. */
  Fit iv(Frame sample, String outcome, String exposure, String instrument) {
    return iv(sample, outcome, "1", exposure, instrument);
  }

  /** Two-stage least squares with an exogenous regressor. */
  Fit iv(Frame sample, String outcome, String control, String exposure, String instrument) {
    String formula =
        outcome + " ~ " + control + " | " + effects + " | " + exposure + " ~ " + instrument;
    return fit(Estimate.iv(formula, sample).causal(), exposure);
  }

  /** Two-stage least squares with the wild bootstrap, however many clusters there are. */
  Fit drawnIv(Frame sample, String outcome, String exposure, String instrument) {
    String formula = outcome + " ~ 1 | " + effects + " | " + exposure + " ~ " + instrument;
    Estimate iv = Estimate.iv(formula, sample).causal().cluster(cluster);
    return Saturation.none(
        (weights.isEmpty() ? iv : iv.weights(weights)).wildBootstrap(DRAWS, SEED).fit());
  }

  /** Least squares of one on another. */
  Fit ols(Frame sample, String outcome, String regressor) {
    return fit(Estimate.ols(outcome + " ~ " + regressor + " | " + effects, sample), regressor);
  }

  /** Least squares on the instrument, which may be read as causal. */
  Fit reducedForm(Frame sample, String outcome, String instrument) {
    return fit(Estimate.ols(outcome + " ~ " + instrument + " | " + effects, sample).causal());
  }

  /** The same, inference by the sandwich however few clusters there are. */
  Fit plain(Frame sample, String outcome, String regressor) {
    Estimate ols = Estimate.ols(outcome + " ~ " + regressor + " | " + effects, sample);
    Estimate clustered = ols.causal().cluster(cluster);
    return Saturation.none((weights.isEmpty() ? clustered : clustered.weights(weights)).fit());
  }

  /** Poisson pseudo-maximum likelihood of a count. */
  Fit poisson(Frame sample, String count, String regressors) {
    return Saturation.none(
        Estimate.of(Family.named("poisson"), count + " ~ " + regressors + " | " + effects, sample)
            .offset(CarePanel.LOG_MONTHS)
            .cluster(cluster)
            .fit());
  }

  /** The rows of a sample that a fit of it rests on. */
  Frame used(Frame sample, Fit fit) {
    Estimate same = Estimate.of(Family.named(fit.family()), fit.formula(), sample).cluster(cluster);
    if (fit.family().equals("poisson")) {
      return sample.take(same.offset(CarePanel.LOG_MONTHS).rows());
    }
    return sample.take((weights.isEmpty() ? same : same.weights(weights)).rows());
  }

  /** Mean of a column over the rows that a fit of the sample rests on, weighted as the model is. */
  double mean(Frame sample, Fit fit, String column) {
    return mean(used(sample, fit), column, weights);
  }

  /** Mean of a column over rows that all have it, weighted unless there are no weights. */
  static double mean(Frame rows, String column, String weights) {
    double[] values = rows.numbers(column);
    double[] weight = weights.isEmpty() ? null : rows.numbers(weights);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double w = weight == null ? 1 : weight[i];
      total += w * values[i];
      sum += w;
    }
    return total / sum;
  }

  private Fit fit(Estimate estimate, String... told) {
    return Saturation.none(
        FewClusters.fit(weights.isEmpty() ? estimate : estimate.weights(weights), cluster, told));
  }
}
