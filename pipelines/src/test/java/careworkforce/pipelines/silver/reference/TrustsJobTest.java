package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.OdsTrusts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TrustsJobTest {
  private static final OdsTrusts O = OdsTrusts.TABLE;
  private static final Trusts T = Trusts.TABLE;

  /** Surrey and Borders, twice delivered; and a trust that the types do not list. */
  private static final Dataset<Row> ROWS =
      new TrustsJob()
          .rows(
              FakeInputs.of()
                  .with(
                      O,
                      TestRows.of(O)
                          .each(O.organisationCode, "RXX", O.name, "SURREY")
                          .row(O.period, "2021-10", O.gorCode, "J", O.highLevelHealthGeography, "X")
                          .row(
                              O.period,
                              "2021-11",
                              O.gorCode,
                              "J",
                              O.highLevelHealthGeography,
                              "QXU")
                          .row(O.period, "2021-10", O.organisationCode, "ZZZ", O.gorCode, "W")
                          .dataset()));

  @Test
  void shouldTakeRegionAndBoardFromTheLatestEntry() {
    assertRows(ROWS.where(T.organisation.col().equalTo("RXX")), T.trustType, T.icb, T.region)
        .areExactly("MENTAL_HEALTH QXU South East");
  }

  @Test
  void shouldKeepATrustThatOneSideAloneKnows() {
    assertRows(ROWS.where(T.organisation.col().equalTo("ZZZ")), T.trustType, T.region)
        .areExactly("- Wales");
    assertRows(ROWS.where(T.organisation.col().equalTo("RYR")), T.trustType, T.region)
        .areExactly("ACUTE -");
  }

  @Test
  void shouldSayWhatSupportsEveryType() {
    assertThat(
            ROWS.where(T.trustType.col().isNotNull())
                .where(T.typeSource.col().isNull().or(T.typeSource.col().equalTo("")))
                .count())
        .isZero();
    assertThat(ROWS.select(T.organisation.col()).distinct().count()).isEqualTo(ROWS.count());
  }
}
