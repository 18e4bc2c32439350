package careworkforce.pipelines.synthetic.care;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registrations of an employer: one after another, and for few homes two at a time. */
public final class Registrations {
  private static final int DUAL = 19;
  private final int index;
  private final List<Registration> chain = new ArrayList<>();
  private @Nullable Registration second;

  private Registrations(int index) {
    this.index = index;
  }

  /** Those of an employer. */
  public static Registrations of(WorldSettings world, Employer employer) {
    Draw draw = world.draw("registrations", employer.index());
    Registrations all = new Registrations(employer.index());
    List<LocalDate> starts = new ArrayList<>();
    starts.add(LocalDate.of(2010, 10, 1).plusDays(draw.below(400)));
    for (int month = world.from() + 3; month < world.to() && starts.size() < DUAL; month++) {
      if (draw.chance(world.rate(Trap.REREGISTRATION) / 12)) {
        LocalDate start = new Month(month).firstDay().plusDays(draw.below(28));
        if (start.isAfter(starts.get(0))) {
          starts.add(start);
        }
      }
    }
    boolean dual = draw.chance(world.rate(Trap.DUAL_REGISTRATION));
    for (int k = 0; k < starts.size(); k++) {
      all.chain.add(all.registration(starts, k, dual));
    }
    if (dual && employer.kind() == Employer.Kind.CARE_HOME) {
      all.second = all.twin();
    }
    return all;
  }

  private Registration registration(List<LocalDate> starts, int k, boolean dual) {
    boolean last = k == starts.size() - 1;
    return new Registration(
        location(k),
        provider(k),
        starts.get(k),
        last ? null : starts.get(k + 1),
        k == 0 ? null : location(k - 1),
        last ? null : location(k + 1),
        null,
        dual && last);
  }

  private Registration twin() {
    Registration last = chain.get(chain.size() - 1);
    return new Registration(
        location(DUAL), provider(DUAL), last.start(), null, null, null, last.locationId(), true);
  }

  private String location(int k) {
    return "1-" + (100_000_000L + 20L * index + k);
  }

  private String provider(int k) {
    return "1-" + (900_000_000L + 20L * index + k);
  }

  /** Every registration, the twin of a dual one last. */
  public List<Registration> all() {
    List<Registration> all = new ArrayList<>(chain);
    if (second != null) {
      all.add(second);
    }
    return all;
  }

  /** The one that counts on a day. */
  public Registration on(LocalDate day) {
    for (Registration registration : chain) {
      if (registration.active(day)) {
        return registration;
      }
    }
    return chain.get(chain.size() - 1);
  }

  /** How often the home went on under a new one. */
  int changes() {
    return chain.size() - 1;
  }

  boolean hasTwin() {
    return second != null;
  }
}
