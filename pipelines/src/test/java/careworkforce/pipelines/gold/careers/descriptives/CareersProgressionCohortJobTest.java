package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Nurses on the lowest point of band 5 in November 2012, and others who are not. */
class CareersProgressionCohortJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final MassExits X = MassExits.TABLE;
  private static final CareersProgressionCohort C = CareersProgressionCohort.TABLE;

  private final TestRows months =
      TestRows.of(M).each(M.month, "2012-11", M.level2, "NURSES", M.band, "5", M.spinePoint, 16);
  private final TestRows spells =
      TestRows.of(S).each(S.lastMonth, "2021-12", S.months, 1, S.level2, "NURSES");
  private final TestRows exits = TestRows.of(X);

  private void nurse(String person, String stateLater, String groupLater, Integer rankLater) {
    months.row(M.personId, person);
    spells.row(
        S.personId, person,
        S.firstMonth, "2015-01",
        S.state, stateLater,
        S.level2, groupLater,
        S.bandRank, rankLater);
  }

  private Dataset<Row> rows() {
    CareerYears y = CareerYears.TABLE;
    return new CareersProgressionCohortJob()
        .rows(
            FakeInputs.of()
                .with(M, months.dataset())
                .with(S, spells.dataset())
                .with(X, exits.dataset())
                .with(
                    y,
                    TestRows.of(y)
                        .row(y.personId, "five", y.year, 2012, y.sex, "Male")
                        .row(y.personId, "five", y.year, 2013, y.sex, "Female")
                        .dataset()));
  }

  @Test
  void shouldSplitTheCohortFourWays() {
    nurse("five", "ACTIVE", "NURSES", 50);
    nurse("six", "PARENTAL", "NURSES", 60);
    nurse("seven", "ACTIVE", "NURSES", 70);
    nurse("eight", "ACTIVE", "NURSES", 81);
    nurse("manager", "ACTIVE", "MANAGERS", 70);
    nurse("gone", "LEFT", null, null);
    nurse("away", "GAP", null, null);
    assertRows(rows().where("breakdown = 'all'"), C.outcome, C.persons, C.there, C.cohort, C.seen)
        .areExactly(
            "BAND_5 7 1 2012-11 2021-08",
            "BAND_6 7 1 2012-11 2021-08",
            "BAND_7_TO_9 7 2 2012-11 2021-08",
            "LEFT 7 3 2012-11 2021-08");
  }

  @Test
  void shouldNotPutANurseWithoutABandInBandFive() {
    nurse("five", "ACTIVE", "NURSES", 50);
    nurse("four", "ACTIVE", "NURSES", 40);
    nurse("local pay", "ACTIVE", "NURSES", null);
    assertRows(rows().where("breakdown = 'all'"), C.outcome, C.persons, C.there)
        .areExactly("BAND_5 3 2", "NO_BAND 3 1");
  }

  @Test
  void shouldFollowNobodyAboveTheLowestPointOrOutsideNursing() {
    nurse("five", "ACTIVE", "NURSES", 50);
    months.row(M.personId, "higher point", M.spinePoint, 17);
    months.row(M.personId, "band 6", M.band, "6");
    months.row(M.personId, "therapist", M.level2, "AHPS");
    months.row(M.personId, "a year early", M.month, "2011-11");
    for (String other : new String[] {"higher point", "band 6", "therapist", "a year early"}) {
      spells.row(S.personId, other, S.firstMonth, "2015-01", S.state, "ACTIVE", S.bandRank, 60);
    }
    assertRows(rows().where("breakdown = 'sex'"), C.outcome, C.persons, C.value)
        .areExactly("BAND_5 1 Male");
  }

  @Test
  void shouldLeaveOutThoseTransferredWithTheirService() {
    nurse("five", "ACTIVE", "NURSES", 50);
    nurse("service", "LEFT", null, null);
    spells.row(
        S.personId, "service",
        S.firstMonth, "2012-01",
        S.lastMonth, "2014-12",
        S.state, "ACTIVE",
        S.organisation, "RA",
        S.leaverEsr, true);
    exits.row(X.organisation, "RA", X.level2, "NURSES", X.month, "2014-12");
    assertRows(rows().where("breakdown = 'all'"), C.outcome, C.persons).areExactly("BAND_5 1");
  }
}
