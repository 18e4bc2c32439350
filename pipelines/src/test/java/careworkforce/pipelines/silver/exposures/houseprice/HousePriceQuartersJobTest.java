package careworkforce.pipelines.silver.exposures.houseprice;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.houseprices.MedianHousePrices;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HousePriceQuartersJobTest {
  private static final MedianHousePrices P = MedianHousePrices.TABLE;
  private static final DistrictAreas D = DistrictAreas.TABLE;
  private static final HousePriceQuarters Q = HousePriceQuarters.TABLE;

  private static Field quarter(String name) {
    return P.quarters.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static Dataset<Row> quarters() {
    TestRows prices =
        TestRows.of(P)
            .each(P.sourceFile, "f", P.sourceLine, 2L, P.regionCode, "E12000001")
            .row(
                P.period,
                "2020-12",
                P.ladCode,
                "E06000001",
                quarter("year_ending_mar_2015"),
                100_000,
                quarter("year_ending_jun_2015"),
                110_000)
            .row(
                P.period,
                "2021-12",
                P.ladCode,
                "E06000001",
                quarter("year_ending_jun_2015"),
                105_000);
    TestRows districts = TestRows.of(D).row(D.lad, "E06000001", D.present, "E06000099");
    return new HousePriceQuartersJob()
        .rows(FakeInputs.of().with(P, prices.dataset()).with(D, districts.dataset()));
  }

  @Test
  void shouldMakeARowAQuarterAndLetTheLaterEditionCorrectTheEarlier() {
    assertRows(quarters(), Q.lad, Q.present, Q.month, Q.medianPrice, Q.edition)
        .areExactly(
            "E06000001 E06000099 2015-03-01 100000 2020-12-01",
            "E06000001 E06000099 2015-06-01 105000 2021-12-01");
  }

  @Test
  void shouldGiveTheLogarithm() {
    Row march = quarters().where("month = '2015-03-01'").first();
    assertThat(march.<Double>getAs(Q.logPrice.name())).isCloseTo(11.512925464970229, within(1e-12));
  }
}
