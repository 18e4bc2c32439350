package careworkforce.pipelines.gold;

import careworkforce.common.estimate.Coefficient;
import java.util.List;

/**
 * An estimate with its question and what it stands on: a row of an {@link EstimateTable}.
 *
 * @param question what was asked
 * @param term the regressor, group or event time
 * @param effect the estimate and its inference
 * @param evidence what it stands on
 */
public record Finding(Question question, String term, Coefficient effect, Evidence evidence) {

  /** Values of the shared columns, in the order of the contract, but for the inputs' versions. */
  List<Object> values() {
    return List.of(
        question.outcome(),
        question.sample(),
        question.estimator(),
        term,
        question.per(),
        effect.estimate(),
        effect.standardError(),
        effect.ciLow(),
        effect.ciHigh(),
        effect.pValue(),
        evidence.observations(),
        evidence.clusters(),
        evidence.variance(),
        question.design(),
        question.why(),
        evidence.formula());
  }
}
