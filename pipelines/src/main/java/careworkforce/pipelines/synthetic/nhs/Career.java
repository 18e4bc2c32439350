package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import org.jspecify.annotations.Nullable;

/** The working life of one person in the NHS, told month by month from entry to exit. */
final class Career {
  /** Chance a month to go to another trust. */
  static final double TRUST_MOVES = 0.003;

  private static final int SETTLED = 8;

  private final WorldSettings world;
  private final Person person;
  private final Draw draw;
  private final Told told;
  private final Post post;
  private final Leave leave;
  private final SidePosts side;
  private final Sickness sickness;
  private final Drivers drivers;
  private final LeavingPropensity propensity;
  private int training;
  private int returnsIn;
  private int settledFrom;
  private boolean gone;

  Career(WorldSettings world, Person person, Told told) {
    this.world = world;
    this.person = person;
    this.told = told;
    this.draw = world.draw("career", person.id());
    this.post = new Post(person, draw);
    this.leave = new Leave(world, person, draw, told);
    this.side = new SidePosts(world, person, post, draw, told);
    this.sickness = new Sickness(world.draw("sickness", person.id()));
    this.drivers = new Drivers(world, person);
    this.propensity = new LeavingPropensity(world, person);
    this.settledFrom = person.entry() + (person.ofStock() ? 1 : SETTLED);
    if (person.ofStock()) {
      trainedBefore();
    } else if (post.occupation.group().equals("NURSES")) {
      told.tally("nurses_recruited_" + Math.floorDiv(person.entry(), 12), 1);
    }
  }

  /** Staff who were in training posts when the world began. */
  private void trainedBefore() {
    for (int done = NurseTraining.MONTHS - 1; done > 0 && training == 0; done--) {
      if (post.occupation.supportsNurses()
          && draw.chance(NurseTraining.begin(world.from() - done, post.trust.region()))) {
        beginTraining(world.from());
        training = NurseTraining.MONTHS - done;
      }
    }
  }

  void tell() {
    for (int month = person.entry(); month <= world.to() && !gone; month++) {
      if (returnsIn > 0) {
        returnsIn--;
      } else {
        month(month);
      }
    }
  }

  private void month(int month) {
    if (month > person.entry()) {
      change(month);
    }
    leave.month(month, post, training > 0);
    Leaving leaving = leaving(month);
    boolean unpaid =
        leaving == null
            && month > person.entry()
            && !post.trust.mergesAfter(month)
            && draw.chance(world.rate(Trap.PAYROLL_ABSENCE));
    if (unpaid) {
      told.tally(Trap.PAYROLL_ABSENCE, 1);
    } else {
      onPayroll(month, leaving);
    }
    if (leaving != null) {
      after(month, leaving);
    }
  }

  /** What a month may bring: nurse training and its end, another occupation, a higher band. */
  private void change(int month) {
    post.progress(month);
    if (training > 0) {
      training--;
      if (training == 0) {
        becomeNurse(month);
      }
    } else if (leave.absent()) {
      if (leave.endsParental() && drivers.movesOnReturn(world.moves() / 12, post.trust, month)) {
        move(month);
      }
    } else if (post.occupation.supportsNurses()
        && draw.chance(NurseTraining.begin(month, post.trust.region()))) {
      beginTraining(month);
    } else if (post.occupation.supportsNurses()
        && draw.chance(NurseTraining.direct(month, post.trust.region()))) {
      becomeNurse(month);
    } else if (month >= settledFrom && moves(draw.chance(world.moves() / 12), month)) {
      move(month);
    }
  }

  private boolean moves(boolean drawn, int month) {
    return drivers.moves(drawn, world.moves() / 12, post.trust, month);
  }

  private void beginTraining(int month) {
    boolean associate = month >= 12 * 2017 && draw.chance(0.6);
    post.become(
        Occupation.named(
            associate ? "trainee nursing associate" : "student nurse on apprenticeship"),
        month);
    training = NurseTraining.MONTHS;
  }

  private void becomeNurse(int month) {
    post.become(Occupation.named("adult nurse"), month);
    drivers.moved();
    settledFrom = month + SETTLED;
    told.tally("nurses_from_support_" + Math.floorDiv(month, 12), 1);
  }

  private void move(int month) {
    Occupation next = post.occupation.next(draw);
    if (next != post.occupation) {
      post.become(next, month);
      drivers.moved();
      settledFrom = month + SETTLED;
      told.tally("moves_between_groups", 1);
    }
  }

  private @Nullable Leaving leaving(int month) {
    if (month == world.to()) {
      return null;
    }
    double leaving = propensity.of(post, month);
    if (drivers.leaves(draw.chance(leaving), leaving, month)) {
      return Leaving.exit(person, month, draw);
    }
    if (training == 0
        && drivers.changesTrust(draw.chance(TRUST_MOVES), TRUST_MOVES, post.trust, month)) {
      return Leaving.toTrust(month);
    }
    if (post.trust.mergesAfter(month) && draw.chance(world.rate(Trap.MERGER_NEW_ASSIGNMENT))) {
      told.tally(Trap.MERGER_NEW_ASSIGNMENT, 1);
      return Leaving.merged(month, draw);
    }
    return null;
  }

  private void onPayroll(int month, @Nullable Leaving leaving) {
    told.tally("nhs_person_months", 1);
    Occupation recorded = post.occupation;
    if (leaving == null && training == 0 && month > settledFrom && flickers()) {
      recorded = post.occupation.next(draw);
      told.tally(Trap.OCCUPATION_FLICKER, recorded == post.occupation ? 0 : 1);
    }
    told.fact(
        new AssignmentMonth(
            month,
            person,
            post.trust,
            post.number,
            recorded,
            post.band(),
            post.step(month),
            side.mainFte(month),
            post.contract,
            leave.status(),
            post.start,
            training > 0,
            leaving));
    side.month(month, leave.status(), leaving);
    leave.tell(month, post);
    if (leave.parental()) {
      drivers.onParentalLeave(month);
    }
    if (!leave.absent()) {
      int lost = sickness.month(month, person, post.number, post.occupation, post.fte, told);
      if (lost > 0) {
        drivers.sick(month);
      }
      int days = new Month(month).lastDay().getDayOfMonth();
      told.fact(
          new SicknessDays(month, post.trust, (long) lost * post.fte, (long) days * post.fte));
    }
  }

  private boolean flickers() {
    return draw.chance(world.rate(Trap.OCCUPATION_FLICKER));
  }

  private void after(int month, Leaving leaving) {
    side.end();
    if (leaving.reason().startsWith("Employee Transfer") || leaving.reason().startsWith("Merged")) {
      post.begin(post.trust, month + 1);
    } else if (leaving.destination().equals("NHS Organisation")) {
      Trust other = draw.chance(0.7) ? Trust.in(post.trust.region(), draw) : Trust.any(draw);
      post.begin(other.orNext(post.trust, month + 1), month + 1);
    } else if (draw.chance(world.rate(Trap.RETURN_AFTER_LEAVING))) {
      returnAfter(month);
    } else {
      gone = true;
    }
  }

  private void returnAfter(int month) {
    returnsIn = draw.between(4, 24);
    int back = month + 1 + returnsIn;
    if (back > world.to()) {
      gone = true;
      return;
    }
    told.tally(Trap.RETURN_AFTER_LEAVING, 1);
    leave.end();
    training = 0;
    post.begin(Trust.in(post.trust.region(), draw), back);
    if (draw.chance(0.25)) {
      move(back);
    }
    settledFrom = back + SETTLED;
  }
}
