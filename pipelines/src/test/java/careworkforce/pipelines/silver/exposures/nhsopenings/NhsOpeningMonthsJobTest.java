package careworkforce.pipelines.silver.exposures.nhsopenings;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class NhsOpeningMonthsJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final MassExits X = MassExits.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;
  private static final Deprivation D = Deprivation.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;
  private static final NhsOpeningMonths M = NhsOpeningMonths.TABLE;

  private int people;
  private boolean founded;
  private boolean transferred;

  private void stands(TestRows spells, String trust, String first, String last, int many) {
    for (int i = 0; i < many; i++) {
      spells.row(
          S.personId, "p" + people++,
          S.organisation, trust,
          S.firstMonth, first,
          S.lastMonth, last,
          S.leftCensored, first.equals("2015-01"));
    }
  }

  private static void goWithTheirService(TestRows spells, String trust, int many) {
    for (int i = 0; i < many; i++) {
      String person = "of " + trust + " " + i;
      spells
          .row(
              S.personId,
              person,
              S.organisation,
              trust,
              S.firstMonth,
              "2015-01",
              S.lastMonth,
              "2015-02",
              S.leftCensored,
              true,
              S.rightCensored,
              false,
              S.leaverEsr,
              true)
          .row(
              S.personId,
              person,
              S.firstMonth,
              "2015-03",
              S.lastMonth,
              "2015-03",
              S.leftCensored,
              false,
              S.state,
              "LEFT",
              S.level2,
              null,
              S.bandRank,
              null);
    }
  }

  /**
   * Trust A1 of area A has four assistants at the base, B1 of area B six; area C has no trust. In
   * February A1 hires two and loses one, B1 hires three. The three areas have 100, 100 and 200
   * residents of working age.
   */
  private Dataset<Row> months() {
    TestRows spells =
        TestRows.of(S)
            .each(
                S.months,
                1,
                S.state,
                "ACTIVE",
                S.level2,
                "NURSING_SUPPORT",
                S.band,
                "2",
                S.bandRank,
                20,
                S.rightCensored,
                true,
                S.leaverOfficial,
                false);
    stands(spells, "A1", "2015-01", "2015-03", 3);
    stands(spells, "A1", "2015-01", "2015-01", 1);
    stands(spells, "A1", "2015-02", "2015-03", 2);
    stands(spells, "B1", "2015-01", "2015-03", 5);
    stands(spells, "B1", "2015-02", "2015-03", 3);
    // Rises a band in her trust in March: neither an opening nor growth.
    spells.row(
        S.personId, "riser",
        S.organisation, "A1",
        S.firstMonth, "2015-03",
        S.lastMonth, "2015-03",
        S.leftCensored, false,
        S.bandRank, 30);
    spells.row(
        S.personId, "riser",
        S.organisation, "A1",
        S.firstMonth, "2015-01",
        S.lastMonth, "2015-02",
        S.leftCensored, true);
    // A leave is neither, and a nurse of band 5 has no such job.
    spells.row(
        S.personId, "mother",
        S.organisation, "B1",
        S.firstMonth, "2015-02",
        S.lastMonth, "2015-03",
        S.leftCensored, false,
        S.state, "PARENTAL");
    spells.row(
        S.personId, "mother",
        S.organisation, "B1",
        S.firstMonth, "2015-01",
        S.lastMonth, "2015-01",
        S.leftCensored, true);
    spells.row(
        S.personId, "nurse",
        S.organisation, "A1",
        S.firstMonth, "2015-02",
        S.lastMonth, "2015-03",
        S.leftCensored, false,
        S.bandRank, 50);
    if (founded) {
      stands(spells, "C1", "2015-02", "2015-03", 4);
      spells.row(
          S.personId, "clerk",
          S.organisation, "A1",
          S.firstMonth, "2015-03",
          S.lastMonth, "2015-03",
          S.leftCensored, false,
          S.level2, "CLERICAL");
    }
    TestRows exits = TestRows.of(X).each(X.leavers, 3L, X.staff, 5L);
    if (transferred) {
      for (String trust : new String[] {"A1", "B1"}) {
        goWithTheirService(spells, trust, 3);
        exits.row(X.organisation, trust, X.level2, "NURSING_SUPPORT", X.month, "2015-02");
      }
    }
    TestRows trusts =
        TestRows.of(A)
            .row(A.organisation, "A1", A.lad, "a", A.ttwa, "A")
            .row(A.organisation, "C1", A.lad, "c", A.ttwa, "C")
            .row(A.organisation, "B1", A.lad, "b", A.ttwa, "B");
    TestRows people =
        TestRows.of(D)
            .each(
                D.period,
                "2019-01",
                D.sourceFile,
                "f",
                D.sourceLine,
                2L,
                D.imdRank,
                1,
                D.imdDecile,
                1)
            .row(D.lsoa11Code, "1", D.ladCode, "a", D.workingAge, 100)
            .row(D.lsoa11Code, "2", D.ladCode, "b", D.workingAge, 100)
            .row(D.lsoa11Code, "3", D.ladCode, "c", D.workingAge, 200);
    TestRows lookup =
        TestRows.of(T)
            .row(T.lad, "a", T.present, "a", T.ttwa, "A")
            .row(T.lad, "b", T.present, "b", T.ttwa, "B")
            .row(T.lad, "c", T.present, "c", T.ttwa, "C");
    TestRows links =
        TestRows.of(L)
            .row(L.link, "ttwa", L.area, "A", L.linked, "A", L.weight, 1.0)
            .row(L.link, "ttwa", L.area, "C", L.linked, "C", L.weight, 1.0)
            .row(L.link, "commuting", L.area, "A", L.linked, "A", L.weight, 0.5)
            .row(L.link, "commuting", L.area, "A", L.linked, "C", L.weight, 0.5);
    return new NhsOpeningMonthsJob()
        .rows(
            FakeInputs.of()
                .with(S, spells.dataset())
                .with(X, exits.dataset())
                .with(A, trusts.dataset())
                .with(D, people.dataset())
                .with(T, lookup.dataset())
                .with(L, links.dataset()));
  }

  private static double value(Dataset<Row> months, String where, String column) {
    return months.where(where).first().getAs(column);
  }

  /** In February two start and one goes: openings are 2 + (2 - 1) = 3 to 100 residents. */
  @Test
  void shouldAddStartersAndGrowthOfBandsTwoToFour() {
    Dataset<Row> months = months();
    String february = "area_link = 'ttwa' and ttwa_code = 'A' and month = '2015-02-01'";
    assertThat(value(months, february, M.perHundred.name())).isCloseTo(36, within(1e-9));
    // Eleven jobs to 400 residents: 2.75 in A, so twelve times 3 / 2.75 a year.
    assertThat(value(months, february, M.openings.name())).isCloseTo(12 * 3 / 2.75, within(1e-9));
    assertThat(
            value(
                months,
                "area_link = 'ttwa' and ttwa_code = 'A' and month = '2015-03-01'",
                M.openings.name()))
        .isZero();
  }

  /** The five of A1 at the base times the six openings of B1 for each of its six: five. */
  @Test
  void shouldPredictFromOtherTrustsAlone() {
    Dataset<Row> months = months();
    assertThat(
            value(
                months,
                "area_link = 'ttwa' and ttwa_code = 'A' and month = '2015-02-01'",
                M.predicted.name()))
        .isCloseTo(12 * 5 * 6 / 6.0 / 2.75, within(1e-9));
  }

  /**
   * C1 opens in February with four assistants, and A1 takes on its first clerk in March. Without
   * jobs at the base neither has a prediction; the eight of C1 are among those that A1's assistants
   * are predicted from.
   */
  @Test
  void shouldCountOpeningsOfTrustsAndGroupsThatHadNoJobsAtTheBase() {
    founded = true;
    Dataset<Row> months = months();
    String opened = "area_link = 'ttwa' and ttwa_code = 'C' and month = '2015-02-01'";
    assertThat(value(months, opened, M.perHundred.name())).isCloseTo(8 * 12 / 2.0, within(1e-9));
    assertThat(value(months, opened, M.predicted.name())).isZero();
    String clerk = "area_link = 'ttwa' and ttwa_code = 'A' and month = '2015-03-01'";
    assertThat(value(months, clerk, M.perHundred.name())).isCloseTo(2 * 12, within(1e-9));
    assertThat(value(months, clerk, M.predicted.name())).isZero();
    assertThat(
            value(
                months,
                "area_link = 'ttwa' and ttwa_code = 'A' and month = '2015-02-01'",
                M.predicted.name()))
        .isCloseTo(12 * 5 * (6 + 8) / 6.0 / 2.75, within(1e-9));
  }

  /**
   * Three assistants of each trust go out of the record with their service after February. Their
   * jobs go on: neither are openings in March fewer, nor what those of B1 predict for A.
   */
  @Test
  void shouldNotTakeAServiceMovedOutOfTheRecordForJobsThatVanish() {
    transferred = true;
    Dataset<Row> months = months();
    String march = "area_link = 'ttwa' and ttwa_code = 'A' and month = '2015-03-01'";
    assertThat(value(months, march, M.perHundred.name())).isZero();
    assertThat(value(months, march, M.predicted.name())).isZero();
  }

  @Test
  void shouldHaveNoOpeningsInAnAreaWithoutTrustAndCountLinkedAreas() {
    Dataset<Row> months = months();
    assertRows(months.where("area_link = 'ttwa'"), M.ttwa, M.month)
        .areExactly("A 2015-02-01", "A 2015-03-01", "C 2015-02-01", "C 2015-03-01");
    assertThat(value(months, "area_link = 'ttwa' and ttwa_code = 'C'", M.openings.name())).isZero();
    assertThat(
            value(months, "area_link = 'commuting' and month = '2015-02-01'", M.perHundred.name()))
        .isCloseTo(18, within(1e-9));
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    founded = true;
    SameTables.assertSameCounts(Partitions.of(1, this::months), Partitions.of(7, this::months));
  }
}
