package careworkforce.pipelines.gold;

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
}
