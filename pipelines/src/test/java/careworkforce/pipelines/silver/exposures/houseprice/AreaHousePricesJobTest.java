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

  /**
   * The edition of 2019 tells what D1 was then, two districts; that of 2021 tells D1 itself. D2 was
   * left out of the later one.
   */
  @Test
  void shouldCountADistrictOnceByTheLastEditionThatTellsIt() {
    TestRows districts =
        TestRows.of(T)
            .each(T.ttwa, "one")
            .row(T.lad, "D1", T.present, "D1")
            .row(T.lad, "D1 north", T.present, "D1")
            .row(T.lad, "D1 south", T.present, "D1")
            .row(T.lad, "D2 north", T.present, "D2")
            .row(T.lad, "D2 south", T.present, "D2")
            .row(T.lad, "D2", T.present, "D2");
    TestRows editions =
        TestRows.of(Q)
            .each(Q.month, "2015-03", Q.medianPrice, 1, Q.edition, "2019-12")
            .row(Q.lad, "D1 north", Q.present, "D1", Q.logPrice, 9.0)
            .row(Q.lad, "D1 south", Q.present, "D1", Q.logPrice, 9.0)
            .row(Q.lad, "D2 north", Q.present, "D2", Q.logPrice, 10.0)
            .row(Q.lad, "D2 south", Q.present, "D2", Q.logPrice, 11.0)
            .row(Q.lad, "D1", Q.present, "D1", Q.logPrice, 12.5, Q.edition, "2021-12");
    inputs.with(T, districts.dataset()).with(Q, editions.dataset());
    assertRows(
            prices(
                TestRows.of(L).row(L.link, "ttwa", L.area, "one", L.linked, "one", L.weight, 1.0)),
            A.area,
            A.logPrice)
        .areExactly("one 11.5");
  }

  private Dataset<Row> prices(TestRows links) {
    return new AreaHousePricesJob().rows(inputs.with(L, links.dataset()));
  }
}
