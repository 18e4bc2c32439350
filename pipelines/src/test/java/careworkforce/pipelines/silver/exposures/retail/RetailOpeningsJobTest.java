package careworkforce.pipelines.silver.exposures.retail;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.storeopenings.StoreOpenings;
import careworkforce.pipelines.silver.panels.CareHomes;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RetailOpeningsJobTest {
  private static final StoreOpenings S = StoreOpenings.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final RetailOpenings R = RetailOpenings.TABLE;

  private static TestRows stores() {
    return TestRows.of(S)
        .each(
            S.period, "2015-12",
            S.sourceFile, "f",
            S.sourceLine, 2L,
            S.kind, "supermarket",
            S.ladCode, "E06000001",
            S.openedOn, "2015-06-10");
  }

  private static TestRows homes() {
    return TestRows.of(H)
        .each(H.locations, 1L, H.locationId, "l", H.openedOn, "2011-01-01", H.nursing, true);
  }

  private static Dataset<Row> openings(TestRows stores, TestRows homes) {
    return new RetailOpeningsJob()
        .rows(FakeInputs.of().with(S, stores.dataset()).with(H, homes.dataset()));
  }

  /** A degree of latitude is 111.2 km: 0.04 are 4.4 km, 0.08 8.9, 0.2 22.2 and 0.3 33.4. */
  @Test
  void shouldTreatWithinTheRadiusAndControlUpToThreeRadii() {
    TestRows homes =
        homes()
            .row(H.homeId, "a", H.ttwa, "E30000237", H.latitude, 52.04, H.longitude, -1.0)
            .row(H.homeId, "b", H.ttwa, "E30000234", H.latitude, 52.08, H.longitude, -1.0)
            .row(H.homeId, "c", H.ttwa, "E30000234", H.latitude, 52.20, H.longitude, -1.0)
            .row(H.homeId, "d", H.latitude, 52.30, H.longitude, -1.0)
            .row(H.homeId, "unplaced");
    assertRows(
            openings(stores().row(S.siteId, "s", S.latitude, 52.0, S.longitude, -1.0), homes),
            R.radius,
            R.homeId,
            R.siteId,
            R.ttwa,
            R.ring,
            R.openedOn)
        .areExactly(
            "5 a s E30000237 treated 2015-06-10",
            "5 b s E30000234 control 2015-06-10",
            "10 a s E30000237 treated 2015-06-10",
            "10 b s E30000234 treated 2015-06-10",
            "10 c s E30000234 control 2015-06-10");
  }

  @Test
  void shouldTakeASiteAsLastDelivered() {
    TestRows stores =
        stores()
            .row(S.siteId, "s", S.latitude, 50.0, S.longitude, 0.0)
            .row(
                S.siteId, "s",
                S.period, "2016-12",
                S.openedOn, "2015-07-01",
                S.latitude, 52.0,
                S.longitude, -1.0);
    TestRows homes = homes().row(H.homeId, "a", H.latitude, 52.0, H.longitude, -1.0);
    assertRows(openings(stores, homes), R.radius, R.homeId, R.openedOn)
        .areExactly("5 a 2015-07-01", "10 a 2015-07-01");
  }

  /** The grid must lose no pair that trying all of them finds. */
  @Test
  void shouldFindEveryPairThatTryingAllFinds() {
    Random random = new Random(7);
    TestRows stores = stores();
    TestRows homes = homes();
    double[][] at = new double[60][];
    for (int i = 0; i < 60; i++) {
      at[i] = new double[] {50 + 5.8 * random.nextDouble(), -0.5 + random.nextDouble()};
      if (i < 30) {
        stores.row(S.siteId, "s" + i, S.latitude, at[i][0], S.longitude, at[i][1]);
      } else {
        homes.row(H.homeId, "h" + i, H.latitude, at[i][0], H.longitude, at[i][1]);
      }
    }
    long within = 0;
    for (int s = 0; s < 30; s++) {
      for (int h = 30; h < 60; h++) {
        double up = Math.toRadians(at[h][0] - at[s][0]) / 2;
        double across = Math.toRadians(at[h][1] - at[s][1]) / 2;
        double half =
            Math.pow(Math.sin(up), 2)
                + Math.cos(Math.toRadians(at[h][0]))
                    * Math.cos(Math.toRadians(at[s][0]))
                    * Math.pow(Math.sin(across), 2);
        within += 2 * 6371 * Math.asin(Math.sqrt(half)) <= 30 ? 1 : 0;
      }
    }
    assertThat(within).isGreaterThan(20);
    assertThat(openings(stores, homes).where("radius_km = 10").count()).isEqualTo(within);
  }

  @Test
  void shouldGiveTheGreatCircleDistance() {
    TestRows homes = homes().row(H.homeId, "a", H.latitude, 52.1, H.longitude, -1.0);
    Row pair =
        openings(stores().row(S.siteId, "s", S.latitude, 52.0, S.longitude, -1.0), homes)
            .where("radius_km = 10")
            .first();
    assertThat(pair.<Double>getAs(R.distance.name()))
        .isCloseTo(6371 * Math.PI / 1800, within(1e-6));
  }
}
