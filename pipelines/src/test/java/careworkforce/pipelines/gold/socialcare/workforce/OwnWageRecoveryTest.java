package careworkforce.pipelines.gold.socialcare.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.synthetic.Synth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five years of care homes that all report at first, with pay two and a half times as spread as
 * usual, and turnover that little else moves, so that it seldom meets its floor: from delivered
 * files to what own pay does.
 */
@Tag("slow")
class OwnWageRecoveryTest {
  private static final SocialcareOwnWage W = SocialcareOwnWage.TABLE;
  private static final SocialcareElasticities E = SocialcareElasticities.TABLE;
  private static final Map<String, String> WORLD =
      Map.of(
          "synthetic.scale", "0.008",
          "synthetic.from", "\"2014-01\"",
          "synthetic.to", "\"2018-12\"",
          "synthetic.ecds-start", "\"2018-10\"",
          "synthetic.ascwds.reporting", "1.0",
          "synthetic.mechanism.wage-spread", "0.03",
          "synthetic.mechanism.shock-on-turnover", "0.02",
          "synthetic.supply.own-wage-spread", "0.15",
          "synthetic.supply.pay-level-spread", "0.20");

  @TempDir static Path folder;
  private static Lake lake;
  private static Path landing;

  @BeforeAll
  static void make() {
    Synth.write(
        Sparks.session(),
        Settings.load(List.of(), WORLD),
        new org.apache.hadoop.fs.Path(folder.toUri()),
        (part, number, of) -> {});
    landing = folder.resolve("landing");
    List<String> wanted =
        java.util.stream.Stream.<Table>of(W, E).map(table -> "+" + table.fullName()).toList();
    lake = SmallEngland.run(folder.resolve("lake"), landing, wanted);
  }

  private static double planted(String name) {
    try {
      String truth = Files.readString(landing.resolve("truth.json"));
      return Double.parseDouble(truth.replaceAll("(?s).*\"" + name + "\": (-?[0-9.eE-]+).*", "$1"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Row row(EstimateTable table, String outcome, String estimator) {
    return lake.read(table)
        .where(
            table
                .outcome
                .col()
                .equalTo(functions.lit(outcome))
                .and(table.estimator.col().equalTo(functions.lit(estimator)))
                .and(table.sample.col().contains(functions.lit("care homes")))
                .and(functions.not(table.sample.col().contains(functions.lit("followed to")))))
        .first();
  }

  private static void assertCovers(EstimateTable table, Row row, double truth) {
    assertThat(truth)
        .as("%s", row)
        .isBetween(row.getAs(table.ciLow.name()), row.getAs(table.ciHigh.name()));
  }

  @Test
  void shouldRecoverThreePointsForTenPercentWithinHomes() {
    double truth = 0.1 * planted("own_wage_on_turnover");
    for (String estimator : List.of("home_effects", "cre_probit", "cre_hazard")) {
      assertCovers(W, row(W, "separated", estimator), truth);
    }
  }

  @Test
  void shouldRecoverTheAttenuatedFigureIfUnobservedDifferencesAreIgnored() {
    Row pooled = row(W, "separated", "pooled");
    assertCovers(W, pooled, 0.1 * planted("own_wage_on_turnover_ignoring_levels"));
    assertThat(0.1 * planted("own_wage_on_turnover")).isLessThan(pooled.getAs(W.ciLow.name()));
  }

  @Test
  void shouldRecoverTheElasticityOfEmployment() {
    assertCovers(
        E, row(E, "employment", "home_effects"), planted("own_wage_elasticity_of_employment"));
  }
}
