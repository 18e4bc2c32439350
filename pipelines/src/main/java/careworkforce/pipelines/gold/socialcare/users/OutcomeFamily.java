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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reduced forms of all outcomes on the outside wage, tested together. With one instrument an
 * effect is nil if, and only if, its reduced form is. Each is weighted as its own estimate is, and
 * all are of the home-months of which every one of them is told, since they are drawn together:
 * inspections are not told of the first and last months.
 */
final class OutcomeFamily {
  private static final int DRAWS = 999;
  private static final long SEED = 617;
  private static final String WAGE = AreaInstrument.WAGE.label();

  /** Ratings are of few home-months and no part of it. */
  private static final List<CareOutcome> MEMBERS =
      Arrays.stream(CareOutcome.values()).filter(o -> o != CareOutcome.RATING).toList();

  private OutcomeFamily() {}

  /**
   * Each outcome's finding with its p-value for all together, null where clusters are too few for
   * one; those that do not vary are left out.
   */
  static Map<CareEffect, @Nullable Double> of(Frame all) {
    Frame sample = told(all);
    List<CareModel> models = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    for (CareOutcome outcome : MEMBERS) {
      Fit fit = Estimable.telling(WAGE, () -> fit(sample, outcome));
      if (fit != null) {
        models.add(CareModel.of(outcome));
        fits.add(fit);
      }
    }
    Map<CareEffect, @Nullable Double> tested = new LinkedHashMap<>();
    if (!fits.isEmpty()) {
      List<RomanoWolf.Adjusted> together = RomanoWolf.of(fits, WAGE);
      for (int i = 0; i < fits.size(); i++) {
        boolean told = FewClusters.test(fits.get(i), WAGE) != null;
        tested.put(
            effect(models.get(i), sample, fits.get(i)), told ? together.get(i).adjusted() : null);
      }
    }
    return tested;
  }

  /** The rows in which each outcome that is told in any is told. */
  private static Frame told(Frame all) {
    double[][] outcomes =
        MEMBERS.stream()
            .map(outcome -> all.numbers(outcome.label()))
            .filter(values -> Arrays.stream(values).anyMatch(Double::isFinite))
            .toArray(double[][]::new);
    return all.where(i -> Arrays.stream(outcomes).allMatch(values -> Double.isFinite(values[i])));
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
