package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;

/**
 * Parental leave and career breaks. 3.4% of women under 50 are on maternity leave at a time (IFS
 * 15963), some ten months each; hours often fall after it.
 */
final class Leave {
  private static final double BREAKS = 0.0004;

  private final double births;
  private final Person person;
  private final Draw draw;
  private final Told told;
  private int parental;
  private int careerBreak;
  private LocalDate since = LocalDate.MIN;

  Leave(WorldSettings world, Person person, Draw draw, Told told) {
    this.births = world.rate(Trap.PARENTAL_LEAVE);
    this.person = person;
    this.draw = draw;
    this.told = told;
  }

  /** Goes on leave, or comes back. */
  void month(int month, Post post, boolean training) {
    if (parental > 0) {
      parental--;
      if (parental == 0 && post.fte == 100 && draw.chance(0.5)) {
        post.fte = draw.oneOf(60, 80);
      }
    } else if (careerBreak > 0) {
      careerBreak--;
    } else if (!training && mayGiveBirth(month) && draw.chance(births)) {
      parental = draw.between(8, 12);
      told.tally(Trap.PARENTAL_LEAVE, 1);
      since = new Month(month).firstDay();
    } else if (!training && month > person.entry() + 12 && draw.chance(BREAKS)) {
      careerBreak = draw.between(6, 12);
    }
  }

  private boolean mayGiveBirth(int month) {
    int age = person.age(month);
    return person.female() && age >= 22 && age <= 42;
  }

  boolean absent() {
    return parental > 0 || careerBreak > 0;
  }

  boolean parental() {
    return parental > 0;
  }

  /** Whether a parental leave comes to its end with the next month. */
  boolean endsParental() {
    return parental == 1;
  }

  String status() {
    return parental > 0
        ? "Maternity & Adoption"
        : careerBreak > 0 ? "Career Break" : "Active Assignment";
  }

  void end() {
    parental = 0;
    careerBreak = 0;
  }

  /** Tells the absence of a month of parental leave. */
  void tell(int month, Post post) {
    if (parental > 0) {
      int days = new Month(month).lastDay().getDayOfMonth();
      told.fact(
          new AbsenceMonth(
              month, person, post.number, "Maternity", "", since, null, days, post.fte));
    }
  }
}
