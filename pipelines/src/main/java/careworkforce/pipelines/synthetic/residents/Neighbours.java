package careworkforce.pipelines.synthetic.residents;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.nhs.Trust;
import java.time.LocalDate;

/**
 * People of 65 and over who live at home, near each care home, and come to A&E: arrivals that no
 * home's count may hold. Their stays in hospital are not told.
 */
record Neighbours(WorldSettings world) {
  private static final int MONTHS = 12;
  private static final double SAME_AGAIN = 0.3;
  private static final double AMBULANCE = 0.45;
  private static final double ADMITTED = 0.4;
  private static final int DAY = 24 * 60;

  /** Tells the arrivals of those who live near a home. */
  void tell(Employer near, Told to) {
    if (world.othersArrivals() <= 0) {
      return;
    }
    Draw draw = world.draw("neighbours", near.index());
    Trust trust = Trust.in(near.area().region(), world.draw("nearest hospital", near.index()));
    double aMonth = world.othersArrivals() * world.scale() / MONTHS / world.homes();
    long key = 300_000_000_000L + near.index() * 1_000_000L;
    LocalDate since = new Month(world.from()).firstDay();
    Resident patient = Resident.of(near, since, 1, draw);
    for (int month = world.from(); month <= world.to(); month++) {
      int arrivals = draw.poisson(aMonth);
      for (int i = 0; i < arrivals; i++) {
        patient = draw.chance(SAME_AGAIN) ? patient : Resident.of(near, since, 1, draw);
        to.fact(arrival(patient, key++, month, trust, draw));
        to.tally("ae_arrivals_of_others", 1);
      }
    }
  }

  private Arrival arrival(Resident patient, long key, int month, Trust trust, Draw draw) {
    LocalDate first = new Month(month).firstDay();
    int complaint = draw.pick(30, 25, 20, 15, 10);
    return new Arrival(
        month,
        patient,
        key,
        first.plusDays(draw.below(first.lengthOfMonth())),
        draw.below(DAY),
        draw.chance(AMBULANCE),
        1,
        draw.chance(ADMITTED),
        trust.codeIn(month),
        complaint,
        InDepartment.of(world, key, complaint),
        true);
  }
}
