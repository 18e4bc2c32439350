package careworkforce.pipelines.synthetic.residents;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Registrations;
import java.time.LocalDate;

/**
 * How a death reaches the registrar and CQC, drawn on a stream of its own [M]: nine in ten are
 * registered within a fortnight, the others after a coroner's two to nine months; a home notifies
 * every death on its premises within ten days, and every other death in hospital.
 */
final class DeathRecords {
  private static final double CORONER = 0.1;
  private static final double NOTIFIED_FROM_HOSPITAL = 0.5;
  private static final double SURE_MATCH = 0.95;

  private DeathRecords() {}

  /**
   * Tells both, where they come before the world ends.
   *
   * @param key of the death, unique in the world
   */
  static void tell(
      WorldSettings world,
      Resident resident,
      LocalDate died,
      boolean inHospital,
      long key,
      Told told) {
    Draw draw = world.draw("death records", key);
    register(world, resident, died, inHospital, key, draw, told);
    LocalDate notified = died.plusDays(draw.between(1, 10));
    boolean gives = !inHospital || draw.chance(NOTIFIED_FROM_HOSPITAL);
    if (gives && Month.of(notified).number() <= world.to()) {
      String location = Registrations.of(world, resident.home()).on(notified).locationId();
      told.fact(new DeathNotice(Month.of(notified).number(), key, location, notified, inHospital));
      told.tally("notified_deaths", 1);
    }
  }

  private static void register(
      WorldSettings world,
      Resident resident,
      LocalDate died,
      boolean inHospital,
      long key,
      Draw draw,
      Told told) {
    LocalDate registered =
        died.plusDays(draw.chance(CORONER) ? draw.between(60, 270) : draw.between(2, 14));
    int cause = draw.pick(35, 25, 20, 12, 8);
    int rank = draw.chance(SURE_MATCH) ? 1 : draw.between(2, 8);
    int month = Month.of(registered).number();
    if (month <= world.to()) {
      told.fact(
          new RegisteredDeath(month, resident, key, died, registered, inHospital, cause, rank));
      told.tally("registered_deaths", 1);
    }
  }
}
