package careworkforce.common.estimate.shiftshare;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.ValidationTable;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.dense.Inference;
import careworkforce.common.estimate.dense.InstrumentalVariables;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdaoKolesarMoralesTest {

  @Test
  @Tag("validation")
  void shouldAgreeWithShiftShareSeOnTheChinaShock() {
    ValidationCase adh = ValidationCase.open("16");
    Shares shares = chinaShares(adh);
    for (JsonNode model : adh.expected().get("models")) {
      String id = model.get("id").asText();
      ShiftShareFit fit = AdaoKolesarMorales.fit(chinaShock(adh, shares, id));
      assertClose(id, fit.estimate(), model.get("beta").asDouble(), 1e-7);
      check(id, model, "Homoscedastic", fit.homoskedastic());
      check(id, model, "EHW", fit.robust());
      check(id, model, "Reg. cluster", requireNonNull(fit.regional()));
      check(id, model, "AKM", fit.akm());
      check(id, model, "AKM0", fit.akmNull());
    }
  }

  @Test
  @Tag("validation")
  void shouldAgreeWithThePublishedStataNumbers() {
    ValidationCase adh = ValidationCase.open("16");
    Shares shares = chinaShares(adh);
    JsonNode values = adh.expected().get("published").get("values");
    ShiftShareFit full = AdaoKolesarMorales.fit(chinaShock(adh, shares, "iv_d_sh_empl_mfg"));
    double published = values.get("stata_se").get("iv_full_weighted_cluster").asDouble();
    // Printed to seven digits; ivreg2 applies no small-sample factor unless told.
    assertThat(requireNonNull(full.regional()).standardError())
        .isCloseTo(published * Math.sqrt(1443.0 / 1427 * 48 / 47), within(5e-8));
    JsonNode fixest = adh.expected().get("fixest_iv_mfg");
    assertFixest(fixest, 0, full.homoskedastic());
    assertFixest(fixest, 1, full.robust());
    assertFixest(fixest, 2, requireNonNull(full.regional()));
    for (String weights : new String[] {"weighted", "unweighted"}) {
      for (String stage : new String[] {"fs", "iv"}) {
        for (String controls : new String[] {"full", "t2only"}) {
          ShiftShareDesign design =
              chinaShock(adh, shares, (stage.equals("fs") ? "first_stage_" : "iv_mfg_") + weights);
          double[][] used =
              controls.equals("full") ? design.controls() : Arrays.copyOf(design.controls(), 2);
          double estimate = slope(design, used);
          double wanted = values.get(weights).get(stage + "_" + controls).asDouble();
          assertThat(estimate).as(weights + stage + controls).isCloseTo(wanted, within(1e-7));
        }
      }
    }
  }

  private static void assertFixest(JsonNode fixest, int at, Inference ours) {
    JsonNode vcov = fixest.get("vcov").get(at);
    double se = vcov.get("se").get("fit_shock").asDouble();
    assertClose(vcov.get("type").asText(), ours.standardError(), se, 1e-8);
    assertClose("coef", ours.estimate(), fixest.get("coef").get("fit_shock").asDouble(), 1e-8);
  }

  private static double slope(ShiftShareDesign design, double[][] controls) {
    double[] treatment = design.treatment() == null ? design.shiftShare() : design.treatment();
    return InstrumentalVariables.fit(
            design.outcome(),
            new double[][] {treatment},
            controls,
            new double[][] {design.shiftShare()},
            design.weightsOrOnes())
        .coefficients()[0];
  }

  private static void check(String id, JsonNode model, String method, Inference actual) {
    String what = id + " " + method;
    double se = model.get("se").get(method).asDouble();
    if (id.startsWith("iv") && !method.startsWith("AKM")) {
      // ShiftShareSE applies no small-sample factor to these three where a regression is
      // instrumented, and the usual one elsewhere. Ours applies it in both, as fixest does
      // (the next test): 1,444 rows, 17 parameters, 48 states.
      double factor = method.equals("Reg. cluster") ? 1443.0 / 1427 * 48 / 47 : 1444.0 / 1427;
      double wider = Math.sqrt(factor);
      double beta = model.get("beta").asDouble();
      assertClose(what, actual.standardError(), se * wider, 1e-7);
      double below = (beta - model.get("ci_l").get(method).asDouble()) * wider;
      double above = (model.get("ci_r").get(method).asDouble() - beta) * wider;
      assertClose(what, actual.estimate() - actual.low(), below, 1e-7);
      assertClose(what, actual.high() - actual.estimate(), above, 1e-7);
      return;
    }
    assertClose(what, actual.standardError(), se, 1e-7);
    assertClose(what, actual.low(), model.get("ci_l").get(method).asDouble(), 1e-7);
    assertClose(what, actual.high(), model.get("ci_r").get(method).asDouble(), 1e-7);
    // The reference computes 2*(1-Phi(t)), which cancels to 1e-16 absolute; ours is the tail
    // itself.
    assertThat(actual.pValue())
        .as(what + " p")
        .isCloseTo(
            model.get("p").get(method).asDouble(),
            within(1e-7 * model.get("p").get(method).asDouble() + 3e-16));
  }

  private static Shares chinaShares(ValidationCase adh) {
    ValidationTable entries = adh.data("shares_long.csv.gz");
    return new Shares(
        adh.data().size(),
        adh.data("sectors.csv").size(),
        Arrays.stream(entries.whole("row")).map(r -> r - 1).toArray(),
        Arrays.stream(entries.whole("sector")).map(s -> s - 1).toArray(),
        entries.numbers("share"));
  }

  private static ShiftShareDesign chinaShock(ValidationCase adh, Shares shares, String id) {
    ValidationTable data = adh.data();
    ValidationTable sectors = adh.data("sectors.csv");
    String outcome =
        id.startsWith("first_stage") ? "shock" : id.contains("mfg") ? "d_sh_empl_mfg" : "d_sh_empl";
    return new ShiftShareDesign(
        data.numbers(outcome),
        id.startsWith("iv") ? data.numbers("shock") : null,
        data.numbers("IV"),
        chinaControls(data),
        id.contains("unweighted") ? null : data.numbers("weights"),
        shares,
        Column.words(data.words("statefip")).values(),
        id.contains("no_sector") ? null : Column.words(sectors.words("sic3")).values());
  }

  static double[][] chinaControls(ValidationTable data) {
    List<double[]> columns = new ArrayList<>();
    double[] ones = new double[data.size()];
    Arrays.fill(ones, 1);
    columns.add(ones);
    for (String name :
        List.of(
            "t2",
            "l_shind_manuf_cbp",
            "l_sh_popedu_c",
            "l_sh_popfborn",
            "l_sh_empl_f",
            "l_sh_routine33",
            "l_task_outsource")) {
      columns.add(data.numbers(name));
    }
    int[] division = data.whole("division");
    for (int d = 2; d <= 9; d++) {
      int level = d;
      columns.add(Arrays.stream(division).mapToDouble(v -> v == level ? 1 : 0).toArray());
    }
    return columns.toArray(double[][]::new);
  }

  /** Four locations, two sectors, shares of one sector only: AKM is clustering by sector. */
  @Test
  void shouldEqualClusteringBySectorWhereEachLocationHasOneSector() {
    double[] y = {1, 3, 2, 7};
    double[] x = {-1, -1, 1, 1};
    Shares shares = new Shares(4, 2, new int[] {0, 1, 2, 3}, new int[] {0, 0, 1, 1}, ones(4));
    ShiftShareFit fit = AdaoKolesarMorales.fit(design(y, x, shares, null));
    // Slope (4.5 - 2) / 2 = 1.25, mean 3.25, residuals -1, 1, -2.5, 2.5: each sector sums to 0.
    assertThat(fit.estimate()).isEqualTo(1.25);
    assertThat(fit.akm().standardError()).isLessThan(1e-15);
    // Scores 1, -1, -2.5, 2.5: squares sum to 14.5; times 4/(4-2), over x'x = 4.
    assertClose("robust", fit.robust().standardError(), Math.sqrt(2 * 14.5) / 4, 1e-14);
  }

  /** Six locations with mixed shares, worked through by hand in fractions. */
  @Test
  void shouldWeighSectorScoresByTheShocksBehindTheVariable() {
    double[] shocks = {-1, 0, 1};
    Shares shares =
        new Shares(
            6,
            3,
            new int[] {0, 1, 2, 3, 4, 5},
            new int[] {0, 0, 1, 1, 2, 2},
            new double[] {1, 1, 1, 1, 1, 1});
    double[] x = shares.exposure(shocks);
    assertThat(x).containsExactly(-1, -1, 0, 0, 1, 1);
    double[] y = {0, 0, 3, 3, 0, 6};
    ShiftShareFit fit = AdaoKolesarMorales.fit(design(y, x, shares, null));
    // Slope 6/4 = 1.5, mean 2; residuals -.5 -.5 1 1 -3.5 2.5; sector sums -1, 2, -1;
    // times shocks -1, 0, 1: 1, 0, -1; norm sqrt 2; over x'x = 4.
    assertClose("estimate", fit.estimate(), 1.5, 1e-14);
    assertClose("akm", fit.akm().standardError(), Math.sqrt(2) / 4, 1e-13);
  }

  @Test
  void shouldReportAnUnboundedSetWhereTheInstrumentDoesNotMoveTheTreatment() {
    Shares shares =
        new Shares(6, 3, new int[] {0, 1, 2, 3, 4, 5}, new int[] {0, 0, 1, 1, 2, 2}, ones(6));
    double[] treatment = {1, -1, 0, 0, 3, -2.5};
    ShiftShareFit fit =
        AdaoKolesarMorales.fit(
            design(
                new double[] {0, 0, 3, 3, 0, 6},
                shares.exposure(new double[] {-1, 0, 1}),
                shares,
                treatment));
    assertThat(fit.akmNullSet().shape()).isNotEqualTo(ConfidenceSet.Shape.INTERVAL);
    assertThat(fit.akmNull().standardError()).isInfinite();
    assertThat(fit.akmNullSet().contains(fit.estimate())).isTrue();
  }

  @Test
  void shouldNameTheSectorWhoseSharesAreCollinear() {
    Shares shares =
        new Shares(
            3,
            2,
            new int[] {0, 0, 1, 1, 2, 2},
            new int[] {0, 1, 0, 1, 0, 1},
            new double[] {.5, .5, .25, .25, .1, .1});
    double[] y = {1, 2, 4};
    assertThatThrownBy(
            () -> AdaoKolesarMorales.fit(design(y, new double[] {1, 0, 0}, shares, null)))
        .hasMessageContaining("sector 1")
        .hasMessageContaining("Merge or drop");
  }

  @Test
  void shouldRefuseAShiftShareThatTheControlsExplain() {
    Shares shares = new Shares(3, 1, new int[] {0, 1, 2}, new int[] {0, 0, 0}, ones(3));
    assertThatThrownBy(() -> AdaoKolesarMorales.fit(design(ones(3), ones(3), shares, null)))
        .hasMessageContaining("controls explain");
  }

  @Test
  void shouldRefuseNegativeShares() {
    assertThatThrownBy(() -> new Shares(1, 1, new int[] {0}, new int[] {0}, new double[] {-0.1}))
        .hasMessageContaining("share -0.1");
  }

  private static ShiftShareDesign design(
      double[] y, double[] x, Shares shares, double @Nullable [] treatment) {
    return new ShiftShareDesign(
        y, treatment, x, new double[][] {ones(y.length)}, null, shares, null, null);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
