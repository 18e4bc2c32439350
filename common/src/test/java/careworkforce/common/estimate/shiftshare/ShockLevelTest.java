package careworkforce.common.estimate.shiftshare;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.FixestModel;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.ValidationTable;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.dense.InstrumentalVariables;
import careworkforce.common.estimate.dense.Sandwich;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShockLevelTest {

  /** Case 17 at shock level: sector-periods, then the missing sector of each period. */
  private static final class ChinaShocks {
    private static @Nullable ChinaShocks once;
    final ValidationCase source = ValidationCase.open("17");
    final ValidationTable locations = source.data();
    final ValidationTable shocks = source.data("shocks.csv");
    final int sectors = shocks.size();
    final double[] g = Arrays.copyOf(shocks.numbers("g"), sectors + 2);
    final double[] year = Arrays.copyOf(shocks.numbers("year"), sectors + 2);
    final int[] sic3 = new int[sectors + 2];
    final Shares shares;
    final ShockLevel level;

    ChinaShocks() {
      Map<String, Integer> location = keys(locations, "czone", "year");
      Map<String, Integer> sector = keys(shocks, "year", "sic87dd");
      ValidationTable longShares = source.data("shares.csv.gz");
      String[] czone = longShares.words("czone");
      String[] when = longShares.words("year");
      String[] sic = longShares.words("sic87dd");
      int n = longShares.size();
      Shares observed =
          new Shares(
              locations.size(),
              sectors,
              IntStream.range(0, n).map(i -> location.get(czone[i] + "|" + when[i])).toArray(),
              IntStream.range(0, n).map(i -> sector.get(when[i] + "|" + sic[i])).toArray(),
              longShares.numbers("ind_share"));
      shares = observed.completed(Column.words(locations.words("year")).values());
      ValidationTable industries = source.data("industries.csv");
      Map<String, Integer> at = keys(industries, "sic87dd", "sic87dd");
      int[] group = industries.whole("sic3");
      String[] own = shocks.words("sic87dd");
      for (int s = 0; s < sectors; s++) {
        sic3[s] = group[at.get(own[s] + "|" + own[s])];
      }
      level =
          ShockLevel.of(
              new double[][] {
                locations.numbers("y"),
                locations.numbers("x"),
                locations.numbers("z"),
                locations.numbers("l_sh_routine33")
              },
              controls(),
              locations.numbers("wei"),
              shares);
    }

    static synchronized ChinaShocks read() {
      ChinaShocks china = once == null ? new ChinaShocks() : once;
      once = china;
      return china;
    }

    double[][] controls() {
      return new double[][] {
        ones(locations.size()), locations.numbers("t2"), locations.numbers("Lsh_manuf")
      };
    }
  }

  @Test
  @Tag("validation")
  void shouldAgreeWithSsaggregateOnEveryShock() {
    ChinaShocks china = ChinaShocks.read();
    ValidationTable expected = china.source.data("shock_level_expected.csv");
    Map<String, Integer> sector = keys(china.shocks, "year", "sic87dd");
    String[] year = expected.words("year");
    String[] sic = expected.words("sic87dd");
    String[] names = {"y", "x", "z", "l_sh_routine33"};
    double[] weights = expected.numbers("s_n");
    double[][] wanted = Arrays.stream(names).map(expected::numbers).toArray(double[][]::new);
    int missing = china.sectors;
    for (int i = 0; i < expected.size(); i++) {
      int at = year[i].equals("0") ? missing++ : sector.get(year[i] + "|" + sic[i]);
      String what = year[i] + " " + sic[i] + " ";
      assertClose(what + "s_n", china.level.weights()[at], weights[i], 1e-8);
      for (int v = 0; v < names.length; v++) {
        assertClose(what + names[v], china.level.values()[v][at], wanted[v][i], 1e-8);
      }
    }
  }

  @Test
  @Tag("validation")
  void shouldAgreeWithTheShockLevelRegressionsOfTheChinaShock() {
    ChinaShocks china = ChinaShocks.read();
    double[][] v = china.level.values();
    int n = china.g.length;
    int[] all = IntStream.range(0, n).toArray();
    int[] mild = Arrays.stream(all).filter(s -> china.g[s] < 45).toArray();
    check(china, "iv_hc1", "fit_x", fit(china, all, v[0], v[1], china.g));
    check(china, "iv_gt45_cluster", "fit_x", fit(china, mild, v[0], v[1], china.g));
    check(china, "reduced_form_z", "fit_z", fit(china, all, v[0], v[2], china.g));
    check(china, "balance", "g", fit(china, all, v[3], null, china.g));
  }

  private static ShockRegression fit(
      ChinaShocks china, int[] rows, double[] y, double @Nullable [] x, double[] g) {
    return ShockRegression.fit(
        pick(y, rows),
        x == null ? null : pick(x, rows),
        pick(g, rows),
        new double[][] {ones(rows.length), pick(china.year, rows)},
        pick(china.level.weights(), rows),
        new Column.Numbers(Arrays.stream(rows).mapToDouble(r -> china.sic3[r]).toArray())
            .codes()
            .values());
  }

  private static void check(ChinaShocks china, String id, String first, ShockRegression fit) {
    JsonNode model = china.source.model(id);
    String[] names = {first, "(Intercept)", "year"};
    assertThat(fit.rows()).isEqualTo(model.get("n_used").asInt());
    for (int j = 0; j < names.length; j++) {
      String what = id + " " + names[j];
      assertClose(what, fit.coefficients()[j], model.get("coef").get(names[j]).asDouble(), 1e-8);
      se(what, model, "iid", names[j], fit.iid()[j][j]);
      se(what, model, "HC1", names[j], fit.robust()[j][j]);
      se(what, model, "cluster_sic3", names[j], requireNonNull(fit.clustered())[j][j]);
    }
    assertClose(
        id + " p",
        fit.inference().pValue(),
        ValidationCase.vcov(model, "cluster_sic3").get("pvalue").get(first).asDouble(),
        1e-7);
  }

  /** The same regressions by the formula, with all that the library says of them. */
  @Test
  @Tag("validation")
  void shouldAgreeOnEveryVarianceByTheFormulaToo() {
    ChinaShocks china = ChinaShocks.read();
    double[][] v = china.level.values();
    Frame shocks =
        Frame.empty()
            .with("y", v[0])
            .with("x", v[1])
            .with("z", v[2])
            .with("share", v[3])
            .with("g", china.g)
            .with("year", china.year)
            .with("s", china.level.weights())
            .with("sic3", Arrays.stream(china.sic3).asDoubleStream().toArray());
    int[] mild = IntStream.range(0, china.g.length).filter(i -> china.g[i] < 45).toArray();
    ValidationTable l = china.locations;
    Frame locations =
        Frame.empty()
            .with("y", l.numbers("y"))
            .with("x", l.numbers("x"))
            .with("z", l.numbers("z"))
            .with("t2", l.numbers("t2"))
            .with("Lsh_manuf", l.numbers("Lsh_manuf"))
            .with("s", l.numbers("wei"));
    SoftAssertions softly = new SoftAssertions();
    agree(china, "iv_hc1", "y ~ year | x ~ g", shocks, softly);
    agree(china, "iv_gt45_cluster", "y ~ year | x ~ g", shocks.take(mild), softly);
    agree(china, "reduced_form_z", "y ~ year | z ~ g", shocks, softly);
    agree(china, "balance", "share ~ g + year", shocks, softly);
    agree(china, "location_level_equivalent", "y ~ t2 + Lsh_manuf | x ~ z", locations, softly);
    softly.assertAll();
  }

  private static void agree(
      ChinaShocks china, String id, String formula, Frame data, SoftAssertions softly) {
    JsonNode model = china.source.model(id);
    for (JsonNode vcov : model.get("vcov")) {
      String type = vcov.get("type").asText();
      Estimate estimate =
          Estimate.ols(formula, data)
              .weights("s")
              .variance(type.startsWith("cluster") ? "cluster:sic3" : type);
      softly.check(() -> FixestModel.linear(estimate.fit(), model, vcov).agrees());
    }
  }

  @Test
  @Tag("validation")
  void shouldAgreeWithThePublishedShockLevelEstimates() {
    ChinaShocks china = ChinaShocks.read();
    JsonNode values = china.source.expected().at("/published/values");
    double[][] v = china.level.values();
    int[] all = IntStream.range(0, china.g.length).toArray();
    int[] mild = Arrays.stream(all).filter(s -> china.g[s] < 45).toArray();
    ShockRegression[] fits = {
      fit(china, all, v[0], v[1], china.g),
      fit(china, mild, v[0], v[1], china.g),
      fit(china, all, v[0], v[2], china.g),
      fit(china, all, v[3], null, china.g)
    };
    String[] errors = {"m1_se", "m2_se_cluster", "m3_se", "m4_se"};
    for (int m = 0; m < 4; m++) {
      double coefficient = values.get("m" + (m + 1)).asDouble();
      double error = values.get(errors[m]).asDouble();
      double[][] matrix = m == 1 ? requireNonNull(fits[m].clustered()) : fits[m].robust();
      assertThat(fits[m].coefficients()[0]).isCloseTo(coefficient, within(5.1e-9));
      assertThat(Math.sqrt(matrix[0][0])).isCloseTo(error, within(5.1e-7));
    }
  }

  private static void se(String what, JsonNode model, String type, String name, double variance) {
    double expected = ValidationCase.vcov(model, type).get("se").get(name).asDouble();
    assertClose(what + " " + type, Math.sqrt(variance), expected, 1e-8);
  }

  @Test
  @Tag("validation")
  void shouldAgreeWithTheLocationLevelEstimate() {
    ChinaShocks china = ChinaShocks.read();
    ValidationTable l = china.locations;
    double[] w = l.numbers("wei");
    InstrumentalVariables fit =
        InstrumentalVariables.fit(
            l.numbers("y"),
            new double[][] {l.numbers("x")},
            china.controls(),
            new double[][] {l.numbers("z")},
            w);
    JsonNode model = china.source.model("location_level_equivalent");
    String[] names = {"fit_x", "(Intercept)", "t2", "Lsh_manuf"};
    int n = l.size();
    double[][] robust =
        Sandwich.scaled(
            Sandwich.robust(fit.bread(), Sandwich.scores(fit.fitted(), w, fit.residuals())),
            n / (n - 4.0));
    for (int j = 0; j < 4; j++) {
      assertClose(
          names[j], fit.coefficients()[j], model.get("coef").get(names[j]).asDouble(), 1e-8);
      se(names[j], model, "HC1", names[j], robust[j][j]);
    }
    // The shock-level estimate without the year control is the location-level one, whatever the
    // standard errors (proposition 1).
    double[] shock = china.g;
    ShockRegression equivalent =
        ShockRegression.fit(
            china.level.values()[0],
            china.level.values()[1],
            shock,
            new double[][] {ones(shock.length)},
            china.level.weights(),
            null);
    double[] exposure = china.shares.exposure(shock);
    InstrumentalVariables own =
        InstrumentalVariables.fit(
            l.numbers("y"),
            new double[][] {l.numbers("x")},
            china.controls(),
            new double[][] {exposure},
            w);
    assertClose("equivalence", equivalent.coefficients()[0], own.coefficients()[0], 1e-9);
    RotembergWeights rotemberg =
        RotembergWeights.of(
            l.numbers("y"), l.numbers("x"), shock, china.controls(), w, china.shares);
    double estimate = 0;
    for (int k = 0; k < shock.length; k++) {
      if (rotemberg.weights()[k] != 0) {
        estimate += rotemberg.weights()[k] * rotemberg.estimates()[k];
      }
    }
    assertClose("sum of weights", Arrays.stream(rotemberg.weights()).sum(), 1, 1e-12);
    assertClose("Rotemberg", estimate, own.coefficients()[0], 1e-9);
  }

  @Test
  void shouldCompleteSharesByAMissingSectorOfEachPeriod() {
    Shares shares =
        new Shares(2, 1, new int[] {0, 1}, new int[] {0, 0}, new double[] {.25, 1})
            .completed(new int[] {0, 1});
    assertThat(shares.sectors()).isEqualTo(3);
    assertThat(shares.totals()).containsExactly(1, 1);
    assertThat(shares.toSectors(new double[] {1, 1})).containsExactly(1.25, .75, 0);
  }

  @Test
  void shouldRefuseSharesAboveOne() {
    Shares shares = new Shares(1, 1, new int[] {0}, new int[] {0}, new double[] {1.5});
    assertThatThrownBy(() -> shares.completed(new int[] {0})).hasMessageContaining("sum to 1.5");
  }

  @Test
  void shouldCountEffectiveShocks() {
    assertThat(ShockLevel.effectiveShocks(new double[] {.25, .25, .25, .25})).isEqualTo(4);
    assertThat(
            ShockLevel.effectiveShocks(new double[] {.25, .25, .25, .25}, new int[] {0, 0, 1, 1}))
        .isEqualTo(2);
    assertThat(ShockLevel.effectiveShocks(new double[] {1, 0})).isEqualTo(1);
  }

  @Test
  void shouldAverageResidualsByExposure() {
    Shares shares =
        new Shares(
            3, 2, new int[] {0, 1, 1, 2}, new int[] {0, 0, 1, 1}, new double[] {1, .5, .5, 1});
    ShockLevel level =
        ShockLevel.of(new double[][] {{1, 2, 6}}, new double[][] {ones(3)}, ones(3), shares);
    // Mean 3: residuals -2, -1, 3. Sector 0: (-2 - .5) / 1.5; sector 1: (-.5 + 3) / 1.5.
    assertClose("sector 0", level.values()[0][0], -2.5 / 1.5, 1e-14);
    assertClose("sector 1", level.values()[0][1], 2.5 / 1.5, 1e-14);
    assertThat(level.weights()).containsExactly(.5, .5);
  }

  @Test
  void shouldNameAControlThatDependsOnOthers() {
    assertThatThrownBy(
            () ->
                ShockRegression.fit(
                    new double[] {1, 2, 3},
                    null,
                    new double[] {1, 0, 2},
                    new double[][] {ones(3), ones(3)},
                    ones(3),
                    null))
        .hasMessageContaining("column 2");
  }

  private static Map<String, Integer> keys(ValidationTable table, String a, String b) {
    Map<String, Integer> keys = new HashMap<>();
    Iterator<String> second = Arrays.asList(table.words(b)).iterator();
    for (String first : table.words(a)) {
      keys.put(first + "|" + second.next(), keys.size());
    }
    return keys;
  }

  private static double[] pick(double[] v, int[] rows) {
    return Arrays.stream(rows).mapToDouble(r -> v[r]).toArray();
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
