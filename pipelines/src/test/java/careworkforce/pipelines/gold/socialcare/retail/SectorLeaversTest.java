package careworkforce.pipelines.gold.socialcare.retail;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Homes of ten staff in each month of the second quarters of 2014 and 2016: quarters 8057 and 8065,
 * of 30 staff-months, one leaver of whom is a rate of 12 / 30 = 0.4 a year.
 */
class SectorLeaversTest {
  private static final AscWorkerSpells S = AscWorkerSpells.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final HomeMonths M = HomeMonths.TABLE;
  private final TestRows spells =
      TestRows.of(S)
          .each(S.end, "left", S.contract, "190", S.destination, "other_sector", S.workerId, "w");
  private final TestRows homes =
      TestRows.of(H)
          .each(H.locationId, "l", H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
  private final TestRows staff =
      TestRows.of(M).each(M.staffAtStart, 10L, M.leavers, 0L, M.starters, 0L);
  private final Reports reports = new Reports();

  private void home(String home, String region) {
    homes.row(H.homeId, home, H.region, region, H.ttwa, region == null ? null : "T");
    for (String month :
        new String[] {"2014-04", "2014-05", "2014-06", "2016-04", "2016-05", "2016-06"}) {
      staff.row(M.homeId, home, M.month, month);
    }
  }

  /** Its staff are known in one of the quarter's months; one leaves in each. */
  @Test
  void shouldNotSetLeaversOfMonthsBeforeTheFirstReportAgainstStaffOfThoseAfter() {
    homes.row(H.homeId, "joiner", H.region, "North", H.ttwa, "T");
    staff.row(M.homeId, "joiner", M.month, "2016-06");
    reports.of("e", "joiner", "2016-06");
    left("e", "2016-04-11");
    left("e", "2016-05-11");
    left("e", "2016-06-11");
    assertThat(rates()).containsExactly("joiner 8065 1.2");
  }

  private void left(String establishment, String day) {
    spells.row(S.establishmentId, establishment, S.endedOn, day);
  }

  private FakeInputs inputs() {
    return reports
        .with(FakeInputs.of())
        .with(S, spells.dataset())
        .with(H, homes.dataset())
        .with(M, staff.dataset());
  }

  /** The rates of all homes and quarters, in words. */
  private Stream<String> rates() {
    FakeInputs inputs = inputs();
    Dataset<Row> shares = SectorLeavers.shares(SectorLeavers.cells(inputs));
    return SectorLeavers.rates(HomeQuarters.of(inputs.table(M)), shares)
        .orderBy(M.homeId.col(), col(HomeQuarters.QUARTER))
        .collectAsList()
        .stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s %d %.1f",
                    row.<String>getAs(M.homeId.name()),
                    row.<Integer>getAs(HomeQuarters.QUARTER),
                    row.<Double>getAs(SectorLeavers.RATE)));
  }

  /** A new owner reports under another number from 2016 on. */
  @Test
  void shouldCountLeaversOfEveryEstablishmentThatAHomeHasHad() {
    home("sold", "North");
    reports
        .of("before", "sold", "2014-03")
        .of("before", "sold", "2014-06")
        .of("after", "sold", "2016-03")
        .of("after", "sold", "2016-06");
    left("before", "2014-05-11");
    left("after", "2016-05-11");
    assertThat(rates()).containsExactly("sold 8057 0.4", "sold 8065 0.4");
  }

  /** Its staff are counted at the later home for all of its time. */
  @Test
  void shouldCountLeaversOfAnEstablishmentThatMovedOnceAtTheHomeOfItsStaff() {
    home("former", "North");
    home("later", "North");
    reports.of("moved", "former", "2014-03").of("moved", "later", "2016-03");
    left("moved", "2014-05-11");
    assertThat(rates())
        .containsExactly("former 8057 0.0", "former 8065 0.0", "later 8057 0.4", "later 8065 0.0");
  }

  @Test
  void shouldCountLeaversOfAHomeWhoseRegionIsNotKnown() {
    home("nowhere", null);
    reports.of("e", "nowhere", "2014-03").of("e", "nowhere", "2014-06");
    left("e", "2014-05-11");
    assertThat(rates()).containsExactly("nowhere 8057 0.4", "nowhere 8065 0.0");
  }
}
