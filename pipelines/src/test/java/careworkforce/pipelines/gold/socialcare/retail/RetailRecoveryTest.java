package careworkforce.pipelines.gold.socialcare.retail;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.storeopenings.StoreOpenings;
import careworkforce.pipelines.gold.socialcare.DrawnHomes;
import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Place;
import careworkforce.pipelines.synthetic.area.StoreOpening;
import careworkforce.pipelines.synthetic.area.StoreOpeningsStory;
import careworkforce.pipelines.synthetic.care.Employer;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Stores of an England a twentieth of the size, all else by default: half of its 900 homes report,
 * and 178 stores open. The standard error of log staff is about 0.005 there and falls with the root
 * of the number of homes, so that two percent lie four standard errors away; in the demo's 180
 * homes it is more than twice as large.
 */
@Tag("slow")
class RetailRecoveryTest {
  private static final HomeMonths M = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final StoreOpenings S = StoreOpenings.TABLE;
  private static final SocialcareRetailOpenings E = SocialcareRetailOpenings.TABLE;

  @Test
  void shouldRuleOutTwoPercentOfStaffWhereStoresDoNothing() {
    Dataset<Row> effects = effects(Map.of());
    Row staff = after(effects, HomeQuarters.LOG_STAFF);
    assertThat(staff.<Double>getAs(E.ruledOut.name())).as("%s", staff).isLessThan(0.02);
    assertCovers(0, staff);
    assertCovers(0, after(effects, HomeQuarters.LEAVING));
    for (String outcome : List.of(HomeQuarters.LOG_STAFF, HomeQuarters.LEAVING)) {
      assertCovers(0, after(effects, outcome, Comparison.SAME_AREA));
    }
  }

  @Test
  void shouldFindWhatStoresDoWhereTheyDo() {
    Dataset<Row> effects = effects(Map.of("synthetic.supply.retail-openings", "0.1"));
    Row leaving = after(effects, HomeQuarters.LEAVING);
    assertCovers(0.1, leaving);
    assertThat(leaving.<Double>getAs(E.ciLow.name())).isPositive();
  }

  private static void assertCovers(double truth, Row row) {
    assertThat(truth)
        .as("%s", row)
        .isBetween(row.<Double>getAs(E.ciLow.name()), row.<Double>getAs(E.ciHigh.name()));
  }

  private static Row after(Dataset<Row> effects, String outcome) {
    return after(effects, outcome, Comparison.FARTHER);
  }

  private static Row after(Dataset<Row> effects, String outcome, Comparison comparison) {
    return effects
        .where(E.outcome.col().equalTo(outcome).and(E.sample.col().equalTo(comparison.sample())))
        .where(E.term.col().equalTo("after opening").and(E.radius.col().equalTo(5)))
        .first();
  }

  private static Dataset<Row> effects(Map<String, String> changed) {
    Map<String, String> set = new HashMap<>(changed);
    set.put("synthetic.scale", "0.05");
    return new SocialcareRetailOpeningsJob()
        .rows(inputs(WorldSettings.of(Settings.load(List.of(), set))))
        .cache();
  }

  static FakeInputs inputs(WorldSettings world) {
    FakeInputs inputs = FakeInputs.of().with(S, stores(world)).with(H, homes(world));
    Dataset<Row> openings = new RetailOpeningsJob().rows(inputs).cache();
    Frame drawn = DrawnHomes.reporting(world, world.months());
    return inputs.with(RetailOpenings.TABLE, openings).with(M, DrawnHomes.months(world, drawn));
  }

  private static Dataset<Row> stores(WorldSettings world) {
    TestRows rows = TestRows.of(S).each(S.period, "2021-12", S.sourceFile, "f", S.sourceLine, 2L);
    StoreOpeningsStory story = new StoreOpeningsStory(world);
    Told told =
        new Told() {
          @Override
          public <F extends Fact> void fact(F fact) {
            StoreOpening store = (StoreOpening) fact;
            rows.row(
                S.siteId, store.site(),
                S.kind, store.kind(),
                S.openedOn, Date.valueOf(store.openedOn()),
                S.ladCode, store.district().code(),
                S.latitude, store.place().latitude(),
                S.longitude, store.place().longitude());
          }

          @Override
          public void tally(String name, long count) {}
        };
    for (long entity = 0; entity < story.entities(); entity++) {
      story.tell(entity, told);
    }
    return rows.dataset();
  }

  private static Dataset<Row> homes(WorldSettings world) {
    TestRows rows =
        TestRows.of(H)
            .each(H.locationId, "l", H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
    for (int home = 0; home < world.homes(); home++) {
      Place place = Employer.of(world, home).place(world);
      rows.row(
          H.homeId,
          "h" + home,
          H.ttwa,
          "T" + Employer.of(world, home).area().index(),
          H.latitude,
          place.latitude(),
          H.longitude,
          place.longitude());
    }
    return rows.dataset();
  }
}
