package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.FixestModel;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.ValidationTable;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Weak-instrument evidence against numbers of ivreg2, ivmodel, ivDiag and FixedEffectModels.jl. */
@Tag("validation")
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
    AndersonRubin test =
        Estimate.iv(CARD + "nearc4", data("06")).fit().instruments().andersonRubin();
    assertClose("F", test.statistic(), expected.get("AR_F").asDouble(), 1e-8);
    assertClose("p", test.pValue(), expected.get("AR_p").asDouble(), 1e-7);
    double[] ends = ValidationCase.numbers(expected.get("AR_ci"));
    assertClose("low", test.set().get(0).low(), ends[0], 1e-7);
    assertClose("high", test.set().get(0).high(), ends[1], 1e-7);
  }

  /** Estimate and standard error are those in ivmodel's own test of Card's data. */
  @Test
  void shouldAgreeOnTheVarianceOfLimitedInformationLikelihood() {
    Coefficient own =
        Estimate.iv(CARD + "nearc4 + nearc2", data("06")).liml().fit().coefficient("educ");
    assertClose("LIML", own.estimate(), 0.1640277561, 1e-9);
    assertClose("se", own.standardError(), 0.0554950702135, 1e-9);
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
  void shouldAgreeWithFelmOnVoteBuying() {
    JsonNode felm = ValidationCase.open("09").expected().at("/cross_check/lfe_felm_cluster");
    Fit fit =
        Estimate.iv(
                "e_vote_buying ~ lpopulation + lpotencial | lm_pob_mesa ~ lz_pob_mesa_f",
                data("09"))
            .cluster("muni_code")
            .fit();
    List<String> order = List.of("(Intercept)", "lpopulation", "lpotencial", "lm_pob_mesa");
    double[] estimates = ValidationCase.numbers(felm.get("coef"));
    double[] errors = ValidationCase.numbers(felm.get("se"));
    for (int k = 0; k < estimates.length; k++) {
      Coefficient own = fit.coefficient(order.get(k));
      assertClose(own.name(), own.estimate(), estimates[k], TOLERANCE);
      assertClose("se " + own.name(), own.standardError(), errors[k], TOLERANCE);
    }
  }

  @Test
  void shouldAgreeOnTheRankOfTwoEndogenousRegressors() {
    ValidationCase two = ValidationCase.open("05");
    String formula = "Y ~ 1 | id | X1 + X2 ~ Z1 + Z2";
    SoftAssertions softly = new SoftAssertions();
    evidence(
        Estimate.iv(formula, data("05")), "none", two.model("iv2fe").get("weak_iv"), "two", softly);
    softly.assertAll();
    JsonNode published = two.expected().get("published");
    assertThat(instruments(formula, data("05"), "hetero").firstStages().get(1).kleibergenPaapF())
        .isCloseTo(
            published.at("/values/F_kp_robust").asDouble(),
            within(published.get("tolerance").asDouble()));
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
    SoftAssertions softly = new SoftAssertions();
    for (String key : List.of("weak_iv", clustered)) {
      if (model.has(key)) {
        evidence(Estimate.iv(formula, data), cluster, model.get(key), id, softly);
      }
    }
    tests(Estimate.iv(formula, data), model.path("fitstat"), id, softly);
    softly.assertAll();
  }

  /** Everything a weak_iv node holds, under equal, robust and clustered variances. */
  static void evidence(
      Estimate estimate, String cluster, JsonNode weak, String id, SoftAssertions softly) {
    Instruments plain = fit(estimate, "iid");
    Instruments robust = fit(estimate, "hetero");
    FirstStage stage = plain.firstStages().get(0);
    FirstStage hetero = robust.firstStages().get(0);
    double n = weak.get("N").asDouble();
    double extra = weak.get("L_excluded").asDouble();
    double left = n - extra - weak.get("K_exog_incl_const_and_FE").asDouble();
    double plainKp = stage.kleibergenPaapF();
    double robustKp = hetero.kleibergenPaapF();
    close(softly, id, "F_homo", stage.f(), weak);
    close(softly, id, "CraggDonald_or_KP_F_iid", plainKp, weak);
    close(softly, id, "KP_rk_Wald_iid_chi2", plainKp * extra * n / left, weak);
    close(softly, id, "KP_F_HC", robustKp, weak);
    close(softly, id, "KP_rk_Wald_HC_chi2_noadj", robustKp * extra * n / left, weak);
    close(softly, id, "effF_HC1", hetero.effectiveF(), weak);
    close(softly, id, "effF_HC0", hetero.effectiveF() * n / left, weak);
    set(softly, id, plain.andersonRubin(), weak.path("AR_homo"));
    set(softly, id, robust.andersonRubin(), weak.path("AR_HC1"));
    if (weak.path("G").isNumber()) {
      double g = weak.get("G").asDouble();
      double factor = (n - 1) / left * g / (g - 1);
      Instruments grouped = fit(estimate, "cluster:" + cluster);
      FirstStage by = grouped.firstStages().get(0);
      close(softly, id, "KP_F_CL", by.kleibergenPaapF(), weak);
      close(softly, id, "KP_rk_Wald_CL_chi2_noadj", by.kleibergenPaapF() * extra * factor, weak);
      close(softly, id, "effF_CR1", by.effectiveF(), weak);
      close(softly, id, "effF_CR0", by.effectiveF() * factor, weak);
      set(softly, id, grouped.andersonRubin(), weak.path("AR_CR1"));
    }
  }

  /** First-stage F of each endogenous regressor and Sargan's statistic, as fixest has them. */
  private static void tests(Estimate estimate, JsonNode fitstat, String id, SoftAssertions softly) {
    Instruments plain = fit(estimate, "iid");
    for (FirstStage stage : plain.firstStages()) {
      close(softly, id, "stat", stage.f(), fitstat.path("ivf1::" + stage.endogenous()));
      // The ten-year differences, which the case calls d and the name.
      close(softly, id, "stat", stage.f(), fitstat.path("ivf1::d" + stage.endogenous()));
      JsonNode wald = fitstat.path("ivwald1::" + stage.endogenous()).path("stat");
      if (wald.isNumber()) {
        softly.check(() -> assertClose(id + " Wald", stage.robustF(), wald.asDouble(), TOLERANCE));
      }
    }
    JsonNode sargan = fitstat.path("sargan");
    if (sargan.path("stat").isNumber()) {
      Overidentification test = plain.overidentification();
      close(softly, id, "stat", test.statistic(), sargan);
      softly.check(() -> assertClose(id + " p", test.pValue(), sargan.get("p").asDouble(), 1e-6));
      softly.assertThat(test.degrees()).isEqualTo(sargan.get("df").asInt());
    }
  }

  private static void set(SoftAssertions softly, String id, AndersonRubin test, JsonNode expected) {
    if (!expected.isObject()) {
      return;
    }
    double[] roots = ValidationCase.numbers(expected.get("roots"));
    double low = test.set().get(0).low();
    double high = test.set().get(0).high();
    softly.assertThat(test.shape()).isEqualTo("interval");
    softly.assertThat(test.numerator()).isEqualTo(expected.get("df1").asInt());
    softly.assertThat(test.denominator()).isEqualTo(expected.get("df2").asInt());
    softly.check(() -> assertClose("critical", test.critical(), number(expected, "crit_F"), 1e-7));
    softly.check(() -> assertClose(id + " low", low, roots[0], 1e-7));
    softly.check(() -> assertClose(id + " high", high, roots[1], 1e-7));
    close(softly, id, "F_at_0", test.statistic(), expected);
    if (expected.has("a2")) {
      double square = number(expected, "a2");
      double line = number(expected, "a1");
      double level = number(expected, "a0");
      for (double end : new double[] {low, high}) {
        double largest =
            Math.max(Math.abs(square * end * end), Math.max(Math.abs(line * end), Math.abs(level)));
        softly
            .assertThat((square * end * end + line * end + level) / largest)
            .as(id + " end " + end)
            .isBetween(-1e-7, 1e-7);
      }
    }
  }

  private static double number(JsonNode node, String name) {
    return node.get(name).asDouble();
  }

  private static void close(
      SoftAssertions softly, String id, String what, double actual, JsonNode expected) {
    if (expected.has(what)) {
      softly.check(
          () -> assertClose(id + " " + what, actual, expected.get(what).asDouble(), TOLERANCE));
    }
  }

  private static Instruments fit(Estimate estimate, String variance) {
    return estimate.variance(variance).fit().instruments();
  }

  @Test
  void shouldAgreeWithFixestOnCigarettes() {
    ValidationCase cigar = ValidationCase.open("03");
    SoftAssertions softly = new SoftAssertions();
    List.of("iv", "iv_ndi", "iv_over", "iv2", "iv_fe", "iv_ndi_fe", "iv_cpi", "iv_over_cpi")
        .forEach(
            id -> {
              String formula = CigarModels.FORMULAS.get(id);
              Frame data = data("03");
              tests(Estimate.iv(formula, data), cigar.model(id).get("fitstat_fixest"), id, softly);
              if (List.of("iv", "iv_ndi", "iv_fe", "iv_ndi_fe").contains(id)) {
                tests(
                    Estimate.iv(formula, data).weights("Pop"),
                    cigar.model(id + "_wPop").get("fitstat_fixest"),
                    id + " weighted",
                    softly);
              }
            });
    softly.assertAll();
  }

  @Test
  void shouldAgreeOnTheChinaShock() {
    ValidationCase adh = ValidationCase.open("16");
    JsonNode model = adh.expected().get("fixest_iv_mfg");
    Frame data = CsvFrames.read(adh.file("data.csv"));
    ValidationTable raw = adh.data();
    data = data.with("t2TRUE", raw.numbers("t2"));
    StringBuilder formula = new StringBuilder("d_sh_empl_mfg ~ t2TRUE + l_shind_manuf_cbp");
    formula.append(" + l_sh_popedu_c + l_sh_popfborn + l_sh_empl_f + l_sh_routine33");
    formula.append(" + l_task_outsource");
    int[] division = raw.whole("division");
    for (int d = 2; d <= 9; d++) {
      int level = d;
      data =
          data.with(
              "division" + d,
              Arrays.stream(division).mapToDouble(v -> v == level ? 1 : 0).toArray());
      formula.append(" + division").append(d);
    }
    formula.append(" | shock ~ IV");
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode vcov : model.get("vcov")) {
      String type = vcov.get("type").asText();
      Estimate estimate =
          Estimate.iv(formula.toString(), data)
              .weights("weights")
              .variance(type.startsWith("cluster") ? "cluster:statefip" : type);
      softly.check(() -> FixestModel.linear(estimate.fit(), model, vcov).agrees());
    }
    evidence(
        Estimate.iv(formula.toString(), data).weights("weights"),
        "statefip",
        model.get("weak_iv"),
        "China shock",
        softly);
    softly.assertAll();
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
