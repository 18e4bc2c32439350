package careworkforce.pipelines.silver.exposures.houseprice;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Two districts in the one area, one in the other, and an area whose prices nobody tells. */
class AreaHousePricesJobTest {
  private static final HousePriceQuarters Q = HousePriceQuarters.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;
  private static final AreaHousePrices A = AreaHousePrices.TABLE;

  private final FakeInputs inputs =
      FakeInputs.of()
          .with(
              T,
              TestRows.of(T)
                  .row(T.lad, "D1", T.present, "D1", T.ttwa, "one")
                  .row(T.lad, "D2", T.present, "D2", T.ttwa, "one")
                  .row(T.lad, "D3", T.present, "D3", T.ttwa, "other")
                  .row(T.lad, "D4", T.present, "D4", T.ttwa, "untold")
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
