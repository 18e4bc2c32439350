package careworkforce.pipelines.gold.socialcare.destinations;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.SicDivisions;
import careworkforce.pipelines.silver.reference.SicDivisionsJob;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SocialcareDestinationsJobTest {
  private static final CareDestinations F = CareDestinations.TABLE;
  private static final AscWorkerSpells S = AscWorkerSpells.TABLE;
  private static final SocialcareDestinations D = SocialcareDestinations.TABLE;
  private final TestRows flows =
      TestRows.of(F)
          .each(
              F.panel,
              "two_quarter",
              F.kind,
              "industry",
              F.ofRespondents,
              100L,
              F.piStdError,
              0.1,
              F.effectiveRespondents,
              80.0,
              F.files,
              4L);
  private final TestRows spells = TestRows.of(S).each(S.end, "left");
  private int workers;

  private void industry(String division, long respondents, double pi, double leavers) {
    flows.row(
        F.destination,
        division,
        F.respondents,
        respondents,
        F.pi,
        pi,
        F.leaversAYear,
        leavers,
        F.leaversStdError,
        leavers / 10);
  }

  private void left(String destination, int times) {
    for (int i = 0; i < times; i++) {
      spells.row(
          S.establishmentId,
          "1",
          S.workerId,
          String.valueOf(++workers),
          S.destination,
          destination);
    }
  }

  private Dataset<Row> destinations() {
    return new SocialcareDestinationsJob()
        .rows(
            FakeInputs.of()
                .with(F, flows.dataset())
                .with(S, spells.dataset())
                .with(SicDivisions.TABLE, new SicDivisionsJob().rows(FakeInputs.of())));
  }

  private Row row(String source, String destination) {
    return destinations().collectAsList().stream()
        .filter(r -> r.getAs(D.source.name()).equals(source))
        .filter(r -> r.getAs(D.destination.name()).equals(destination))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldPoolSmallDestinationsWithTheNextWhereTheyAreStillTooFew() {
    industry("86", 60, 0.6, 600);
    industry("47", 25, 0.25, 250);
    industry("56", 11, 0.11, 110);
    industry("55", 3, 0.03, 30);
    industry("10", 1, 0.01, 10);
    assertRows(
            destinations().where("kind = 'industry'"),
            D.destination,
            D.respondents,
            D.share,
            D.leavers)
        .areExactly("86 60 0.6 600.0", "47 25 0.25 250.0", "pooled 15 0.15 150.0");
  }

  @Test
  void shouldLeaveTheNextAloneWhereTheSmallAreManyEnough() {
    industry("86", 60, 0.6, 600);
    industry("47", 20, 0.2, 200);
    industry("55", 9, 0.1, 100);
    industry("10", 9, 0.1, 100);
    assertRows(destinations().where("kind = 'industry'"), D.destination, D.respondents)
        .areExactly("86 60", "47 20", "pooled 18");
  }

  /** Wilson of 20 in 80, and 250 ± 1.96 · 25. */
  @Test
  void shouldGiveIntervalsOfTheEffectiveNumberAndTheSurveysError() {
    industry("86", 60, 0.75, 600);
    industry("47", 25, 0.25, 250);
    Row retail = row("two_quarter", "47");
    double centre = (0.25 + 3.841458820694124 / 160) / (1 + 3.841458820694124 / 80);
    double half =
        1.959963984540054
            * Math.sqrt(0.1875 / 80 + 3.841458820694124 / 25_600)
            / (1 + 3.841458820694124 / 80);
    assertThat(retail.<Double>getAs(D.shareLow.name())).isCloseTo(centre - half, within(1e-9));
    assertThat(retail.<Double>getAs(D.shareHigh.name())).isCloseTo(centre + half, within(1e-9));
    assertThat(retail.<Double>getAs(D.leaversLow.name()))
        .isCloseTo(250 - 1.959963984540054 * 25, within(1e-6));
    assertThat(retail.<String>getAs(D.title.name())).startsWith("Retail trade");
  }

  @Test
  void shouldSetWhatEmployersTellBesideTheSurveyBySector() {
    industry("86", 60, 0.75, 600);
    industry("47", 25, 0.25, 250);
    left("health", 12);
    left("other_sector", 36);
    left("adult_social_care", 50);
    left("retired", 20);
    assertRows(
            destinations().where("kind = 'sector'"),
            D.source,
            D.destination,
            D.respondents,
            D.share,
            D.leavers)
        .areExactly(
            "two_quarter health 60 0.75 600.0",
            "two_quarter other_sector 25 0.25 250.0",
            "asc_wds health 12 0.25 -",
            "asc_wds other_sector 36 0.75 -");
  }

  /** Nurses and managers of care homes: 20 and 50 of the 70 who go elsewhere. */
  @Test
  void shouldCountNobodyWhoStaysInCareAsOfAnotherSector() {
    industry("86", 20, 0.2, 200);
    industry("87", 14, 0.14, 140);
    industry("88", 16, 0.16, 160);
    industry("47", 50, 0.5, 500);
    assertRows(
            destinations().where("kind = 'sector'"),
            D.destination,
            D.respondents,
            D.share,
            D.leavers)
        .areExactly("health 20 0.2857142857 200.0", "other_sector 50 0.7142857143 500.0");
    double low = row("two_quarter", "health").getAs(D.shareLow.name());
    assertThat(low).isCloseTo(wilsonLow(2 / 7.0, 80 * 0.7), within(1e-9));
  }

  private static double wilsonLow(double share, double n) {
    double z = 1.959963984540054;
    double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return (share + z * z / (2 * n) - half) / (1 + z * z / n);
  }

  @Test
  void shouldSayOfWhomInWorkSomeAreStillInCare() {
    flows.row(
        F.kind,
        "state",
        F.destination,
        "in_work",
        F.respondents,
        60L,
        F.pi,
        1.0,
        F.leaversAYear,
        600.0,
        F.leaversStdError,
        60.0);
    assertThat(row("two_quarter", "in_work").<String>getAs(D.title.name()))
        .isEqualTo("In work, other than as a care worker in care");
  }

  /**
   * Health joins the four of public administration in the pool: 16 less the 12 of health would tell
   * them.
   */
  @Test
  void shouldNotTellSectorsThatTakeThePoolApart() {
    industry("84", 4, 0.06, 60);
    industry("86", 12, 0.19, 190);
    industry("47", 50, 0.75, 750);
    left("health", 12);
    left("other_sector", 36);
    assertRows(destinations(), D.source, D.kind, D.destination, D.respondents)
        .areExactly(
            "two_quarter industry 47 50",
            "two_quarter industry pooled 16",
            "asc_wds sector health 12",
            "asc_wds sector other_sector 36");
  }

  /** All less the two sectors are the four nurses of care homes. */
  @Test
  void shouldNotTellSectorsBesideWhichFewAreLeftInCare() {
    industry("87", 4, 0.04, 40);
    industry("56", 8, 0.08, 80);
    industry("86", 30, 0.3, 300);
    industry("47", 58, 0.58, 580);
    assertRows(destinations(), D.kind, D.destination, D.respondents)
        .areExactly("industry 86 30", "industry 47 58", "industry pooled 12");
  }

  @Test
  void shouldNotTellAKindOfFewRespondentsInAll() {
    industry("86", 4, 0.6, 40);
    industry("47", 3, 0.4, 30);
    left("health", 9);
    assertRows(destinations(), D.kind, D.destination).areExactly();
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    industry("86", 60, 0.6, 600);
    industry("55", 3, 0.3, 30);
    industry("10", 3, 0.1, 10);
    left("health", 12);
    SameTables.assertSameCounts(
        Partitions.of(1, this::destinations), Partitions.of(7, this::destinations));
  }
}
