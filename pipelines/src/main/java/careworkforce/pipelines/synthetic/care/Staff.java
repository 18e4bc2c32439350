package careworkforce.pipelines.synthetic.care;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The staff of one employer, and what it reports of them. */
final class Staff {
  private final WorldSettings world;
  private final Employer employer;
  private final Turnover turnover;
  private final Registrations registrations;
  private final LabourMarket market;
  private final Told told;
  private final Draw draw;
  private final @Nullable Job[] posts;
  private final int[] starters;
  private final int[] leavers;
  private final List<Separation> archived = new ArrayList<>();
  private @Nullable WorkplaceExtract reported;
  private int changed;

  Staff(WorldSettings world, Employer employer, LabourMarket market, Told told) {
    this.world = world;
    this.employer = employer;
    this.market = market;
    this.told = told;
    this.turnover = Turnover.of(world, employer);
    this.registrations = Registrations.of(world, employer);
    this.draw = world.draw("ascwds", employer.index());
    this.posts = new Job[employer.posts()];
    this.starters = new int[world.months()];
    this.leavers = new int[world.months()];
    for (int post = 0; post < posts.length; post++) {
      posts[post] = market.vacantAtFirst() ? null : market.incumbent(employer, post);
    }
  }

  /** Separations and hires of a month; who is hired cannot leave before the next. */
  void month(int month) {
    int t = month - world.from();
    if (employer.kind() == Employer.Kind.CARE_HOME) {
      told.tally("care_home_months", 1);
      told.tally("care_home_months_at_least_turnover", turnover.atLeast(t) ? 1 : 0);
    }
    for (int post = 0; post < posts.length; post++) {
      Job job = posts[post];
      if (job == null) {
        posts[post] = market.hire(employer, post, month);
        starters[t] += posts[post] == null ? 0 : 1;
        changed = posts[post] == null ? changed : month;
        told.tally("care_vacant_months", 1);
        continue;
      }
      told.tally("care_job_months", 1);
      Separation end = market.separation(job, turnover.propensity(t), month);
      if (end != null) {
        posts[post] = null;
        leavers[t]++;
        changed = month;
        told.tally("care_separations", 1);
        if (employer.reports(month)) {
          archived.add(end);
        }
      }
    }
  }

  /** Tells what the extract of a month shows. */
  void extract(int month) {
    if (!employer.reports(month)) {
      return;
    }
    // A new location id reaches the collection once CQC's directory of the quarter has it.
    LocalDate published = new Month(month - Math.floorMod(month, 3)).firstDay();
    Registration registration = registrations.on(published);
    for (Job job : posts) {
      if (job != null) {
        boolean recorded = !draw.chance(world.rate(Trap.CODE_NOT_RECORDED));
        told.tally(Trap.CODE_NOT_RECORDED, recorded ? 0 : 1);
        told.fact(new WorkerExtract(month, job, registration, recorded));
      }
    }
    for (Separation end : archived) {
      told.fact(new LeaverExtract(month, end.job(), registration, end.date(), end.reason()));
    }
    workplace(month, registration);
  }

  private void workplace(int month, Registration registration) {
    WorkplaceExtract before = reported;
    if (before != null && employer.stale(month)) {
      told.tally(Trap.STALE_VACANCIES, 1);
      reported =
          new WorkplaceExtract(
              month,
              employer,
              registration,
              before.staff(),
              before.starters(),
              before.leavers(),
              before.vacancies(),
              before.told(),
              Math.max(before.amended(), changed),
              before.roles());
    } else {
      int staff = count(0);
      reported =
          new WorkplaceExtract(
              month,
              employer,
              registration,
              staff,
              lastYear(starters, month),
              lastYear(leavers, month),
              posts.length - staff,
              month,
              month,
              roles());
    }
    told.tally(Trap.TEST_ESTABLISHMENT, employer.kind() == Employer.Kind.TEST ? 1 : 0);
    told.fact(reported);
  }

  private WorkplaceExtract.Roles roles() {
    boolean unknown = draw.chance(world.rate(Trap.ROLE_COUNT_999));
    told.tally(Trap.ROLE_COUNT_999, unknown ? 1 : 0);
    return new WorkplaceExtract.Roles(
        unknown ? 999 : count(8), count(7), count(16), count(4), count(26));
  }

  private int count(int role) {
    int count = 0;
    for (Job job : posts) {
      count += job != null && (role == 0 || job.role() == role) ? 1 : 0;
    }
    return count;
  }

  private int lastYear(int[] of, int month) {
    int sum = 0;
    for (int t = Math.max(0, month - world.from() - 11); t <= month - world.from(); t++) {
      sum += of[t];
    }
    return sum;
  }
}
