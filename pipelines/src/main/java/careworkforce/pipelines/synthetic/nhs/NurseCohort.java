package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * The nurses on the lowest point of band 5 in November 2012, of whom 21% are in band 5, 26% in band
 * 6 and 14% in bands 7 to 9 in August 2021, and 39% have left nursing or the NHS (Stoye and Warner
 * 2024). All nurses rise at the rates that split the stayers so; leaving at that of all nurses
 * would lose 57% of the cohort, so its members leave less, and the others a little more.
 */
final class NurseCohort {
  /** Share of the cohort in band 5 in August 2021. */
  static final double IN_BAND_5 = 0.21;

  /** Share in band 6. */
  static final double IN_BAND_6 = 0.26;

  /** Share in bands 7 to 9. */
  static final double IN_BANDS_7_TO_9 = 0.14;

  /** Share that left nursing or the NHS. */
  static final double LEFT = 0.39;

  /** Chance a month to rise from band 5 to 6: {@code exp(-105 h) = 21 / (21 + 26 + 14)}. */
  static final double TO_BAND_6 = 0.01016;

  /** Chance a month to rise from band 6 to 7, so that 26 of the 61 are in band 6. */
  static final double TO_BAND_7 = 0.0074;

  /** Month of the cohort. */
  private static final int MONTH = Month.of(2012, 11).number();

  /** Month in which it is looked at again. */
  private static final int AGAIN = Month.of(2021, 8).number();

  /** Leaving of members, relative to all nurses; the rest of the 39% move to other occupations. */
  private static final double MEMBERS = 0.46;

  /** Leaving of the others, with members a tenth of all nurses. */
  private static final double OTHERS = (1 - 0.1 * MEMBERS) / 0.9;

  private final boolean watched;
  private boolean member;

  /** A cohort that a world beginning after its month does not have. */
  NurseCohort(int from) {
    this.watched = from <= MONTH;
  }

  /** Whether a world has both months. */
  static boolean seenBy(WorldSettings world) {
    return world.from() <= MONTH && world.to() >= AGAIN;
  }

  /** Takes up whoever is on the lowest point in the month. */
  void see(Post post, int month) {
    if (month == MONTH) {
      member =
          nurse(post.occupation) && post.band() == post.occupation.band() && post.step(month) == 0;
    }
  }

  /** What membership makes of leaving. */
  double factor(Occupation occupation, int month) {
    if (!watched || !nurse(occupation) || month < MONTH) {
      return 1;
    }
    return member ? MEMBERS : OTHERS;
  }

  private static boolean nurse(Occupation occupation) {
    return occupation.group().equals("NURSES");
  }
}
