package careworkforce.pipelines.silver.exposures.vacancies;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.adverts.AreaJobAdverts;
import careworkforce.pipelines.bronze.adverts.OccupationJobs;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.SocOccupations;
import careworkforce.pipelines.silver.reference.SocOccupationsJob;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class VacancyMonthsJobTest {
  private static final AreaJobAdverts A = AreaJobAdverts.TABLE;
  private static final OccupationJobs J = OccupationJobs.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final CareDestinations F = CareDestinations.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;
  private static final VacancyMonths V = VacancyMonths.TABLE;

  /**
   * Area A is districts a and b with 300 and 100 jobs in 9233, and 100 in 7111 and 100 care workers
   * in a; area C is district c, which was c1 and c2 at the census and has 100 jobs in 9233 and, at
   * the next census, 10 in 7111.
   */
  private static Dataset<Row> months() {
    TestRows lookup =
        TestRows.of(T)
            .row(T.lad, "a", T.present, "a", T.ttwa, "A")
            .row(T.lad, "b", T.present, "b", T.ttwa, "A")
            .row(T.lad, "c", T.present, "c", T.ttwa, "C")
            .row(T.lad, "c1", T.present, "c", T.ttwa, "C")
            .row(T.lad, "c2", T.present, "c", T.ttwa, "C");
    TestRows jobs =
        TestRows.of(J)
            .each(J.period, "2011-01", J.sourceFile, "f", J.sourceLine, 2L, J.occupation, "9233")
            .row(J.ladCode, "a", J.jobs, 300L)
            .row(J.ladCode, "a", J.period, "2021-01", J.jobs, 3L)
            .row(J.ladCode, "b", J.jobs, 100L)
            .row(J.ladCode, "a", J.occupation, "7111", J.jobs, 100L)
            .row(J.ladCode, "a", J.occupation, "6145", J.jobs, 100L)
            .row(J.ladCode, "c1", J.jobs, 70L)
            .row(J.ladCode, "c2", J.jobs, 30L)
            .row(J.ladCode, "c", J.period, "2021-01", J.occupation, "7111", J.jobs, 10L);
    TestRows adverts =
        TestRows.of(A)
            .each(
                A.period, "2015-01",
                A.sourceFile, "f",
                A.sourceLine, 2L,
                A.month, "2015-01",
                A.occupation, "9233")
            .row(A.ladCode, "a", A.adverts, 999L)
            .row(A.ladCode, "a", A.period, "2016-01", A.adverts, 30L)
            .row(A.ladCode, "b", A.adverts, 10L)
            .row(A.ladCode, "a", A.occupation, "7111", A.adverts, 40L)
            .row(A.ladCode, "a", A.occupation, "1111", A.adverts, 40L)
            .row(A.ladCode, "a", A.occupation, "6145", A.adverts, 90L)
            .row(A.ladCode, "c", A.adverts, 20L)
            .row(A.ladCode, "c", A.occupation, "7111", A.adverts, 50L)
            .row(A.ladCode, "a", A.month, "2015-02", A.adverts, 60L)
            .row(A.ladCode, "b", A.month, "2015-02")
            .row(A.ladCode, "c1", A.month, "2015-02", A.adverts, 7L)
            .row(A.ladCode, "c2", A.month, "2015-02", A.adverts, 3L)
            .row(A.ladCode, "c1", A.month, "2015-03", A.adverts, 7L)
            .row(A.ladCode, "c2", A.month, "2015-03")
            .row(A.ladCode, "c1", A.month, "2015-04", A.adverts, 7L);
    TestRows links =
        TestRows.of(L)
            .row(L.link, "ttwa", L.area, "A", L.linked, "A", L.weight, 1.0)
            .row(L.link, "commuting", L.area, "A", L.linked, "A", L.weight, 0.75)
            .row(L.link, "commuting", L.area, "A", L.linked, "C", L.weight, 0.25)
            .row(L.link, "ttwa", L.area, "C", L.linked, "C", L.weight, 1.0);
    TestRows flows =
        TestRows.of(F)
            .each(F.panel, "five_quarter", F.kind, "occupation")
            .row(F.destination, "9233", F.pi, 0.12)
            .row(F.destination, "7111", F.pi, 0.21)
            .row(F.destination, "2231", F.pi, 0.30)
            .row(F.destination, "6145", F.pi, 0.07)
            .row(F.destination, "other", F.pi, 0.30)
            .row(F.destination, "9233", F.panel, "two_quarter", F.pi, 0.99)
            .row(F.destination, "47", F.kind, "industry", F.pi, 0.5);
    return new VacancyMonthsJob()
        .rows(
            FakeInputs.of()
                .with(F, flows.dataset())
                .with(SocOccupations.TABLE, new SocOccupationsJob().rows(FakeInputs.of()))
                .with(T, lookup.dataset())
                .with(J, jobs.dataset())
                .with(A, adverts.dataset())
                .with(L, links.dataset()));
  }

  private static double index(String where) {
    return months().where("ttwa_code = 'A'").where(where).first().getAs(V.index.name());
  }

  /**
   * 40 adverts for 400 jobs in 9233 and 40 for 100 in 7111, weighted 0.12 and 0.21. Nobody goes to
   * 1111, and nurses have no adverts. Those for care workers (6145) are care homes' own.
   */
  @Test
  void shouldWeighAdvertsForEachJobOfTheBaseByWhereLeaversGo() {
    assertThat(index("area_link = 'ttwa' and scope = 'all' and month = '2015-01-01'"))
        .isCloseTo((0.12 * 0.1 + 0.21 * 0.4) / 0.33, within(1e-12));
  }

  @Test
  void shouldLeaveRetailOutOfTheNarrowerScope() {
    assertThat(index("area_link = 'ttwa' and scope = 'no_retail_nhs' and month = '2015-01-01'"))
        .isCloseTo(0.1, within(1e-12));
  }

  /** District b tells nothing in February: 60 adverts are set against the 300 jobs of a. */
  @Test
  void shouldSetAdvertsAgainstTheJobsOfDistrictsThatTellThem() {
    assertThat(index("area_link = 'ttwa' and scope = 'all' and month = '2015-02-01'"))
        .isCloseTo(0.2, within(1e-12));
  }

  @Test
  void shouldSetAdvertsAgainstTheJobsOfOneCensus() {
    assertThat(index("area_link = 'commuting' and scope = 'all' and month = '2015-01-01'"))
        .isCloseTo(0.75 * (0.12 * 0.1 + 0.21 * 0.4) / 0.33 + 0.25 * 0.2, within(1e-12));
  }

  /** Twenty adverts under the present code, ten under both former ones, then some of one alone. */
  @Test
  void shouldLetADistrictsAdvertsAndJobsMeetWhateverCodesTheyHave() {
    assertRows(
            months().where("ttwa_code = 'C' and scope = 'all'").orderBy(V.month.col()),
            V.month,
            V.index)
        .areExactly("2015-01-01 0.2", "2015-02-01 0.1");
  }

  @Test
  void shouldCountLinkedAreasByTheirWeights() {
    assertThat(
            index("area_link = 'commuting' and scope = 'no_retail_nhs' and month = '2015-01-01'"))
        .isCloseTo(0.75 * 0.1 + 0.25 * 0.2, within(1e-12));
    assertRows(months().where("month = '2015-01-01'"), V.link, V.scope, V.ttwa)
        .areExactly(
            "ttwa all A",
            "ttwa no_retail_nhs A",
            "commuting all A",
            "commuting no_retail_nhs A",
            "ttwa all C",
            "ttwa no_retail_nhs C");
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    SameTables.assertSameCounts(
        Partitions.of(1, VacancyMonthsJobTest::months),
        Partitions.of(7, VacancyMonthsJobTest::months));
  }
}
