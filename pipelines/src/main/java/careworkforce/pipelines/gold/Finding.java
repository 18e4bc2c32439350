package careworkforce.pipelines.gold;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.linear.ClusterScores;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its question and what it stands on: a row of an {@link EstimateTable}.
 *
 * @param question what was asked
 * @param term the regressor, group or event time
 * @param effect the estimate and its inference
 * @param evidence what it stands on
 */
public record Finding(Question question, String term, Coefficient effect, Evidence evidence) {
  /** How the variance of an estimate by weak instruments goes on. */
  static final String WEAK = "no test and no interval: first-stage F";

  /**
   * The same; without test and interval if its clusters are few, for an estimate that nothing but
   * the sandwich, the delta method or draws of whole clusters stands behind.
   *
   * @param kind of estimate, such as {@code a Poisson model}
   */
  public Finding ofManyClusters(String kind) {
    if (!FewClusters.few(evidence.clusters())) {
      return this;
    }
    return without(FewClusters.missing(evidence.clusters(), FewClusters.FEW) + " of " + kind);
  }

  /**
   * The same; if its clusters are few with the test and interval of a wild cluster bootstrap of
   * what each of them adds to it, and with none below {@value FewClusters#FEWEST}.
   */
  public Finding ofClusters(ClusterScores scores) {
    return FewClusters.few(evidence.clusters()) ? FewClusters.bootstrapped(this, scores) : this;
  }

  /**
   * The same; without test and interval if its instruments are weak, as those by t then mislead
   * (methods 2.8), and saying so.
   *
   * @param firstStageF of the instruments; null without any
   */
  public Finding ofStrongInstrument(@Nullable Double firstStageF) {
    if (firstStageF == null || firstStageF >= Question.STRONG) {
      return this;
    }
    String weak =
        String.format(
            Locale.ROOT, WEAK + " %.1f, and they take %.0f or more", firstStageF, Question.STRONG);
    return new Finding(question.instrumentedAt(firstStageF), term, effect, evidence).without(weak);
  }

  private Finding without(String why) {
    return inferred(FewClusters.without(effect), why);
  }

  /** The same with another test and interval, and what they stand on. */
  Finding inferred(Coefficient by, String why) {
    Evidence told =
        new Evidence(
            evidence.observations(),
            evidence.clusters(),
            evidence.variance() + ", " + why,
            evidence.formula());
    return new Finding(question, term, by, told);
  }

  /** A number; null if there is none. */
  public static @Nullable Double known(double number) {
    return Double.isNaN(number) ? null : number;
  }

  /** Values of the shared columns, in the order of the contract, but for the inputs' versions. */
  List<@Nullable Object> values() {
    return Arrays.asList(
        question.outcome(),
        question.sample(),
        question.estimator(),
        term,
        question.per(),
        effect.estimate(),
        effect.standardError(),
        known(effect.ciLow()),
        known(effect.ciHigh()),
        known(effect.pValue()),
        evidence.observations(),
        evidence.clusters(),
        evidence.variance(),
        question.design(),
        question.why(),
        evidence.formula());
  }
}
