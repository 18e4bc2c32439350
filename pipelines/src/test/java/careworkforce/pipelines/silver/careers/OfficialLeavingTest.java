package careworkforce.pipelines.silver.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;

import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import org.junit.jupiter.api.Test;

/** Who leaves active service, by whom a year begins with and who joins in it. */
class OfficialLeavingTest extends CareersFromSeptember2014 {
  @Test
  void shouldCallLeaveLeavingOfficiallyAndNotOnThePayroll() {
    at("leave", "2014-09", "2015-06", "ACTIVE", "RA", "NURSING_SUPPORT");
    at("leave", "2015-07", "2016-03", "PARENTAL", "RA", "NURSING_SUPPORT");
    at("leave", "2016-04", END, "ACTIVE", "RA", "NURSING_SUPPORT");
    assertRows(
            of("leave").where(Y.year.col().lt(lit(2017))),
            Y.year,
            YEAR.leaverOfficial(),
            YEAR.leaverEsr(),
            TWO.leaverOfficial(),
            Y.officialLeaver,
            Y.exits,
            Y.personMonths)
        .areExactly(
            "2014 true false false true 0 12",
            "2015 - false - false 0 12",
            "2016 false false false false 0 12");
  }

  /** Sick on 30 September 2015 and all of the year from 2017: in active service throughout. */
  @Test
  void shouldNotCallSicknessLeavingOfficially() {
    at("sick", "2014-09", "2015-07", "ACTIVE", "RA", "NURSING_SUPPORT");
    at("sick", "2015-08", "2015-10", "LONG_SICK", "RA", "NURSING_SUPPORT");
    at("sick", "2015-11", "2017-08", "ACTIVE", "RA", "NURSING_SUPPORT");
    at("sick", "2017-09", "2018-08", "LONG_SICK", "RA", "NURSING_SUPPORT");
    at("sick", "2018-09", END, "PARENTAL", "RA", "NURSING_SUPPORT");
    assertRows(
            of("sick").where(Y.year.col().lt(lit(2018))),
            Y.year,
            YEAR.leaverOfficial(),
            Y.officialLeaver,
            Y.officialLeaverOf(Y.level2))
        .areExactly(
            "2014 false false false",
            "2015 false false false",
            "2016 false false false",
            "2017 true true true");
  }

  @Test
  void shouldCountAJoinerWhoLeavesWithinTheYearAmongItsLeaversButNotAmongThoseOfItsStart() {
    leaves("joiner", "2015-11", "2016-02", "2016-03");
    assertRows(
            of("joiner"),
            Y.year,
            Y.atStart,
            Y.officialLeaver,
            YEAR.leaverOfficial(),
            Y.personMonths,
            Y.exits,
            Y.left,
            Y.month)
        .areExactly("2015 false true - 4 1 true 2015-11");
  }

  /** Who is on leave on 30 September has left already, and is no leaver of it a second time. */
  @Test
  void shouldNotCallWhoIsBackFromLeaveInAnotherTrustALeaverOfTheOldOne() {
    at("goes", "2014-09", "2015-03", "ACTIVE", "RA", "NURSES");
    at("goes", "2015-04", END, "ACTIVE", "RB", "NURSES");
    at("back", "2014-09", "2015-03", "PARENTAL", "RA", "NURSES");
    at("back", "2015-04", END, "ACTIVE", "RB", "NURSES");
    assertRows(
            years().where(Y.year.col().equalTo(lit(2014))),
            Y.personId,
            Y.officialLeaver,
            Y.officialLeaverOf(Y.organisation),
            Y.officialLeaverOf(Y.level2))
        .areExactly("stays false false false", "goes false true false", "back false false false");
  }

  /** Absent from September to December with a gap of five months: no exit yet, and no leaver. */
  @Test
  void shouldCountAServiceTransferredAtTheWindowsEndNeitherAsLeaversNorAsStayers() {
    spells.row(
        S.personId,
        "service",
        S.firstMonth,
        "2020-09",
        S.lastMonth,
        "2021-08",
        S.months,
        12,
        S.state,
        "ACTIVE",
        S.organisation,
        "RA",
        S.level2,
        "NURSES",
        S.rightCensored,
        true,
        S.leaverOfficial,
        true);
    spells.row(
        S.personId,
        "service",
        S.firstMonth,
        "2021-09",
        S.lastMonth,
        END,
        S.months,
        4,
        S.state,
        "GAP",
        S.rightCensored,
        true,
        S.leaverEsr,
        false);
    exits.row(X.organisation, "RA", X.level2, "NURSES", X.month, "2021-08", X.leavers, 40L);
    assertRows(
            new CareerYearsJob()
                .rows(inputs().with(EsrSpellsJob.GAP, 5))
                .where(Y.personId.col().equalTo(lit("service"))),
            Y.year,
            YEAR.leaverOfficial(),
            YEAR.nhs(),
            Y.officialLeaver,
            Y.exits,
            Y.groupAYearLater)
        .areExactly("2020 - - - 0 TRANSFERRED");
  }
}
