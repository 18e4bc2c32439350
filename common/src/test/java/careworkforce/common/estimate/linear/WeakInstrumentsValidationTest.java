package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Weak-instrument evidence against numbers of ivreg2, ivmodel, ivDiag and FixedEffectModels.jl. */
class WeakInstrumentsValidationTest {
  private static final double TOLERANCE = 1e-8;
  private static final String CARD =
      "lwage ~ exper + expersq + black + smsa + south + smsa66 + reg662 + reg663 + reg664 + reg665"
          + " + reg666 + reg667 + reg668 + reg669 | educ ~ ";

  @Test
  void shouldAgreeOnReturnsToSchooling() {
    Frame card = data("06");
    agree("06", "iv_nearc4", CARD + "nearc4", card, "age", "weak_iv_cluster_age");
    agree("06", "iv_nearc4_nearc2", CARD + "nearc4 + nearc2", card, "age", "none");
  }

  @Test
  void shouldAgreeOnLimitedInformationLikelihood() {
    JsonNode expected = ValidationCase.open("06").expected().get("ivmodel");
    var fit = Estimate.iv(CARD + "nearc4", data("06")).liml().fit();
    assertClose("LIML", fit.coefficient("educ").estimate(), expected.get("LIML").asDouble(), 1e-8);
  }

  @Test
  void shouldAgreeOnWomensLabourSupply() {
    agree(
        "07",
        "iv",
        "lwage ~ exper + expersq | educ ~ motheduc + fatheduc",
        data("07"),
        "none",
        "none");
  }

  @Test
  void shouldAgreeOnCigaretteTaxes() {
    Frame all = data("08");
    Frame later = rows(all, 1995);
    agree("08", "iv1995_tdiff", "lpacks ~ lrincome | lrprice ~ tdiff", later, "none", "none");
    agree("08", "iv1995_both", "lpacks ~ lrincome | lrprice ~ tdiff + rtax", later, "none", "none");
    Frame change = differences(rows(all, 1985), later);
    String formula = "lpacks ~ lrincome | lrprice ~ ";
    agree("08", "dif_salestax", formula + "tdiff", change, "none", "none");
    agree("08", "dif_cigtax", formula + "rtax", change, "none", "none");
    agree("08", "dif_both", formula + "tdiff + rtax", change, "none", "none");
  }

  @Test
  void shouldAgreeOnVoteBuying() {
    agree(
        "09",
        "iv",
        "e_vote_buying ~ lpopulation + lpotencial | lm_pob_mesa ~ lz_pob_mesa_f",
        data("09"),
        "muni_code",
        "weak_iv");
  }

  @Test
  void shouldAgreeOnTheRankOfTwoEndogenousRegressors() {
    JsonNode expected = ValidationCase.open("05").model("iv2fe").get("weak_iv");
    String formula = "Y ~ 1 | id | X1 + X2 ~ Z1 + Z2";
    assertClose(
        "robust",
        instruments(formula, data("05"), "hetero").firstStages().get(0).kleibergenPaapF(),
        expected.get("KP_F_HC").asDouble(),
        TOLERANCE);
    assertClose(
        "equal variances",
        instruments(formula, data("05"), "iid").firstStages().get(1).kleibergenPaapF(),
        expected.get("CraggDonald_or_KP_F_iid").asDouble(),
        TOLERANCE);
    assertThat(instruments(formula, data("05"), "iid").andersonRubin().shape())
        .isEqualTo("not made");
  }

  /**
   * Published values. With a surplus instrument FixedEffectModels.jl divides by N - 2 rather than N
   * - L (a defect the library records); its number is set right here before it is compared.
   */
  @Test
  void shouldAgreeWithIvreg2OnCigarettes() {
    Frame cigar = data("03");
    String fe = "Sales ~ 1 | State | Price ~ Pimin";
    Map<String, Double> robust =
        Map.of(
            "Sales ~ 1 | Price ~ Pimin",
            23160.0635,
            fe,
            37662.82808,
            "Sales ~ CPI | Price ~ Pimin",
            2093.46609,
            "Sales ~ 1 | Price ~ Pimin + CPI",
            16418.21196 * 1377 / 1378);
    robust.forEach(
        (formula, f) -> {
          FirstStage stage = instruments(formula, cigar, "hetero").firstStages().get(0);
          assertClose(formula, stage.kleibergenPaapF(), f, 1e-5);
        });
    FirstStage twoWay =
        instruments("Sales ~ CPI | Price ~ Pimin", cigar, "cluster:State+Year")
            .firstStages()
            .get(0);
    assertClose("two-way", twoWay.kleibergenPaapF(), 421.9651, 1e-5);
  }

