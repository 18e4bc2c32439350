package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordMonths;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * A trust whose staff live in a poor district, half of whose residents live in the most deprived
 * fifth, and in a rich one, where nobody does: three and one of four.
 */
class CareersAnchorJobTest {
  private static final CareerYears Y = CareerYears.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final Deprivation D = Deprivation.TABLE;
  private static final CareersAnchor A = CareersAnchor.TABLE;

  private static Dataset<Row> rows() {
    TestRows years =
        Years.of()
            .row(Y.personId, "a", Y.homeDistrict, "POOR", Y.deprivation, 1)
            .row(Y.personId, "b", Y.homeDistrict, "POOR", Y.deprivation, 4)
            .row(Y.personId, "c", Y.homeDistrict, "POOR", Y.deprivation, 1)
            .row(Y.personId, "d", Y.homeDistrict, "RICH", Y.deprivation, 5)
            .row(joiner("e", "2", 1))
            .row(joiner("f", "4", 1))
            .row(joiner("g", "3", 2))
            .row(joiner("h", "3", 5))
            .row(joiner("home unknown", "3", null))
            .row(joiner("nurse", "5", 1));
    TestRows moves =
        TestRows.of(V)
            .each(V.headline, true, V.direction, "up")
            .row(V.personId, "a", V.month, "2016-03")
            .row(V.personId, "a", V.month, "2016-09")
            .row(V.personId, "b", V.month, "2016-03", V.direction, "level")
            .row(V.personId, "d", V.month, "2016-10")
            .row(V.personId, "c", V.month, "2015-09");
    return rows(years, moves);
  }

  private static Dataset<Row> rows(TestRows years, TestRows moves) {
    return new CareersAnchorJob()
        .rows(
            FakeInputs.of()
                .with(Y, years.dataset())
                .with(V, moves.dataset())
                .with(D, areas().dataset())
                .with(
                    TrustAreas.TABLE,
                    TestRows.of(TrustAreas.TABLE)
                        .row(
                            TrustAreas.TABLE.organisation, "RA",
                            TrustAreas.TABLE.lad, "POOR",
                            TrustAreas.TABLE.ttwa, "town")
                        .dataset())
                .with(
                    DistrictAreas.TABLE,
                    TestRows.of(DistrictAreas.TABLE)
                        .row(DistrictAreas.TABLE.lad, "POOR", DistrictAreas.TABLE.ttwa, "town")
                        .row(DistrictAreas.TABLE.lad, "RICH", DistrictAreas.TABLE.ttwa, "hills")
                        .dataset())
                .with(EsrPersonMonths.TABLE, RecordMonths.of("2014-09", "2016-12")));
  }

  @Test
  void shouldCountThoseWhoJoinInTheSeptemberThatEndsTheYear() {
    // The window begins in September 2014, where "b" is no entrant. "a" joins a September later,
    // "b"
    // is away for the year after and comes back at its end, when another two join, one to band 5.
    TestRows years =
        Years.of()
            .row(Y.personId, "a", Y.band, "2", Y.deprivation, 1)
            .row(september(2016, "a", "2", 1))
            .row(joiner("joined in May", "3", 5))
            .row(september(2016, "joined in May", "3", 5))
            .row(september(2016, "joined in September", "3", 1))
            .row(september(2016, "nurse", "5", 1))
            .row(september(2014, "b", "2", 2))
            .row(september(2016, "b", "2", 2));
    assertRows(
            rows(years, TestRows.of(V))
                .where("anchor_group = 'ENTRANTS_BAND_2_TO_4' and trust = 'RA'"),
            A.year,
            A.persons,
            A.deprived)
        .areExactly("2014 1 1", "2015 3 1");
  }

  private static Object[] september(int year, String person, String band, Integer fifth) {
    return new Object[] {Y.personId, person, Y.year, year, Y.band, band, Y.deprivation, fifth};
  }

  private static Object[] joiner(String person, String band, Integer fifth) {
    return new Object[] {Y.personId, person, Y.atStart, false, Y.band, band, Y.deprivation, fifth};
  }

  private static TestRows areas() {
    return TestRows.of(D)
        .each(D.period, "2019-09", D.ladCode, "POOR", D.workingAge, 1000)
        .row(D.lsoa11Code, "1", D.imdDecile, 1, D.workingAge, 500)
        .row(D.lsoa11Code, "2", D.imdDecile, 2, D.workingAge, 500)
        .row(D.lsoa11Code, "3", D.imdDecile, 3)
        .row(D.lsoa11Code, "4", D.imdDecile, 9, D.ladCode, "RICH");
  }

  @Test
  void shouldSetEntrantsToBandsTwoToFourAgainstTheCatchment() {
    assertRows(
            rows().where("anchor_group = 'ENTRANTS_BAND_2_TO_4'"),
            A.trust,
            A.persons,
            A.deprived,
            A.share.value(),
            A.catchment,
            A.ratio)
        .areExactly("RA 4 2 0.5 0.375 1.3333333333333333", "all 4 2 0.5 0.375 1.3333333333333333");
  }

  @Test
  void shouldSetEntrantsAgainstTheTownOfTheTrustAsWell() {
    // The trust's town is the poor district, from which fewer of its staff come than live there.
    assertRows(
            rows().where("anchor_group = 'ENTRANTS_BAND_2_TO_4'"),
            A.trust,
            A.share.value(),
            A.areaShare,
            A.areaRatio)
        .areExactly("RA 0.5 0.5 1.0", "all 0.5 0.5 1.0");
  }

  @Test
  void shouldTellHowManyMonthsOfAYearTheRecordHas() {
    // October to December 2016, of which a move shows after three more months alone.
    TestRows years =
        Years.of()
            .row(joiner("a", "2", 1))
            .row(september(2016, "a", "2", 1))
            .row(Y.personId, "b", Y.year, 2016, Y.atStart, false, Y.band, "2", Y.deprivation, 1);
    TestRows moves =
        TestRows.of(V)
            .each(V.headline, true, V.direction, "up")
            .row(V.personId, "a", V.month, "2016-09");
    assertRows(rows(years, moves).where("trust = 'RA'"), A.year, A.group, A.months)
        .areExactly(
            "2015 ENTRANTS_BAND_2_TO_4 12", "2015 UPWARD_MOVERS 12", "2016 ENTRANTS_BAND_2_TO_4 3");
  }

  @Test
  void shouldCountEachUpwardMoverOfTheYearOnce() {
    assertRows(
            rows().where("anchor_group = 'UPWARD_MOVERS' and trust = 'RA'"),
            A.year,
            A.persons,
            A.deprived)
        .areExactly("2015 1 1");
  }
}
