package careworkforce.pipelines.synthetic.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pay of two thousand employers over six years. */
class HomePayTest {
  private static final int HOMES = 2_000;
  private static final WorldSettings WORLD = world(Map.of());

  private static WorldSettings world(Map<String, String> changed) {
    Map<String, String> set = new HashMap<>(changed);
    set.put("synthetic.from", "\"2014-01\"");
    set.put("synthetic.to", "\"2019-12\"");
    return WorldSettings.of(Settings.load(List.of(), set));
  }

  private static double spread(WorldSettings world) {
    double squares = 0;
    for (int home = 0; home < HOMES; home++) {
      double log = HomePay.of(world, home).log(WORLD.from() + 40);
      squares += log * log / HOMES;
    }
    return Math.sqrt(squares);
  }

  @Test
  void shouldSpreadPayByLevelsAndPathsAsSet() {
    assertThat(spread(WORLD)).isCloseTo(0.10, within(0.005)); // root of 0.06² + 0.08²
    assertThat(spread(world(Map.of("synthetic.supply.pay-level-spread", "0"))))
        .isCloseTo(0.06, within(0.003));
    assertThat(spread(world(Map.of("synthetic.supply.own-wage-spread", "0"))))
        .isCloseTo(0.08, within(0.004));
  }

  @Test
  void shouldStepInAprilAlone() {
    HomePay pay = HomePay.of(WORLD, 7);
    for (int month = WORLD.from() + 1; month <= WORLD.to(); month++) {
      boolean april = month % 12 == 3;
      assertThat(pay.log(month) != pay.log(month - 1)).isEqualTo(april);
    }
  }

  @Test
  void shouldMoveLeavingByThreePointsForTenPercentWithinAHome() {
    HomePay pay = HomePay.of(WORLD, 7);
    int before = WORLD.from();
    int after = WORLD.from() + 30;
    double pulled = pay.pull(WORLD.supply(), after) - pay.pull(WORLD.supply(), before);
    assertThat(pulled).isCloseTo(-0.3 * (pay.log(after) - pay.log(before)), within(1e-12));
  }

  /** Least squares of the pull on the pay of homes in one month. */
  @Test
  void shouldMoveLeavingByFarLessBetweenHomesAndSaySo() {
    double products = 0;
    double squares = 0;
    for (int home = 0; home < HOMES; home++) {
      HomePay pay = HomePay.of(WORLD, home);
      double log = pay.log(WORLD.from());
      products += log * pay.pull(WORLD.supply(), WORLD.from());
      squares += log * log;
    }
    // -0.3 + 0.28 · 0.08² / (0.08² + 0.06²)
    assertThat(HomePay.ignoringLevels(WORLD.supply())).isCloseTo(-0.1208, within(1e-12));
    assertThat(products / squares).isCloseTo(-0.1208, within(0.01));
  }

  @Test
  void shouldPayAsMuchAsEverWithoutSpreads() {
    WorldSettings flat =
        world(
            Map.of(
                "synthetic.supply.own-wage-spread", "0",
                "synthetic.supply.pay-level-spread", "0"));
    assertThat(HomePay.of(flat, 7).log(flat.to())).isZero();
    assertThat(HomePay.of(flat, 7).pull(flat.supply(), flat.to())).isZero();
    assertThat(HomePay.ignoringLevels(flat.supply())).isEqualTo(-0.3);
  }

  @Test
  void shouldMoveThePropensityOfAnEmployersStaffByItsPay() {
    WorldSettings without =
        world(
            Map.of(
                "synthetic.supply.own-wage", "0",
                "synthetic.supply.pay-level-turnover", "0",
                "synthetic.mechanism.turnover", "0.6")); // far above the floor
    WorldSettings with = world(Map.of("synthetic.mechanism.turnover", "0.6"));
    Employer employer = Employer.of(with, 7);
    double pulled =
        Turnover.of(with, employer).propensity(40) - Turnover.of(without, employer).propensity(40);
    double expected = employer.pay().pull(with.supply(), with.from() + 40);
    assertThat(pulled).isCloseTo(expected, within(1e-12)).isNotZero();
  }

  @Test
  void shouldPayAJobByItsEmployer() {
    Employer employer = Employer.of(WORLD, 7);
    Job job =
        Job.of(
            1,
            CareWorker.of(WORLD, 1, WORLD.from()),
            employer,
            8,
            java.time.LocalDate.of(2013, 5, 1),
            214,
            WORLD.draw("a test", 1));
    double usual = 6.60 + 24.0 / 119 * 2.70; // January 2014, the 25th month of 120
    double expected = 100 * usual * job.skill() * Math.exp(employer.pay().log(WORLD.from()));
    assertThat((double) job.hourlyPence(WORLD.from())).isCloseTo(expected, within(0.5001));
  }
}
