package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Five support workers of a trust: two stay, one becomes a nurse, one goes elsewhere, one leaves.
 */
class CareersGapsLeftJobTest {
  private static final CareerYears Y = CareerYears.TABLE;
  private static final CareersGapsLeft G = CareersGapsLeft.TABLE;
  private static final CareerYears.Horizon H = Y.horizons.get(0);

  private static Object[] member(String person, Boolean nhs, Boolean trust, Boolean occupation) {
    return new Object[] {
      Y.personId,
      person,
      Y.level2,
      "NURSING_SUPPORT",
      H.nhs(),
      nhs,
      H.trust(),
      trust,
      H.occupation(),
      occupation
    };
  }

  private static Dataset<Row> rows() {
    TestRows rows =
        Years.of()
            .row(member("stays", true, true, true))
            .row(member("stays too", true, true, true))
            .row(member("moves on", true, true, false))
            .row(member("elsewhere", true, false, true))
            .row(member("leaves", false, false, false))
            .row(member("transferred", null, null, null))
            .row(Y.personId, "stays", Y.year, 2016, Y.level2, "NURSING_SUPPORT")
            .row(Y.personId, "stays too", Y.year, 2016, Y.level2, "NURSING_SUPPORT")
            .row(Y.personId, "arrives", Y.year, 2016, Y.level2, "NURSING_SUPPORT")
            .row(
                Y.personId,
                "arrives later",
                Y.year,
                2016,
                Y.level2,
                "NURSING_SUPPORT",
                Y.atStart,
                false);
    return new CareersGapsLeftJob().rows(FakeInputs.of().with(Y, rows.dataset()));
  }

  @Test
  void shouldSayWhereTheStaffWentAndHowFarTheirPlacesAreFilled() {
    assertRows(
            rows(),
            G.year,
            G.trust,
            G.group,
            G.staff,
            G.stayed,
            G.movedOn,
            G.otherTrust,
            G.left,
            G.staffLater,
            G.arrived,
            G.movedOnShare.value(),
            G.replaced,
            G.gap)
        .areExactly("2015 RA NURSING_SUPPORT 5 2 1 1 1 3 1 0.2 0.3333333333333333 0.4");
  }

  @Test
  void shouldKeepGroupsThatAreEmptyAtTheStartInYearsThatAreFollowed() {
    // Of two nurses of RA in 2015 one opens the group in RB; nobody is followed before or after.
    TestRows rows =
        Years.of()
            .row(nurse("stays", true))
            .row(nurse("opens", false))
            .row(Y.personId, "stays", Y.year, 2016)
            .row(Y.personId, "opens", Y.year, 2016, Y.organisation, "RB");
    assertRows(
            new CareersGapsLeftJob().rows(FakeInputs.of().with(Y, rows.dataset())),
            G.year,
            G.trust,
            G.staff,
            G.stayed,
            G.movedOn,
            G.otherTrust,
            G.left,
            G.staffLater,
            G.arrived,
            G.movedOnShare.value(),
            G.movedOnShare.low(),
            G.replaced,
            G.gap)
        .areExactly("2015 RA 2 1 0 1 0 1 0 0.0 0.0 0.0 0.5", "2015 RB 0 0 0 0 0 1 1 - - - -");
  }

  private static Object[] nurse(String person, boolean trust) {
    return new Object[] {Y.personId, person, H.nhs(), true, H.trust(), trust, H.occupation(), true};
  }
}
