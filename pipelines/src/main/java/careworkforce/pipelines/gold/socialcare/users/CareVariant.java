package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.List;

/**
 * The headline's equation with something other.
 *
 * @param name what is other, in the place of the sample
 * @param model effects, clusters and weights
 * @param frame rows
 */
record CareVariant(String name, CareModel model, Frame frame) {
  private static final String TURNOVER = StaffExposure.TURNOVER.label();
  private static final String WAGE = AreaInstrument.WAGE.label();

  /** The same under another name. */
  CareVariant named(String other) {
    return new CareVariant(other, model, frame);
  }

  /** Two-stage least squares of an outcome on turnover. */
  CareEffect iv(String outcome) {
    return iv(outcome, "1");
  }

  /** The same, an exogenous regressor held fixed. */
  CareEffect iv(String outcome, String control) {
    return instrumented(outcome, WAGE, model.iv(frame, outcome, control, TURNOVER, WAGE));
  }

  /** The same by other instruments, of these columns. */
  CareEffect ivBy(String outcome, List<String> instruments) {
    String all = String.join(" + ", instruments);
    return instrumented(outcome, all, model.iv(frame, outcome, TURNOVER, all));
  }

  /** Two-stage least squares, test and interval by the wild bootstrap. */
  CareEffect drawnIv(String outcome) {
    return instrumented(outcome, WAGE, model.drawnIv(frame, outcome, TURNOVER, WAGE));
  }

  /** The outcome on a regressor, the outside wage of the month held fixed. */
  CareEffect beside(String outcome, String regressor) {
    Fit fit = model.reducedForm(frame, outcome, regressor + " + " + WAGE);
    return effect(
        outcome,
        "reduced_form",
        regressor,
        AreaInstrument.WAGE.per(),
        fit,
        InstrumentEvidence.named(regressor));
  }

  private CareEffect instrumented(String outcome, String instruments, Fit fit) {
    return effect(
            outcome,
            "iv",
            TURNOVER,
            StaffExposure.TURNOVER.per(),
            fit,
            InstrumentEvidence.of(fit, instruments, StaffExposure.STEP))
        .ofStrongInstrument();
  }

  private CareEffect effect(
      String outcome,
      String estimator,
      String term,
      String per,
      Fit fit,
      InstrumentEvidence evidence) {
    Coefficient effect = FewClusters.coefficient(fit, term).times(StaffExposure.STEP);
    Question question =
        new Question(outcome, name, estimator, per, fit.design(), model.byStaffAlone());
    return new CareEffect(
        new Finding(question, term, effect, Evidence.of(fit)),
        evidence,
        model.mean(frame, fit, outcome));
  }
}
