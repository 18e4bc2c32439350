package careworkforce.pipelines.gold;

import java.util.Locale;

/**
 * What an estimate is asked for.
 *
 * @param outcome what is explained
 * @param sample whom and which months
 * @param estimator how
 * @param per the change that the estimate answers to, and its unit
 * @param design causal or association
 * @param why it may be read as that
 */
public record Question(
    String outcome, String sample, String estimator, String per, String design, String why) {
  /** First-stage F from which instruments are not weak (Staiger and Stock 1997). */
  static final double STRONG = 10;

  /** The same of another outcome. */
  public Question of(String other) {
    return new Question(other, sample, estimator, per, design, why);
  }

  /** The same on another sample. */
  public Question on(String other) {
    return new Question(outcome, other, estimator, per, design, why);
  }

  /** The same by another estimator, in another unit. */
  public Question by(String otherEstimator, String otherPer) {
    return new Question(outcome, sample, otherEstimator, otherPer, design, why);
  }

  /**
   * The same of a test that tells no effect.
   *
   * @param nilWhere what holds if it finds nothing
   */
  public Question test(String nilWhere) {
    return new Question(
        outcome, sample, estimator, per, "association", "a test: nil where " + nilWhere);
  }

  /**
   * The same, saying so if the instrument is weak (Staiger and Stock 1997).
   *
   * @param firstStageF of the excluded instruments
   */
  public Question instrumentedAt(double firstStageF) {
    return firstStageF >= STRONG
        ? this
        : new Question(
            outcome,
            sample,
            estimator,
            per,
            design,
            why
                + String.format(
                    Locale.ROOT,
                    "; but the instrument is weak, first-stage F %.1f below %.0f: rely on neither"
                        + " estimate nor interval",
                    firstStageF,
                    STRONG));
  }
}
