package careworkforce.pipelines.gold;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.ClusterScores;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewClustersTest {
  private static final String NONE = "no test and no interval: ";

  @ParameterizedTest
  @CsvSource({
    "6, 'cluster bootstrap of 9999 draws, six-point weights'",
    "11, 'cluster bootstrap of 9999 draws, six-point weights'",
    "12, 'cluster bootstrap of 4096 draws'",
    "29, 'cluster bootstrap of 9999 draws'"
  })
  void shouldTestByTheBootstrapBelowThirtyClusters(int clusters, String drawn) {
    Fit fit = FewClusters.fit(Estimate.ols("y ~ d + z", data(clusters)), "g", "d");
    assertThat(FewClusters.variance(fit))
        .isEqualTo("cluster:g, test and interval by wild " + drawn);
    assertDrawn(fit);
  }

  @Test
  void shouldTestAnInstrumentedRegressorByTheEfficientBootstrap() {
    Fit fit = FewClusters.fit(Estimate.iv("y ~ x | d ~ z", data(8)), "g", "d");
    assertThat(FewClusters.variance(fit))
        .isEqualTo(
            "cluster:g, test and interval by wild restricted efficient cluster bootstrap of 9999"
                + " draws, six-point weights");
    assertDrawn(fit);
    assertThat(FewClusters.coefficient(fit, "x").pValue()).as("of a control").isNaN();
  }

  @Test
  void shouldLeaveThirtyClustersToTheSandwich() {
    Fit fit = FewClusters.fit(Estimate.iv("y ~ 1 | d ~ z", data(30)), "g");
    assertThat(fit.bootstraps()).isEmpty();
    assertThat(FewClusters.coefficient(fit, "d")).isEqualTo(fit.coefficient("d"));
    assertThat(Evidence.of(fit).variance()).isEqualTo("cluster:g");
  }

  @Test
  void shouldTellNoIntervalOfFiveClusters() {
    Fit fit = FewClusters.fit(Estimate.iv("y ~ 1 | d ~ z", data(5)), "g");
    assertWithout(FewClusters.coefficient(fit, "d"), fit.coefficient("d"));
    assertThat(Evidence.of(fit).variance())
        .isEqualTo("cluster:g, " + NONE + "5 clusters, and they take 6 or more");
  }

  @Test
  void shouldTellNoIntervalOfFiveClustersThoughTheyWereDrawn() {
    Fit fit = Estimate.ols("y ~ d", data(5)).cluster("g").wildBootstrap(999, 1).fit();
    assertWithout(FewClusters.coefficient(fit, "d"), fit.coefficient("d"));
    assertThat(FewClusters.variance(fit)).endsWith("5 clusters, and they take 6 or more");
  }

  @Test
  void shouldTellNoIntervalOfTwoInstrumentedRegressors() {
    Fit fit = FewClusters.fit(Estimate.iv("y ~ 1 | d + x ~ z + w", data(20)), "g");
    assertWithout(FewClusters.coefficient(fit, "d"), fit.coefficient("d"));
    assertThat(Evidence.of(fit).variance())
        .isEqualTo(
            "cluster:g, "
                + NONE
                + "20 clusters, and they take 30 or more with several instrumented regressors");
  }

  @Test
  void shouldTellNoIntervalOfAMeanOfFewClusters() {
    Fit fit = FewClusters.fit(Estimate.ols("y ~ 1", data(12)), "g");
    assertWithout(FewClusters.coefficient(fit, "(Intercept)"), fit.coefficient("(Intercept)"));
    assertThat(Evidence.of(fit).variance())
        .isEqualTo(
            "cluster:g, " + NONE + "12 clusters, and they take 30 or more without a bootstrap");
  }

  @Test
  void shouldTakeTestAndIntervalFromWhatNeedsManyClusters() {
    Finding few = poisson(29);
    Finding told = few.ofManyClusters("a Poisson model");
    assertWithout(told.effect(), few.effect());
    assertThat(told.evidence().variance())
        .isEqualTo(
            "cluster:g, " + NONE + "29 clusters, and they take 30 or more of a Poisson model");
    assertThat(told.values()).containsNull().doesNotContain(Double.NaN);
    assertThat(poisson(30).ofManyClusters("a Poisson model")).isEqualTo(poisson(30));
  }

  @ParameterizedTest
  @CsvSource({"6, '9999 draws, six-point weights'", "12, '4096 draws'", "29, '9999 draws'"})
  void shouldTestByScoresBelowThirtyClusters(int clusters, String drawn) {
    Finding told = mean(clusters).ofClusters(scores(clusters));
    assertThat(told.evidence().variance())
        .isEqualTo("cluster:g, test and interval by wild cluster bootstrap by scores of " + drawn);
    assertThat(told.effect().pValue()).isBetween(0.001, 0.999);
    assertThat(told.effect().ciLow()).isLessThan(0.5);
    assertThat(told.effect().ciHigh()).isGreaterThan(0.5);
    assertThat(told.effect().standardError()).isEqualTo(mean(clusters).effect().standardError());
  }

  @Test
  void shouldNotTestByScoresOfFiveClustersNorNeedThemOfThirty() {
    Finding five = mean(5).ofClusters(scores(5));
    assertWithout(five.effect(), mean(5).effect());
    assertThat(five.evidence().variance())
        .isEqualTo("cluster:g, " + NONE + "5 clusters, and they take 6 or more");
    assertThat(mean(30).ofClusters(scores(30))).isEqualTo(mean(30));
  }

  /** What clusters of equal size add to a mean of a half: one up, the next down, in thirds. */
  private static ClusterScores scores(int clusters) {
    double[] influences = new double[clusters];
    double[] shares = new double[clusters];
    for (int g = 0; g < clusters; g++) {
      influences[g] = new double[] {1, -3, 2}[g % 3] / clusters;
      shares[g] = 1.0 / clusters;
    }
    return new ClusterScores(influences, shares);
  }

  private static Finding mean(int clusters) {
    double squares = 0;
    for (double influence : scores(clusters).influences()) {
      squares += influence * influence;
    }
    double error = Math.sqrt(squares * clusters / (clusters - 1.0));
    Question question = new Question("share", "drawn", "mean", "1", "association", "drawn");
    return new Finding(
        question,
        "mean",
        Coefficient.of("mean", 0.5, error, clusters - 1.0, 0.95),
        new Evidence(10 * clusters, clusters, "cluster:g", "mean"));
  }

  private static void assertDrawn(Fit fit) {
    WildBootstrap drawn = fit.bootstraps().get(0);
    Coefficient told = FewClusters.coefficient(fit, "d");
    assertThat(told.pValue()).isEqualTo(drawn.pValue());
    assertThat(told.ciLow()).isEqualTo(drawn.ciLow()).isLessThan(told.estimate());
    assertThat(told.ciHigh()).isEqualTo(drawn.ciHigh()).isGreaterThan(told.estimate());
    assertThat(told.standardError()).isEqualTo(fit.coefficient("d").standardError());
  }

  private static void assertWithout(Coefficient told, Coefficient plain) {
    assertThat(told.estimate()).isEqualTo(plain.estimate());
    assertThat(told.standardError()).isEqualTo(plain.standardError());
    assertThat(new double[] {told.pValue(), told.ciLow(), told.ciHigh()}).containsOnly(Double.NaN);
  }

  private static Finding poisson(int clusters) {
    Fit fit = Estimate.of(Family.named("poisson"), "count ~ d", data(clusters)).cluster("g").fit();
    Question question = new Question("count", "drawn", "ppml", "1", "association", "drawn");
    return new Finding(question, "d", FewClusters.coefficient(fit, "d"), Evidence.of(fit));
  }

  private static Frame data(int clusters) {
    Random random = new Random(3);
    int rows = 10 * clusters;
    double[][] columns = new double[7][rows];
    for (int i = 0; i < rows; i++) {
      double shock = random.nextGaussian();
      double z = random.nextGaussian() + 0.1 * (i % 7);
      double w = random.nextGaussian();
      double x = random.nextGaussian() + w;
      double d = 2 * z + shock + 0.3 * x;
      double y = d + x - shock + random.nextGaussian();
      double[] row = {y, d, x, z, w, i % clusters, Math.round(Math.exp(0.2 * d + 1))};
      for (int c = 0; c < row.length; c++) {
        columns[c][i] = row[c];
      }
    }
    String[] names = {"y", "d", "x", "z", "w", "g", "count"};
    Frame frame = Frame.empty();
    for (int c = 0; c < names.length; c++) {
      frame = frame.with(names[c], columns[c]);
    }
    return frame;
  }
}