  private static void agree(
      String name, String id, String formula, Frame data, String cluster, String clustered) {
    JsonNode model = ValidationCase.open(name).model(id);
    JsonNode weak = model.get("weak_iv");
    SoftAssertions softly = new SoftAssertions();
    Instruments plain = instruments(formula, data, "iid");
    Instruments robust = instruments(formula, data, "hetero");
    FirstStage stage = plain.firstStages().get(0);
    softly.check(() -> close(id, "F_homo", stage.f(), weak));
    softly.check(() -> close(id, "CraggDonald_or_KP_F_iid", stage.kleibergenPaapF(), weak));
    FirstStage hetero = robust.firstStages().get(0);
    softly.check(() -> close(id, "KP_F_HC", hetero.kleibergenPaapF(), weak));
    softly.check(() -> close(id, "effF_HC1", hetero.effectiveF(), weak));
    softly.check(() -> set(id, plain.andersonRubin(), weak.get("AR_homo")));
    softly.check(() -> set(id, robust.andersonRubin(), weak.get("AR_HC1")));
    JsonNode sargan = model.path("fitstat").path("sargan").path("stat");
    if (sargan.isNumber()) {
      Overidentification test = plain.overidentification();
      softly.check(() -> assertClose(id, test.statistic(), sargan.asDouble(), TOLERANCE));
    }
    if (model.has(clustered) && !cluster.equals("none")) {
      JsonNode by = model.get(clustered);
      Instruments grouped = instruments(formula, data, "cluster:" + cluster);
      softly.check(() -> close(id, "KP_F_CL", grouped.firstStages().get(0).kleibergenPaapF(), by));
      softly.check(() -> close(id, "effF_CR1", grouped.firstStages().get(0).effectiveF(), by));
      softly.check(() -> set(id, grouped.andersonRubin(), by.get("AR_CR1")));
    }
    softly.assertAll();
  }

  private static void set(String id, AndersonRubin test, JsonNode expected) {
    assertClose(id + " critical", test.critical(), expected.get("crit_F").asDouble(), 1e-7);
    double[] roots = ValidationCase.numbers(expected.get("roots"));
    assertThat(test.shape()).isEqualTo("interval");
    assertClose(id + " low", test.set().get(0).low(), roots[0], 1e-7);
    assertClose(id + " high", test.set().get(0).high(), roots[1], 1e-7);
    if (expected.has("F_at_0")) {
      assertClose(id + " F", test.statistic(), expected.get("F_at_0").asDouble(), TOLERANCE);
    }
  }

  private static void close(String id, String what, double actual, JsonNode expected) {
    if (expected.has(what)) {
      assertClose(id + " " + what, actual, expected.get(what).asDouble(), TOLERANCE);
    }
  }

  private static Instruments instruments(String formula, Frame data, String variance) {
    return Estimate.iv(formula, data).variance(variance).fit().instruments();
  }

  private static Frame data(String name) {
    return CsvFrames.read(ValidationCase.open(name).file("data.csv"));
  }

  private static Frame rows(Frame frame, double year) {
    double[] years = frame.numbers("year");
    int[] kept = IntStream.range(0, years.length).filter(i -> years[i] == year).toArray();
    Frame result = Frame.empty();
    for (String name : frame.names()) {
      if (frame.column(name) instanceof Column.Numbers numbers) {
        result =
            result.with(name, Arrays.stream(kept).mapToDouble(i -> numbers.values()[i]).toArray());
      }
    }
    return result;
  }

  private static Frame differences(Frame before, Frame after) {
    Frame result = Frame.empty();
    for (String name : List.of("lpacks", "lrincome", "lrprice", "tdiff", "rtax")) {
      double[] difference = after.numbers(name).clone();
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= before.numbers(name)[i];
      }
      result = result.with(name, difference);
    }
    return result;
  }
}
