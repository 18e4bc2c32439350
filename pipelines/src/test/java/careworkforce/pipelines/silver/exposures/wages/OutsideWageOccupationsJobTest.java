package careworkforce.pipelines.silver.exposures.wages;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.adverts.OccupationJobs;
import careworkforce.pipelines.bronze.ashe.AsheOccupationPay;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.SocOccupations;
import careworkforce.pipelines.silver.reference.SocOccupationsJob;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Sales (7111), to which 40% of leavers go, and kitchens (9272), to which 20% go. Of 400 jobs each,
 * area N in the north has 300 and 100, area S in the south 100 and 300. Each has 400 care workers
 * (6145) too, and 10% of leavers are that elsewhere.
 */
class OutsideWageOccupationsJobTest {
  private static final AsheOccupationPay P = AsheOccupationPay.TABLE;
  private static final OccupationJobs J = OccupationJobs.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final CareDestinations F = CareDestinations.TABLE;
  private static final OutsideWageShares H = OutsideWageShares.TABLE;
  private static final OutsideWageOccupations O = OutsideWageOccupations.TABLE;

  private final TestRows pay =
      TestRows.of(P).each(P.sourceFile, "f", P.description, "d", P.jobs, "10");
  private long line;

  private void published(int year, String code, String median) {
    pay.row(P.period, year + "-04", P.sourceLine, ++line, P.code, code, P.median, median);
  }

  private void given() {
    for (int year = 2015; year <= 2016; year++) {
      published(year, "E12000001 7111", "8");
      published(year, "E12000008 7111", year == 2015 ? "10" : "11");
      published(year, "E12000001 9272", "7");
      published(year, "E12000008 9272", "9");
    }
  }

  private Dataset<Row> index() {
    TestRows lookup =
        TestRows.of(T)
            .row(T.lad, "n", T.present, "n", T.ttwa, "N")
            .row(T.lad, "s", T.present, "s", T.ttwa, "S");
    TestRows jobs =
        TestRows.of(J)
            .each(J.period, "2011-01", J.sourceFile, "f", J.sourceLine, 2L)
            .row(J.ladCode, "n", J.occupation, "7111", J.jobs, 300L)
            .row(J.ladCode, "n", J.occupation, "9272", J.jobs, 100L)
            .row(J.ladCode, "n", J.occupation, "6145", J.jobs, 400L)
            .row(J.ladCode, "s", J.occupation, "6145", J.jobs, 400L)
            .row(J.ladCode, "s", J.occupation, "7111", J.jobs, 100L)
            .row(J.ladCode, "s", J.occupation, "9272", J.jobs, 300L);
    TestRows flows =
        TestRows.of(F)
            .each(F.panel, "five_quarter", F.kind, "occupation")
            .row(F.destination, "7111", F.pi, 0.4)
            .row(F.destination, "9272", F.pi, 0.2)
            .row(F.destination, "6145", F.pi, 0.1);
    TestRows shares =
        TestRows.of(H)
            .each(H.division, "47")
            .row(H.ttwa, "N", H.region, "E12000001")
            .row(H.ttwa, "S", H.region, "E12000008");
    return new OutsideWageOccupationsJob()
        .rows(
            FakeInputs.of()
                .with(T, lookup.dataset())
                .with(J, jobs.dataset())
                .with(F, flows.dataset())
                .with(SocOccupations.TABLE, new SocOccupationsJob().rows(FakeInputs.of()))
                .with(H, shares.dataset())
                .with(P, pay.dataset()));
  }

  private double of(String area, int year, Field field) {
    return index()
        .where(O.ttwa.col().equalTo(area).and(O.year.col().equalTo(year)))
        .first()
        .<Double>getAs(field.name());
  }

  /** Exposures of N: 0.4 · 0.75 / 0.5 = 0.6 to sales, 0.2 · 0.25 / 0.5 = 0.1 to kitchens. */
  @Test
  void shouldAddUpExposuresTimesPayOfOtherRegionsAndBesideItPayHere() {
    given();
    assertThat(of("N", 2015, O.index))
        .isCloseTo(0.6 * Math.log(10) + 0.1 * Math.log(9), within(1e-10));
    assertThat(of("N", 2016, O.index))
        .isCloseTo(0.6 * Math.log(11) + 0.1 * Math.log(9), within(1e-10));
    assertThat(of("N", 2015, O.indexHere))
        .isCloseTo(0.6 * Math.log(8) + 0.1 * Math.log(7), within(1e-10));
    assertThat(of("S", 2016, O.index))
        .isCloseTo(0.2 * Math.log(8) + 0.3 * Math.log(7), within(1e-10));
    assertThat(of("N", 2015, O.exposures)).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void shouldHaveAnOccupationInEveryYearOrInNone() {
    given();
    published(2017, "E12000001 7111", "8");
    published(2017, "E12000008 7111", "12");
    published(2017, "E12000001 9272", "7");
    published(2017, "E12000008 9272", null);
    assertRows(index(), O.ttwa, O.year, O.occupations)
        .areExactly("N 2015 1", "N 2016 1", "N 2017 1", "S 2015 1", "S 2016 1", "S 2017 1");
  }

  @Test
  void shouldCountNoCareWorkAsOutsideIt() {
    given();
    for (int year = 2015; year <= 2016; year++) {
      published(year, "E12000001 6145", "7");
      published(year, "E12000008 6145", "7.5");
    }
    assertRows(index(), O.ttwa, O.year, O.occupations)
        .areExactly("N 2015 2", "N 2016 2", "S 2015 2", "S 2016 2");
  }

  /** In 2021 codes are of another classification. */
  @Test
  void shouldEndWithTheClassificationOfOccupations() {
    given();
    published(2021, "E12000001 7111", "8");
    published(2021, "E12000008 7111", "12");
    assertRows(index(), O.ttwa, O.year, O.occupations)
        .areExactly("N 2015 2", "N 2016 2", "S 2015 2", "S 2016 2");
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    given();
    SameTables.assertSameCounts(Partitions.of(1, this::index), Partitions.of(7, this::index));
  }
}
