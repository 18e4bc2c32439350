package careworkforce.pipelines.report;

import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import java.util.List;

/** The estimates of the headline that stand in a lake. */
record Effects(List<Effect> rows) {

  static Effects in(Lake lake) {
    return new Effects(
        lake
            .read(SocialcareOutcomeEffects.TABLE)
            .where(SocialcareOutcomeEffects.TABLE.headline())
            .collectAsList()
            .stream()
            .map(Effect::of)
            .toList());
  }

  /** The estimate by an estimator. */
  Effect by(String estimator) {
    return rows.stream()
        .filter(e -> e.found().estimator().equals(estimator))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.checks(
                    "report the estimate '" + estimator + "'",
                    SocialcareOutcomeEffects.TABLE + " has no such row: its sample is empty",
                    "See the rows of its inputs with 'tables'"));
  }
}
