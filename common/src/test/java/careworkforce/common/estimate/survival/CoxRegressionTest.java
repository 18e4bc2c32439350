package careworkforce.common.estimate.survival;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.glm.ConditionalLogit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoxRegressionTest {
  /** Five spells: ends, events, a regressor of 0 and 1; two tied events at time 2. */
  private static final Frame FIVE =
      Frame.empty()
          .with("t", 1, 2, 2, 3, 4)
          .with("d", 1, 1, 1, 1, 0)
          .with("x", 1, 1, 0, 0, 0)
          .with("id", 1, 2, 3, 4, 5);

  @Test
  @Tag("validation")
  void shouldAgreeWithSurvivalOnReturnsToPrison() {
    ValidationCase recid = ValidationCase.open("21");
    Frame raw = CsvFrames.read(recid.file("data.csv"));
    Frame data = raw.with("back", Arrays.stream(raw.numbers("cens")).map(c -> 1 - c).toArray());
    for (CoxRegression.Ties ties : CoxRegression.Ties.values()) {
      JsonNode model = recid.model("cox_" + ties.name().toLowerCase(java.util.Locale.ROOT));
      CoxFit cox =
          CoxRegression.of(
                  "durat ~ workprg + priors + tserved + felon + alcohol + drugs + black + married"
                      + " + educ + age",
                  "back",
                  data)
              .ties(ties)
              .fit();
      assertThat(cox.fit().coefficients()).hasSize(model.get("coef").size());
      for (Coefficient c : cox.fit().coefficients()) {
        assertClose(c.name(), c.estimate(), model.get("coef").get(c.name()).asDouble(), 1e-7);
        double error = model.get("se").get(c.name()).asDouble();
        assertClose("se " + c.name(), c.standardError(), error, 1e-6);
      }
      double[] likelihood = ValidationCase.numbers(model.get("loglik"));
      assertClose("null", cox.nullLogLikelihood(), likelihood[0], 1e-10);
      assertClose("maximum", cox.fit().quality().logLikelihood(), likelihood[1], 1e-10);
    }
  }

  /** The likelihoods of the five spells written out: r is the hazard ratio. */
  @Test
  void shouldMaximiseTheLikelihoodWrittenOut() {
    for (CoxRegression.Ties ties : CoxRegression.Ties.values()) {
      CoxFit cox = CoxRegression.of("t ~ x", "d", FIVE).ties(ties).fit();
      double b = cox.fit().coefficient("x").estimate();
      double h = 1e-4;
      double here = written(ties, b);
      double slope = (written(ties, b + h) - written(ties, b - h)) / (2 * h);
      double bend = -(written(ties, b + h) - 2 * here + written(ties, b - h)) / (h * h);
      assertThat(slope).isBetween(-1e-7, 1e-7);
      assertClose("log likelihood", cox.fit().quality().logLikelihood(), here, 1e-12);
      assertClose("at zero", cox.nullLogLikelihood(), written(ties, 0), 1e-12);
      assertClose("se", cox.fit().coefficient("x").standardError(), 1 / Math.sqrt(bend), 1e-6);
      assertThat(cox.events()).isEqualTo(4);
    }
  }

  private static double written(CoxRegression.Ties ties, double b) {
    double r = Math.exp(b);
    double gone = ties == CoxRegression.Ties.EFRON ? (r + 1) / 2 : 0;
    return Math.log(r / (2 * r + 3)) + Math.log(r / (r + 3) / (r + 3 - gone)) + Math.log(1 / 2.0);
  }

  /** One event a stratum: the partial likelihood is the conditional logit's. */
  @Test
  void shouldEqualTheConditionalLogitWithOneEventAStratum() {
    Random random = new Random(4);
    int n = 120;
    double[] x = new double[n];
    double[] z = new double[n];
    double[] event = new double[n];
    double[] time = new double[n];
    double[] stratum = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      z[i] = random.nextGaussian();
      stratum[i] = i / 4;
      event[i] = i % 4 == (i / 4) % 4 ? 1 : 0;
      time[i] = 2 - event[i];
    }
    Frame data =
        Frame.empty()
            .with("x", x)
            .with("z", z)
            .with("d", event)
            .with("t", time)
            .with("s", stratum)
            .with("region", Arrays.stream(stratum).map(s -> s % 7).toArray());
    Fit cox = CoxRegression.of("t ~ x + z | s", "d", data).fit().fit();
    Fit logit = Estimate.of(new ConditionalLogit(), "d ~ x + z | s", data).fit();
    for (String name : new String[] {"x", "z"}) {
      assertClose(name, cox.coefficient(name).estimate(), logit.coefficient(name).estimate(), 1e-9);
      assertClose(
          name,
          cox.coefficient(name).standardError(),
          logit.coefficient(name).standardError(),
          1e-8);
    }
    double grouped =
        CoxRegression.of("t ~ x + z | s", "d", data)
            .variance("cluster:region")
            .fit()
            .fit()
            .coefficient("x")
            .standardError();
    double conditional =
        Estimate.of(new ConditionalLogit(), "d ~ x + z | s", data)
            .cluster("region")
            .fit()
            .coefficient("x")
            .standardError();
    assertClose("clustered", grouped, conditional * Math.sqrt(6.0 / 7), 1e-8);
  }

  /** Spells cut in pieces say the same, and robustly so when their pieces are a cluster. */
  @Test
  void shouldNotMindSpellsCutInPieces() {
    Frame pieces =
        Frame.empty()
            .with("from", 0, 0, 1.5, 0, 0, 2.5, 0)
            .with("t", 1, 1.5, 2, 2, 2.5, 3, 4)
            .with("d", 1, 0, 1, 1, 0, 1, 0)
            .with("x", 1, 1, 1, 0, 0, 0, 0)
            .with("id", 1, 2, 2, 3, 4, 4, 5);
    for (CoxRegression.Ties ties : CoxRegression.Ties.values()) {
      for (String variance : new String[] {"iid", "cluster:id"}) {
        Coefficient cut =
            CoxRegression.of("t ~ x", "d", pieces)
                .entry("from")
                .ties(ties)
                .variance(variance)
                .fit()
                .fit()
                .coefficient("x");
        Coefficient whole =
            CoxRegression.of("t ~ x", "d", FIVE)
                .ties(ties)
                .variance(variance.equals("iid") ? "iid" : "hetero")
                .fit()
                .fit()
                .coefficient("x");
        assertThat(cut.estimate()).isCloseTo(whole.estimate(), within(1e-12));
        assertThat(cut.standardError()).isCloseTo(whole.standardError(), within(1e-12));
      }
    }
  }

  /** Under Breslow's rule: x less its mean at the event, less what its hazard would have let go. */
  @Test
  void shouldSumScoreResidualsWrittenOut() {
    Fit fit =
        CoxRegression.of("t ~ x", "d", FIVE)
            .ties(CoxRegression.Ties.BRESLOW)
            .variance("hetero")
            .fit()
            .fit();
    double r = Math.exp(fit.coefficient("x").estimate());
    double[] total = {2 * r + 3, r + 3, 2};
    double[] events = {1, 2, 1};
    double[] mean = {2 * r / total[0], r / total[1], 0};
    double[] x = {1, 1, 0, 0, 0};
    int[] last = {0, 1, 1, 2, 2};
    double meat = 0;
    double information = 0;
    for (int k = 0; k < 3; k++) {
      information += events[k] * mean[k] * (1 - mean[k]);
    }
    for (int i = 0; i < 5; i++) {
      double score = i < 4 ? x[i] - mean[last[i]] : 0;
      for (int k = 0; k <= last[i]; k++) {
        score -= (x[i] == 1 ? r : 1) * (x[i] - mean[k]) * events[k] / total[k];
      }
      meat += score * score;
    }
    assertClose(
        "robust", fit.coefficient("x").standardError(), Math.sqrt(meat) / information, 1e-10);
  }

  /**
   * Six pairs of one event each: a + b is higher for the event in three and level in three, a - b
   * goes both ways, so that neither a nor b alone tells the order.
   */
  @Test
  void shouldRefuseRegressorsThatTellTheOrderOfEventsOnlyTogether() {
    Frame pairs =
        Frame.empty()
            .with("t", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)
            .with("d", 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0)
            .with("a", 2, 1, 1, 0, 2, 1, 2, 1, 0, 1, 2, 1)
            .with("b", 0, -1, 1, 0, 0, -1, 0, 1, 0, -1, 0, 1)
            .with("pair", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
    for (String variance : new String[] {"iid", "cluster:pair"}) {
      assertThatThrownBy(
              () -> CoxRegression.of("t ~ a + b | pair", "d", pairs).variance(variance).fit())
          .hasMessageContaining("tells the order of events perfectly");
    }
    assertThat(CoxRegression.of("t ~ a | pair", "d", pairs).fit().fit().coefficients()).hasSize(1);
  }

  @Test
  void shouldDropWhatDoesNotVaryAndRefuseWhatCannotBeFitted() {
    Frame more = FIVE.with("twin", 3, 3, 1, 1, 1).with("early", 4, 3, 3, 2, 1);
    assertThat(CoxRegression.of("t ~ x + twin", "d", more).fit().fit().sample().collinear())
        .extracting(d -> d.name())
        .containsExactly("twin");
    assertThatThrownBy(() -> CoxRegression.of("t ~ early", "d", more).fit())
        .hasMessageContaining("'early' tells the order of events perfectly");
    assertThatThrownBy(() -> CoxRegression.of("t ~ sw(x, early)", "d", more).fit())
        .hasMessageContaining("it stands for 2 models");
    assertThatThrownBy(() -> CoxRegression.of("t ~ x", "d", FIVE).entry("t").fit())
        .hasMessageContaining("row 1 is entered at 1.0 and ends at 1.0");
    assertThatThrownBy(() -> CoxRegression.of("t ~ x", "id", FIVE).fit())
        .hasMessageContaining("'id' has the value 2.0");
    assertThatThrownBy(() -> CoxRegression.of("t ~ x", "d", FIVE.with("d", 0, 0, 0, 0, 0)).fit())
        .hasMessageContaining("no spell ends with the event");
    assertThatThrownBy(() -> CoxRegression.of("t ~ x", "d", FIVE).variance("hc3").fit())
        .hasMessageContaining("Give iid, hetero or cluster:a");
    assertThatThrownBy(() -> CoxRegression.of("t ~ x | id + d", "d", FIVE).fit())
        .hasMessageContaining("2 terms after the bar");
  }
}
