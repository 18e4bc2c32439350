package careworkforce.pipelines.silver.exposures.houseprice;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.TtwaLookup;
import careworkforce.pipelines.silver.reference.AreaLinks;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Two districts in the one area, one in the other, and an area whose prices nobody tells. */
class AreaHousePricesJobTest {
  private static final HousePriceQuarters Q = HousePriceQuarters.TABLE;
  private static final TtwaLookup T = TtwaLookup.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;
  private static final AreaHousePrices A = AreaHousePrices.TABLE;

  private final FakeInputs inputs =
      FakeInputs.of()
          .with(
              T,
              TestRows.of(T)
                  .each(T.period, "2015-01", T.sourceFile, "f", T.sourceLine, 2L)
                  .row(T.ladCode, "D1", T.ttwaCode, "one")
                  .row(T.ladCode, "D2", T.ttwaCode, "one")
                  .row(T.ladCode, "D3", T.ttwaCode, "other")
                  .row(T.ladCode, "D4", T.ttwaCode, "untold")
                  .dataset())
          .with(
              Q,
              TestRows.of(Q)
                  .each(Q.month, "2015-03", Q.medianPrice, 1)
                  .row(Q.lad, "D1", Q.logPrice, 12.0)
                  .row(Q.lad, "D2", Q.logPrice, 13.0)
                  .row(Q.lad, "D3", Q.logPrice, 10.0)
                  .dataset());

  @Test
  void shouldAverageOverDistrictsAndOverLinkedAreasByWeight() {
    assertRows(
            prices(
                TestRows.of(L)
                    .row(L.link, "ttwa", L.area, "one", L.linked, "one", L.weight, 1.0)
                    .row(L.link, "distance_15km", L.area, "one", L.linked, "one", L.weight, 0.75)
                    .row(
                        L.link, "distance_15km", L.area, "one", L.linked, "other", L.weight, 0.25)),
            A.link,
            A.area,
            A.month,
            A.logPrice)
        .areExactly("distance_15km one 2015-03-01 11.875", "ttwa one 2015-03-01 12.5");
  }

  @Test
  void shouldNotCountAreasWithoutAPrice() {
    assertRows(
            prices(
                TestRows.of(L)
                    .each(L.link, "commuting")
                    .row(L.area, "other", L.linked, "other", L.weight, 0.5)
                    .row(L.area, "other", L.linked, "untold", L.weight, 0.5)
                    .row(L.area, "untold", L.linked, "untold", L.weight, 1.0)),
            A.area,
            A.logPrice)
        .areExactly("other 10.0");
  }

  private Dataset<Row> prices(TestRows links) {
    return new AreaHousePricesJob().rows(inputs.with(L, links.dataset()));
  }
}
