package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/**
 * The family of estimates: outcome by estimator, sample and measure of labour supply. What small
 * data do not carry is left out.
 */
public final class CareEffects {
  public static final Setting<Integer> DRAWS =
      Setting.integer(
          "socialcare.effects.bootstrap-draws",
          "",
          "draws of the bootstrap over areas of the two-step estimate",
          2,
          100_000);

  private final List<CareEffect> all = new ArrayList<>();

  private CareEffects() {}

  /** Tables that the family reads. */
  public static List<Table> tables() {
    return CarePanel.tables();
  }

  /** Settings that it depends on. */
  public static List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>(CarePanel.settings());
    settings.add(DRAWS);
    return settings;
  }

  /**
   * Rows of all estimates, those of the headline first.
   *
   * @throws careworkforce.common.error.UserError if the headline's sample has one month alone, or
   *     its instrument does not vary within homes and within region and month
   */
  public static List<Row> rows(Inputs inputs) {
    return of(inputs).stream()
        .map(
            effect ->
                SocialcareOutcomeEffects.TABLE.row(
                    effect.finding(), inputs, tables(), effect.values().toArray()))
        .toList();
  }

  private static List<CareEffect> of(Inputs inputs) {
    CareFrames panel = CareFrames.of(CarePanel.toLastMonth(inputs));
    if (panel.isEmpty()) {
      return List.of();
    }
    CareEffects effects = new CareEffects();
    for (CareSample sample : CareSamples.of(panel, inputs)) {
      CareFrames.requirePeriods(sample.frame());
      TwoStep twoStep = new TwoStep(sample.staff(), inputs.value(DRAWS));
      for (CareOutcome outcome : CareOutcome.values()) {
        effects.outcome(new CareEstimator(sample, outcome), sample, outcome);
        if (sample.main() && outcome.counted()) {
          effects.add(
              () -> twoStep.effect(sample, outcome, StaffExposure.TURNOVER, AreaInstrument.WAGE));
        }
      }
    }
    return effects.all;
  }

  private void outcome(CareEstimator estimator, CareSample sample, CareOutcome outcome) {
    for (StaffExposure exposure : StaffExposure.values()) {
      if (exposure == StaffExposure.TURNOVER || sample.main()) {
        for (AreaInstrument instrument : AreaInstrument.ALL) {
          if (all.isEmpty()) {
            all.add(estimator.iv(exposure, instrument));
          } else {
            add(() -> estimator.iv(exposure, instrument));
          }
        }
        add(() -> estimator.ols(exposure));
      }
    }
    for (AreaInstrument instrument : AreaInstrument.ALL) {
      add(() -> estimator.reducedForm(instrument));
    }
    if (sample.main() && outcome.counted()) {
      add(() -> estimator.ppml(StaffExposure.TURNOVER));
      add(() -> estimator.ivPoisson(StaffExposure.TURNOVER, AreaInstrument.WAGE));
    }
  }

  private void add(Supplier<CareEffect> estimate) {
    CareEffect effect = Estimable.orNull(estimate::get);
    if (effect != null) {
      all.add(effect);
    }
  }
}
