package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * The chance that somebody leaves the NHS in a month: that of the occupation, times what
 * nationality, age and trust make of it. The factors are scaled so that their means over staff stay
 * near one, and an occupation as a whole leaves at its own rate (calibration.md 3.1).
 *
 * <p>By age, after IFS 16159: women most in their thirties; men at one rate to 55 and then more;
 * male assistants more in their twenties too. How much more is a setting of this world [P].
 */
public final class LeavingPropensity {
  /** Women in their thirties, relative to the mean. */
  public static final double WOMEN_IN_THIRTIES = 1.25;

  /** Other women. */
  public static final double OTHER_WOMEN = 0.89;

  /** Men of 55 and over. */
  public static final double MEN_FROM_55 = 1.6;

  /** Men under 55. */
  public static final double MEN_TO_55 = 0.95;

  /** Male assistants under 30. */
  public static final double YOUNG_MALE_ASSISTANTS = 1.4;

  /** Male assistants of 30 to 54. */
  public static final double OTHER_MALE_ASSISTANTS = 0.83;

  private final Person person;
  private final TrustSpread spread;
  private final NurseCohort cohort;

  LeavingPropensity(WorldSettings world, Person person) {
    this.person = person;
    this.spread = TrustSpread.of(world);
    this.cohort = new NurseCohort(world.from());
  }

  /** The chance in a month, from the post held. */
  double of(Post post, int month) {
    cohort.see(post, month);
    Occupation occupation = post.occupation;
    double age = age(person.female(), person.age(month), occupation.supportsNurses());
    double trust = occupation.supportsNurses() ? spread.factor(post.trust, month) : 1;
    return occupation.leave() * person.leaving() * age * trust * cohort.factor(occupation, month);
  }

  /** What sex and age make of leaving. */
  static double age(boolean female, int age, boolean assistant) {
    if (female) {
      return age >= 30 && age < 40 ? WOMEN_IN_THIRTIES : OTHER_WOMEN;
    }
    if (age >= 55) {
      return MEN_FROM_55;
    }
    if (!assistant) {
      return MEN_TO_55;
    }
    return age < 30 ? YOUNG_MALE_ASSISTANTS : OTHER_MALE_ASSISTANTS;
  }
}
