package careworkforce.pipelines.synthetic.care;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What CQC publishes of each care home and home care agency. */
public record DirectoryStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "directory";
  }

  @Override
  public long entities() {
    return world.employers();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(LocationSnapshot.class, RatingSnapshot.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Employer employer = Employer.of(world, (int) entity);
    Registrations registrations = Registrations.of(world, employer);
    List<Inspection> inspections = Inspection.of(world, employer);
    to.tally(Trap.REREGISTRATION, registrations.changes());
    to.tally(Trap.DUAL_REGISTRATION, registrations.hasTwin() ? 1 : 0);
    to.tally(Trap.SHARED_UPRN, employer.uprn() % 100_000_000L != employer.index() ? 1 : 0);
    Place place = employer.place(world);
    for (int month = world.from(); month <= world.to(); month++) {
      if (world.cqcSnapshot(month)) {
        snapshot(month, employer, place, registrations, inspections, to);
      }
    }
  }

  private static void snapshot(
      int month,
      Employer employer,
      Place place,
      Registrations registrations,
      List<Inspection> inspections,
      Told to) {
    LocalDate day = new Month(month).firstDay();
    for (Registration registration : registrations.all()) {
      if (registration.start().isAfter(day)) {
        continue;
      }
      LocalDate end = registration.end();
      boolean active = registration.active(day);
      Inspection latest = Inspection.latest(inspections, end == null || active ? day : end);
      boolean inherited = latest != null && latest.visited().isBefore(registration.start());
      to.fact(
          new LocationSnapshot(
              month,
              employer,
              place,
              registration,
              active,
              latest == null ? null : latest.rating(),
              latest == null ? null : latest.published(),
              inherited));
      if (latest != null && active) {
        for (String domain : Inspection.DOMAINS) {
          to.fact(new RatingSnapshot(month, employer, registration, latest, domain, inherited));
        }
      }
    }
  }
}
