package careworkforce.pipelines.synthetic.residents;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Turnover;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The months of one resident in a home: arrivals at A&E, stays in hospital, address, death. */
final class Life {
  private static final double DEATHS = 0.3 / 12;
  private static final double DAYS_OF_MONTH = 30.4375;
  private static final int APRIL_2020 = Month.of(2020, 4).number();
  private static final int JANUARY_2021 = Month.of(2021, 1).number();

  private final WorldSettings world;
  private final Resident resident;
  private final Attendances attendances;
  private final Draw draw;
  private final Told told;
  private boolean found;

  Life(WorldSettings world, Resident resident, Attendances attendances, Draw draw, Told told) {
    this.world = world;
    this.resident = resident;
    this.attendances = attendances;
    this.draw = draw;
    this.told = told;
  }

  /** Tells it to the end, and gives the day of death; null if the world ends first. */
  @Nullable LocalDate tell() {
    int first = Math.max(world.from(), Month.of(resident.entered()).number());
    for (int month = first; month <= world.to(); month++) {
      LocalDate death = death(month);
      hospital(month, death);
      attendances.tell(month, death);
      address(month, death);
      if (death != null) {
        return death;
      }
    }
    return null;
  }

  private @Nullable LocalDate death(int month) {
    double hazard = DEATHS * (month == APRIL_2020 ? 3 : month == JANUARY_2021 ? 1.6 : 1);
    if (!draw.chance(hazard)) {
      return null;
    }
    LocalDate from = present(month);
    int days = (int) (new Month(month).lastDay().toEpochDay() - from.toEpochDay()) + 1;
    told.tally("resident_deaths", 1);
    return from.plusDays(draw.below(days));
  }

  private LocalDate present(int month) {
    LocalDate first = new Month(month).firstDay();
    return resident.entered().isAfter(first) ? resident.entered() : first;
  }

  private void hospital(int month, @Nullable LocalDate death) {
    LocalDate from = present(month);
    LocalDate to = death == null ? new Month(month).lastDay() : death;
    int days = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    told.tally("resident_days", days);
    boolean fewer = Turnover.lockdown(month) && world.rate(Trap.COVID_BREAK) > 0;
    told.tally(Trap.COVID_BREAK, fewer ? 1 : 0);
    int arrivals = draw.poisson(attendances.expected(month) * days / DAYS_OF_MONTH);
    int[] offsets = new int[arrivals];
    for (int i = 0; i < arrivals; i++) {
      offsets[i] = draw.below(days);
    }
    java.util.Arrays.sort(offsets);
    for (int offset : offsets) {
      attendances.arrive(resident, from.plusDays(offset), death, draw);
    }
  }

  private void address(int month, @Nullable LocalDate death) {
    LocalDate sunday =
        new Month(month)
            .firstDay()
            .plusDays(13)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    boolean lives = !resident.entered().isAfter(sunday) && (death == null || death.isAfter(sunday));
    if (resident.linked() && (lives || (found && death != null))) {
      found = true;
      told.fact(new AddressMonth(month, resident, death != null));
    }
  }
}
