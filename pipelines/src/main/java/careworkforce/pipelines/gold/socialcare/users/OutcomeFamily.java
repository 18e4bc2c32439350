package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.multiple.RomanoWolf;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.Saturation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reduced forms of all outcomes on the outside wage, tested together. With one instrument an
 * effect is nil if, and only if, its reduced form is. Each is weighted as its own estimate is.
 */
final class OutcomeFamily {
  private static final int DRAWS = 999;
  private static final long SEED = 617;
  private static final String WAGE = AreaInstrument.WAGE.label();

  private OutcomeFamily() {}

  /**
   * Each outcome's finding with its p-value for all together; those that do not vary are left out.
   */
  static Map<CareEffect, Double> of(Frame sample) {
    List<CareModel> models = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    for (CareOutcome outcome : CareOutcome.values()) {
      Fit fit =
          outcome == CareOutcome.RATING
              ? null
              : Estimable.telling(WAGE, () -> fit(sample, outcome));
      if (fit != null) {
        models.add(CareModel.of(outcome));
        fits.add(fit);
      }
    }
    Map<CareEffect, Double> tested = new LinkedHashMap<>();
    if (!fits.isEmpty()) {
      List<RomanoWolf.Adjusted> together = RomanoWolf.of(fits, WAGE);
      for (int i = 0; i < fits.size(); i++) {
        tested.put(effect(models.get(i), sample, fits.get(i)), together.get(i).adjusted());
      }
    }
    return tested;
  }

  private static Fit fit(Frame sample, CareOutcome outcome) {
    CareModel model = CareModel.of(outcome);
    Estimate ols =
        Estimate.ols(outcome.label() + " ~ " + WAGE + " | " + model.effects(), sample)
            .causal()
            .cluster(model.cluster());
    Estimate weighted = model.weights().isEmpty() ? ols : ols.weights(model.weights());
    return Saturation.none(weighted.wildBootstrap(DRAWS, SEED).fit());
  }

  private static CareEffect effect(CareModel model, Frame sample, Fit fit) {
    Question question =
        new Question(
            fit.outcome(),
            "family of outcomes",
            "reduced_form",
            AreaInstrument.WAGE.per(),
            fit.design(),
            model.byStaffAlone());
    return new CareEffect(
        new Finding(
            question,
            WAGE,
            FewClusters.coefficient(fit, WAGE).times(StaffExposure.STEP),
            Evidence.of(fit)),
        InstrumentEvidence.named(WAGE),
        model.mean(sample, fit, fit.outcome()));
  }
}
