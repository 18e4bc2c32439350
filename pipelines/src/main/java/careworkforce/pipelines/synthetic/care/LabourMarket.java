package careworkforce.pipelines.synthetic.care;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * The care labour market of one area, month by month: staff leave with their employer's propensity,
 * and vacant posts are filled by people who lately left another employer of the area, or by new
 * ones.
 */
final class LabourMarket {
  private static final double VACANT = 0.08;
  private static final double FILL = 0.2875;
  private static final double FROM_CARE = 0.6;
  private static final int PATIENCE = 6;
  private static final int[] SOURCES = {214, 216, 219, 227, 225, 221, 210};
  private static final double[] SOURCE_WEIGHTS = {8, 45, 20, 6, 15, 4, 2};

  private record Mover(CareWorker worker, Employer from, int month) {}

  private final WorldSettings world;
  private final int area;
  private final Draw draw;
  private final Told told;
  private final ArrayDeque<Mover> movers = new ArrayDeque<>();
  private long people;
  private long jobs;

  LabourMarket(WorldSettings world, int area, Told told) {
    this.world = world;
    this.area = area;
    this.told = told;
    this.draw = world.draw("labour market", area);
  }

  /** A job of somebody who was there when the world began. */
  Job incumbent(Employer employer, int post) {
    LocalDate start =
        new Month(world.from()).firstDay().minusDays(1 + (int) draw.exponential(1100));
    return job(newPerson(world.from()), employer, post, start, source());
  }

  /** Whether a post stands vacant when the world begins. */
  boolean vacantAtFirst() {
    return draw.chance(VACANT);
  }

  /** Fills a vacant post in a month, perhaps. */
  @org.jspecify.annotations.Nullable
  Job hire(Employer employer, int post, int month) {
    if (!draw.chance(FILL)) {
      return null;
    }
    LocalDate start = new Month(month).firstDay().plusDays(1 + draw.below(27));
    Mover mover = draw.chance(FROM_CARE) ? mover(employer, month) : null;
    if (mover != null) {
      told.tally("care_moves_between_employers", 1);
      return job(mover.worker(), employer, post, start, 211);
    }
    return job(newPerson(month), employer, post, start, source());
  }

  private @org.jspecify.annotations.Nullable Mover mover(Employer employer, int month) {
    if (employer.kind() == Employer.Kind.TEST) {
      return null;
    }
    movers.removeIf(mover -> mover.month() < month - PATIENCE);
    for (Iterator<Mover> all = movers.iterator(); all.hasNext(); ) {
      Mover mover = all.next();
      if (mover.month() < month && mover.from().index() != employer.index()) {
        all.remove();
        return mover;
      }
    }
    return null;
  }

  /** Ends a job with a chance of a twelfth of the annual propensity. */
  @org.jspecify.annotations.Nullable
  Separation separation(Job job, double propensity, int month) {
    if (!draw.chance(propensity / 12)) {
      return null;
    }
    LocalDate date = new Month(month).firstDay().plusDays(1 + draw.below(27));
    Separation separation = Separation.of(job, date, draw);
    if (separation.toOtherCareEmployer() && job.employer().kind() != Employer.Kind.TEST) {
      movers.add(new Mover(job.worker(), job.employer(), month));
    }
    return separation;
  }

  private int source() {
    return SOURCES[draw.pick(SOURCE_WEIGHTS)];
  }

  private CareWorker newPerson(int month) {
    CareWorker worker = CareWorker.of(world, area * 10_000_000L + people++, month);
    told.tally(Trap.NO_PERSON_KEY, worker.personKey().isEmpty() ? 1 : 0);
    return worker;
  }

  private Job job(CareWorker worker, Employer employer, int post, LocalDate start, int source) {
    long id = 1_000_000_000L + area * 10_000_000L + jobs++;
    return Job.of(id, worker, employer, Job.role(employer, post, draw), start, source, draw);
  }
}
