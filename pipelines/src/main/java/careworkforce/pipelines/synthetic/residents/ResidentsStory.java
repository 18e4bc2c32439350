package careworkforce.pipelines.synthetic.residents;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The residents of care homes, home by home and place by place, and who lives near them. */
public record ResidentsStory(WorldSettings world) implements Story {
  private static final double EMPTY_DAYS = 20;

  /** More than ever follow one another in a place. */
  private static final int LIVES = 10_000;

  @Override
  public String name() {
    return "residents";
  }

  @Override
  public long entities() {
    return world.homes();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(
        Arrival.class,
        Admission.class,
        AddressMonth.class,
        RegisteredDeath.class,
        DeathNotice.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Employer home = Employer.of(world, (int) entity);
    Attendances attendances = new Attendances(world, home, to);
    for (int place = 0; place < home.residents(); place++) {
      place(home, attendances, entity * 1000 + place, to);
    }
    new Neighbours(world).tell(home, to);
  }

  /** Those who live in one place of the home, one after another. */
  private void place(Employer home, Attendances attendances, long place, Told to) {
    Draw draw = world.draw("place", place);
    int before = 0;
    LocalDate end = new Month(world.to()).lastDay();
    LocalDate entered = new Month(world.from()).firstDay().minusDays((int) draw.exponential(900));
    while (!entered.isAfter(end)) {
      Resident resident = Resident.of(home, entered, world.linkMissed(), draw);
      to.tally("residents", 1);
      to.tally("residents_missed", resident.linked() ? 0 : 1);
      @Nullable LocalDate death = new Life(world, resident, attendances, draw, to).tell();
      if (death == null) {
        return;
      }
      boolean inHospital = attendances.inHospital(resident, death);
      DeathRecords.tell(world, resident, death, inHospital, place * LIVES + before++, to);
      entered = death.plusDays(1 + (int) draw.exponential(EMPTY_DAYS));
    }
  }
}
