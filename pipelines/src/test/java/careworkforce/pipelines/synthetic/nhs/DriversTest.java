package careworkforce.pipelines.synthetic.nhs;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.CareerEffects;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriversTest {
  private static final int PERSONS = 20_000;
  private static final double BASE = 0.1;

  /** A world in which one effect has a size and all others are nil. */
  private static WorldSettings world(String effect, double size) {
    Map<String, String> settings = new HashMap<>();
    for (String key :
        List.of(
            CareerEffects.POLICY_ON_MOVES.key(),
            CareerEffects.PARENTHOOD_ON_MOVES.key(),
            CareerEffects.HOUSE_PRICE_ON_TRUST_MOVES.key(),
            CareerEffects.SICKNESS_ON_LEAVING.key(),
            CareerEffects.MOVE_ON_LEAVING.key())) {
      settings.put(key, key.equals(effect) ? String.valueOf(size) : "0.0");
    }
    return WorldSettings.of(Settings.load(List.of(), settings));
  }

  /** Share of persons who leave, of whom the base hazard drew one in ten. */
  private static double leaving(WorldSettings world, boolean sick, boolean moved) {
    int leavers = 0;
    for (int id = 0; id < PERSONS; id++) {
      Drivers drivers = new Drivers(world, Person.of(world, id));
      if (sick) {
        drivers.sick(world.from());
      }
      if (moved) {
        drivers.moved();
      }
      leavers += drivers.leaves(id % 10 == 0, BASE, world.from() + 3) ? 1 : 0;
    }
    return leavers / (double) PERSONS;
  }

  /** Within four binomial standard errors. */
  private static void assertShare(double share, double planted) {
    double error = Math.sqrt(planted * (1 - planted) / PERSONS);
    assertThat(share).isBetween(planted - 4 * error, planted + 4 * error);
  }

  @Test
  void shouldLeaveEveryDrawAsItIsWhereNothingIsPlanted() {
    WorldSettings world = world("none", 0);
    for (int id = 0; id < 100; id++) {
      Person person = Person.of(world, id);
      Drivers drivers = new Drivers(world, person);
      drivers.sick(world.from());
      drivers.moved();
      drivers.onParentalLeave(world.from());
      boolean drawn = id % 3 == 0;
      int month = world.from() + 1;
      assertThat(drivers.leaves(drawn, BASE, month)).isEqualTo(drawn);
      assertThat(drivers.moves(drawn, BASE, person.trust(), month)).isEqualTo(drawn);
      assertThat(drivers.changesTrust(drawn, BASE, person.trust(), month)).isEqualTo(drawn);
    }
  }

  @Test
  void shouldRaiseAndLowerLeavingByThePlantedRatio() {
    assertShare(
        leaving(world(CareerEffects.MOVE_ON_LEAVING.key(), 0.4), false, true),
        BASE * Math.exp(0.4));
    assertShare(
        leaving(world(CareerEffects.MOVE_ON_LEAVING.key(), -0.7), false, true),
        BASE * Math.exp(-0.7));
  }

  @Test
  void shouldSetSickAgainstOthersByThePlantedRatioAroundTheBase() {
    WorldSettings world = world(CareerEffects.SICKNESS_ON_LEAVING.key(), 0.5);
    double mean = 1 + 0.3 * Math.expm1(0.5);
    assertShare(leaving(world, true, false), BASE * Math.exp(0.5) / mean);
    assertShare(leaving(world, false, false), BASE / mean);
  }

  @Test
  void shouldForgetSicknessAfterThreeMonths() {
    WorldSettings world = world(CareerEffects.SICKNESS_ON_LEAVING.key(), 3);
    int leavers = 0;
    for (int id = 0; id < 1_000; id++) {
      Drivers drivers = new Drivers(world, Person.of(world, id));
      drivers.sick(world.from());
      leavers += drivers.leaves(false, BASE, world.from() + 4) ? 1 : 0;
    }
    assertThat(leavers).isZero();
  }
}
