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

/** The residents of care homes, home by home and place by place. */
public record ResidentsStory(WorldSettings world) implements Story {
  private static final double EMPTY_DAYS = 20;

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
    return Set.of(Arrival.class, Admission.class, AddressMonth.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Employer home = Employer.of(world, (int) entity);
    Attendances attendances = new Attendances(world, home, to);
    for (int place = 0; place < home.residents(); place++) {
      place(home, attendances, world.draw("place", entity * 1000 + place), to);
    }
  }

  /** Those who live in one place of the home, one after another. */
  private void place(Employer home, Attendances attendances, Draw draw, Told to) {
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
      entered = death.plusDays(1 + (int) draw.exponential(EMPTY_DAYS));
    }
  }
}
