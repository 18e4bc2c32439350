package careworkforce.pipelines.gold.socialcare.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.dense.Inference;
import careworkforce.common.estimate.shiftshare.ConfidenceSet;
import careworkforce.common.estimate.shiftshare.ShiftShareFit;
import careworkforce.pipelines.gold.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Twelve areas of three regions, two homes each, four years and three industries, whose pay
 * elsewhere differs by the region that is left out; and one home that is seen in one year.
 */
class ShiftShareInferenceTest {
  private static final int AREAS = 12;
  private static final int YEARS = 4;
  private static final String[] INDUSTRIES = {"56", "81", "85"};
  private static final Map<String, Finding> TOLD = new HashMap<>();
  private static final Map<String, Long> SHOCKS = new HashMap<>();

  @BeforeAll
  static void estimate() {
    for (OutsideFindings.Told told : findings(false).told()) {
      String estimator = told.finding().question().estimator();
      TOLD.put(estimator, told.finding());
      SHOCKS.put(estimator, told.shocks());
    }
  }

  /** What is found, with or without an industry that no area has jobs in. */
  private static OutsideFindings findings(boolean withEmpty) {
    Random random = new Random(5);
    Map<String, List<IndustryTerms.Term>> terms = terms(random);
    if (withEmpty) {
      IndustryTerms.Term empty = new IndustryTerms.Term("99", "R0", 0, 2);
      terms.forEach(
          (areaAndYear, here) -> {
            if (here.get(0).region().equals("R0")) {
              here.add(empty);
            }
          });
    }
    List<String[]> words = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    for (int home = 0; home <= 2 * AREAS; home++) {
      int area = home / 2 % AREAS;
      for (int year = home == 2 * AREAS ? YEARS - 1 : 0; year < YEARS; year++) {
        List<IndustryTerms.Term> here = terms.get(IndustryTerms.key("T" + area, 2014 + year));
        double index = here.stream().mapToDouble(t -> t.exposure() * t.wage()).sum();
        double exposures = here.stream().mapToDouble(IndustryTerms.Term::exposure).sum();
        double pay = index + 0.02 * random.nextGaussian();
        double turnover = 1.5 * pay + 0.1 * random.nextGaussian();
        words.add(new String[] {"h" + home, "R" + area % 3, "T" + area});
        numbers.add(new double[] {2014 + year, 100 + home, index, pay, exposures, turnover});
      }
    }
    IndustryTerms of = new IndustryTerms(terms);
    OutsideFindings findings = new OutsideFindings("all homes", of);
    findings.effects(frame(words, numbers), OutsideSample.TURNOVER);
    findings.robust(frame(words, numbers), of, OutsideSample.TURNOVER);
    return findings;
  }

  private static Map<String, List<IndustryTerms.Term>> terms(Random random) {
    Map<String, Double> wages = new HashMap<>();
    Map<String, List<IndustryTerms.Term>> terms = new HashMap<>();
    for (int area = 0; area < AREAS; area++) {
      for (String industry : INDUSTRIES) {
        double exposure = 0.1 + 0.3 * random.nextDouble();
        for (int year = 2014; year < 2014 + YEARS; year++) {
          String region = "R" + area % 3;
          double wage =
              wages.computeIfAbsent(
                  industry + year + region, key -> 2 + 0.1 * random.nextGaussian());
          terms
              .computeIfAbsent(IndustryTerms.key("T" + area, year), key -> new ArrayList<>())
              .add(new IndustryTerms.Term(industry, region, exposure, wage));
        }
      }
    }
    return terms;
  }

  private static Frame frame(List<String[]> words, List<double[]> numbers) {
    String[] named = {OutsideSample.HOME, OutsideSample.REGION, OutsideSample.TTWA};
    String[] counted = {
      OutsideSample.YEAR,
      OutsideSample.MONTHS,
      OutsideSample.INDEX,
      OutsideSample.HERE,
      OutsideSample.EXPOSURES,
      OutsideSample.TURNOVER
    };
    Frame frame = Frame.empty();
    for (int i = 0; i < named.length; i++) {
      int at = i;
      frame = frame.with(named[i], words.stream().map(row -> row[at]).toArray(String[]::new));
    }
    for (int i = 0; i < counted.length; i++) {
      int at = i;
      frame = frame.with(counted[i], numbers.stream().mapToDouble(row -> row[at]).toArray());
    }
    return frame;
  }

  private static Finding told(String estimator) {
    return TOLD.get(estimator);
  }

  /** No area of region R0 has jobs in industry 99; its pay elsewhere is known all the same. */
  @Test
  void shouldPassOverAnIndustryThatARegionHasNoJobsIn() {
    OutsideFindings findings = findings(true);
    for (OutsideFindings.Told told : findings.told()) {
      String estimator = told.finding().question().estimator();
      if (estimator.equals("iv_shock_level")) {
        assertThat(told.shocks()).isEqualTo(SHOCKS.get(estimator));
        assertThat(told.finding().effect().estimate())
            .isCloseTo(told(estimator).effect().estimate(), within(1e-12));
        assertThat(told.finding().effect().standardError())
            .isCloseTo(told(estimator).effect().standardError(), within(1e-12));
        return;
      }
    }
    throw new AssertionError("no estimate at shock level");
  }

  @Test
  void shouldGiveOneEstimateThoughPayElsewhereDiffersByRegion() {
    for (String estimator : List.of("iv_akm", "iv_akm0", "iv_shock_level")) {
      assertThat(told(estimator).effect().estimate())
          .as(estimator)
          .isCloseTo(told("iv").effect().estimate(), within(1e-9));
    }
  }

  @Test
  void shouldCountTheHomeYearsOfTheEstimateThatErrorsAreGivenTo() {
    for (String estimator : List.of("iv", "iv_akm", "iv_akm0", "iv_shock_level")) {
      assertThat(told(estimator).evidence().observations()).as(estimator).isEqualTo(96);
    }
  }

  @Test
  void shouldCountShocksByRegionAtTheirLevelAlone() {
    assertThat(SHOCKS).containsEntry("iv_akm", 12L).containsEntry("iv_shock_level", 36L);
  }

  /** AKM0 may leave all values but some between two: no interval shorter than the line holds it. */
  @Test
  void shouldGiveNoEndsToWhatLiesOnEitherSideOfWhatIsRejected() {
    Inference tested = new Inference(1, Double.POSITIVE_INFINITY, 0.5, 0.6, -2, -1);
    ConfidenceSet rays = new ConfidenceSet(ConfidenceSet.Shape.TWO_RAYS, -2, -1);
    ShiftShareFit fit = new ShiftShareFit(1, tested, tested, null, tested, tested, rays);
    Coefficient told = ShiftShareInference.nullImposed("x", fit);
    assertThat(told.ciLow()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(told.ciHigh()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(told.pValue()).isEqualTo(0.6);
  }

  @Test
  void shouldSayThatFewEffectiveIndustriesStandBehindErrorsByArea() {
    assertThat(told("iv").evidence().variance())
        .contains("effective industries, under 30")
        .contains("areas of like exposure move together");
    assertThat(told("reduced_form").evidence().variance()).contains("effective industries");
    assertThat(told("ols").evidence().variance()).doesNotContain("effective");
    assertThat(told("iv_akm").evidence().variance()).doesNotContain("effective industries");
  }
}
