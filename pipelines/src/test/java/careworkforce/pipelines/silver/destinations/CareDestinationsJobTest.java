package careworkforce.pipelines.silver.destinations;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.lfs.LfsFiveQuarter;
import careworkforce.pipelines.bronze.lfs.LfsTwoQuarter;
import careworkforce.pipelines.silver.reference.SocOccupations;
import careworkforce.pipelines.silver.reference.SocOccupationsJob;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareDestinationsJobTest {
  private static final LfsTwoQuarter TWO = LfsTwoQuarter.TABLE;
  private static final LfsFiveQuarter FIVE = LfsFiveQuarter.TABLE;
  private static final CareDestinations D = CareDestinations.TABLE;
  private final TestRows two = TestRows.of(TWO).each(TWO.sourceFile, "f");
  private final TestRows five = TestRows.of(FIVE).each(FIVE.sourceFile, "f");
  private long line = 1;

  private void old(
      String weight, String fromSoc, String fromSic, String to, String toSoc, String toSic) {
    two.row(
        TWO.period,
        "2019-04",
        TWO.sourceLine,
        ++line,
        TWO.weight,
        weight,
        TWO.activity.get(0),
        "1",
        TWO.soc2010.get(0),
        fromSoc,
        TWO.industryClass.get(0),
        fromSic,
        TWO.activity.get(1),
        to,
        TWO.soc2010.get(1),
        toSoc,
        TWO.industryClass.get(1),
        toSic);
  }

  private void late(String weight, String fromSoc, String toSoc, String toSic) {
    two.row(
        TWO.period,
        "2021-01",
        TWO.sourceLine,
        ++line,
        TWO.weight,
        weight,
        TWO.activity.get(0),
        "1",
        TWO.soc2020.get(0),
        fromSoc,
        TWO.industryClass.get(0),
        "8730",
        TWO.activity.get(1),
        "1",
        TWO.soc2020.get(1),
        toSoc,
        TWO.industryClass.get(1),
        toSic);
  }

  /**
   * Four leavers who tell their jobs, one who tells the occupation alone, one out of work; and six
   * who are none, of whom three are in work and tell nothing that is not care.
   */
  private void given() {
    old("100", "6145", "8730", "1", "7111", "4711");
    old("300", "6146", "8810", "1", "2231", "8610");
    late("200", "6135", "2237", "8610");
    late("200", "6135", "2231", "8610");
    old("100", "6145", "8730", "1", "9233", null);
    old("150", "6145", "8730", "1", null, null);
    old("250", "6145", "8730", "1", "6145", null);
    old("350", "6145", "8730", "1", null, "8710");
    old("400", "6145", "8790", "2", null, null);
    old("500", "6145", "8730", "1", "6145", "8810");
    old("600", "6145", "8610", "1", "7111", "4711");
    old("700", "7111", "4711", "1", "6145", "8730");
  }

  private Dataset<Row> destinations() {
    Dataset<Row> soc = new SocOccupationsJob().rows(FakeInputs.of());
    return new CareDestinationsJob()
        .rows(
            FakeInputs.of()
                .with(TWO, two.dataset())
                .with(FIVE, five.dataset())
                .with(SocOccupations.TABLE, soc));
  }

  private static Row row(Dataset<Row> rows, String kind, String destination) {
    return rows.collectAsList().stream()
        .filter(r -> r.getAs(D.kind.name()).equals(kind))
        .filter(r -> r.getAs(D.destination.name()).equals(destination))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Row row, careworkforce.common.table.Field field) {
    return row.<Double>getAs(field.name());
  }

  @Test
  void shouldCountLeaversWhoTellTheirJobsUnderOneClassification() {
    given();
    assertRows(destinations(), D.panel, D.kind, D.destination, D.respondents, D.ofRespondents)
        .areExactly(
            "two_quarter industry 47 1 4",
            "two_quarter industry 86 3 4",
            "two_quarter occupation 7111 1 5",
            "two_quarter occupation 2231 2 5",
            "two_quarter occupation 2232 1 5",
            "two_quarter occupation 9233 1 5",
            "two_quarter state in_work 5 6",
            "two_quarter state unemployed 1 6");
  }

  @Test
  void shouldWeighSharesAndGrossLeaversWithThoseWhoDoNotTell() {
    given();
    Row retail = row(destinations(), "industry", "47");
    assertThat(number(retail, D.pi)).isEqualTo(100 / 800.0);
    assertThat(number(retail, D.leaversAYear)).isCloseTo(4 * 900 / 2 * 0.125, within(1e-9));
    assertThat(number(row(destinations(), "state", "unemployed"), D.pi)).isEqualTo(400 / 1300.0);
  }

  /** By hand: sqrt(100² · 0.875² + (300² + 200² + 200²) · 0.125²) / 800, and 800² / 180,000. */
  @Test
  void shouldGiveTheVarianceOfARatioUnderUnequalWeights() {
    given();
    Row retail = row(destinations(), "industry", "47");
    assertThat(number(retail, D.piStdError)).isCloseTo(0.12693810, within(1e-8));
    assertThat(number(retail, D.effectiveRespondents)).isCloseTo(3.55555556, within(1e-8));
    assertThat(number(retail, D.leaversStdError)).isCloseTo(225, within(1e-9));
    assertThat(number(row(destinations(), "industry", "86"), D.leaversStdError))
        .isCloseTo(927.69877, within(1e-5));
  }

  @Test
  void shouldKeepThePanelsApartAndTakeTheLastOfFiveQuarters() {
    old("100", "6145", "8730", "1", "7111", "4711");
    five.row(
        FIVE.period,
        "2019-04",
        FIVE.sourceLine,
        2L,
        FIVE.weight,
        "50",
        FIVE.activity.get(0),
        "1",
        FIVE.soc2010.get(0),
        "6145",
        FIVE.industryClass.get(0),
        "8730",
        FIVE.activity.get(1),
        "2",
        FIVE.activity.get(4),
        "1",
        FIVE.soc2010.get(4),
        "9999",
        FIVE.industryClass.get(4),
        "150");
    assertRows(destinations(), D.panel, D.kind, D.destination, D.leaversAYear)
        .areExactly(
            "two_quarter industry 47 400.0",
            "two_quarter occupation 7111 400.0",
            "two_quarter state in_work 400.0",
            "five_quarter industry 01 50.0",
            "five_quarter occupation other 50.0",
            "five_quarter state in_work 50.0");
  }

  /** 1110 is class 11.10, beverages, under the one name and subclass 01.11/0 under the other. */
  @Test
  void shouldReadAnIndustryByTheVariableThatTellsIt() {
    old("100", "6145", "8710", "1", "9111", "111");
    old("100", "6145", "8710", "1", "9134", "1110");
    two.row(
        TWO.period,
        "2019-04",
        TWO.sourceLine,
        ++line,
        TWO.weight,
        "200",
        TWO.activity.get(0),
        "1",
        TWO.soc2010.get(0),
        "6145",
        TWO.industrySubclass.get(0),
        "87300",
        TWO.activity.get(1),
        "1",
        TWO.soc2010.get(1),
        "9111",
        TWO.industrySubclass.get(1),
        "1110");
    assertRows(destinations().where("kind = 'industry'"), D.destination, D.respondents, D.pi)
        .areExactly("01 2 0.75", "11 1 0.25");
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    given();
    careworkforce.common.SameTables.assertSameCounts(
        Partitions.of(1, this::destinations), Partitions.of(7, this::destinations));
  }
}
