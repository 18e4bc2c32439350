package careworkforce.pipelines.gold.careers.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.gold.careers.PlantedCareers;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From delivered files to hazards: each planted driver lies in its interval, and is found. */
@Tag("slow")
class DriversRecoveryTest {
  private static final CareersDrivers D = CareersDrivers.TABLE;
  @TempDir static Path folder;
  private static PlantedCareers england;

  @BeforeAll
  static void make() {
    england = PlantedCareers.below(folder, D);
  }

  private static void assertFound(String event, String term, String truth) {
    Row row = england.row(D, event, "cloglog", term);
    double low = row.getAs(D.ciLow.name());
    double high = row.getAs(D.ciHigh.name());
    assertThat(england.planted(truth)).as("%s: %s", truth, row).isBetween(low, high);
    assertThat(low * high).as("%s is told from nothing: %s", truth, row).isPositive();
  }

  @Test
  void shouldRecoverWhatSicknessDoesToLeaving() {
    assertFound("left", "sickness::recent", "careers_sickness_on_leaving");
  }

  @Test
  void shouldRecoverWhatHousePricesDoToMovesOfTrust() {
    assertFound("trust", "log_house_price", "careers_house_price_on_trust_moves");
  }

  @Test
  void shouldRecoverWhatAPolicyDoesToMovesAndSeeThatTheOtherDoesNothing() {
    for (String event : List.of("move_up", "move_level")) {
      Row row = england.row(D, event, "cloglog", "policy_career_development");
      assertThat(england.planted("careers_policy_on_moves"))
          .as("%s", row)
          .isBetween(row.getAs(D.ciLow.name()), row.getAs(D.ciHigh.name()));
      Row nil = england.row(D, event, "cloglog", "policy_well_being");
      assertThat(0.0)
          .as("%s", nil)
          .isBetween(nil.getAs(D.ciLow.name()), nil.getAs(D.ciHigh.name()));
    }
  }

  @Test
  void shouldRecoverWhatParenthoodDoesToMoves() {
    for (String event : List.of("move_up", "move_level")) {
      Row row = england.row(D, event, "cloglog", "parenthood::returned");
      assertThat(england.planted("careers_parenthood_on_moves"))
          .as("%s", row)
          .isBetween(row.getAs(D.ciLow.name()), row.getAs(D.ciHigh.name()));
    }
  }

  @Test
  void shouldFindNothingWhereNothingIsPlanted() {
    for (String event : List.of("move_up", "trust")) {
      Row row = england.row(D, event, "cloglog", "ethnicity::minority");
      assertThat(0.0)
          .as("%s", row)
          .isBetween(row.getAs(D.ciLow.name()), row.getAs(D.ciHigh.name()));
    }
  }
}
