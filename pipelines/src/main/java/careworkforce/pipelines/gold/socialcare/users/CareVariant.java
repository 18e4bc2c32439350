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
  Finding iv(String outcome) {
    return iv(outcome, "1");
  }

  /** The same, an exogenous regressor held fixed. */
  Finding iv(String outcome, String control) {
    Fit fit = model.iv(frame, outcome, control, TURNOVER, WAGE);
    return finding(outcome, "iv", TURNOVER, StaffExposure.TURNOVER.per(), fit);
  }

  /** The same by other instruments, of these columns. */
  Finding ivBy(String outcome, List<String> instruments) {
    Fit fit = model.iv(frame, outcome, TURNOVER, String.join(" + ", instruments));
    return finding(outcome, "iv", TURNOVER, StaffExposure.TURNOVER.per(), fit);
  }

  /** Two-stage least squares, test and interval by the wild bootstrap. */
  Finding drawnIv(String outcome) {
    Fit fit = model.drawnIv(frame, outcome, TURNOVER, WAGE);
    return finding(outcome, "iv", TURNOVER, StaffExposure.TURNOVER.per(), fit);
  }

  /** The outcome on a regressor, the outside wage of the month held fixed. */
  Finding beside(String outcome, String regressor) {
    Fit fit = model.reducedForm(frame, outcome, regressor + " + " + WAGE);
    return finding(outcome, "reduced_form", regressor, AreaInstrument.WAGE.per(), fit);
  }

  private Finding finding(String outcome, String estimator, String term, String per, Fit fit) {
    Coefficient effect = FewClusters.coefficient(fit, term).times(StaffExposure.STEP);
    Question question =
        new Question(outcome, name, estimator, per, fit.design(), model.byStaffAlone());
    return new Finding(question, term, effect, Evidence.of(fit));
  }
}
