package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;

/** Each way of estimating an effect on an outcome in a sample. */
final class CareEstimator {
  private static final String SHOCKS =
      "what moves staff and residents together, such as an outbreak, is not held fixed";
  private static final String POISSON = "a Poisson model";
  private static final double STEP = StaffExposure.STEP;

  private final CareSample sample;
  private final CareOutcome outcome;
  private final CareModel model;

  CareEstimator(CareSample sample, CareOutcome outcome) {
    this.sample = sample;
    this.outcome = outcome;
    this.model = CareModel.of(outcome);
  }

  /** Two-stage least squares. */
  CareEffect iv(StaffExposure exposure, AreaInstrument by) {
    Fit fit = model.iv(sample.frame(), outcome.label(), exposure.label(), by.label());
    return effect(
            question("iv", exposure.per(), fit, byStaffAlone()),
            exposure.label(),
            FewClusters.coefficient(fit, exposure.label()).times(STEP),
            fit,
            InstrumentEvidence.of(fit, by.label(), STEP))
        .ofStrongInstrument();
  }

  /** Least squares. */
  CareEffect ols(StaffExposure exposure) {
    Fit fit = model.ols(sample.frame(), outcome.label(), exposure.label());
    return effect(
        question("ols", exposure.per(), fit, SHOCKS),
        exposure.label(),
        FewClusters.coefficient(fit, exposure.label()).times(STEP),
        fit,
        InstrumentEvidence.NONE);
  }

  /** Least squares on the instrument. */
  CareEffect reducedForm(AreaInstrument by) {
    Fit fit = model.reducedForm(sample.frame(), outcome.label(), by.label());
    return effect(
        question("reduced_form", by.per(), fit, byStaffAlone()),
        by.label(),
        FewClusters.coefficient(fit, by.label()).times(STEP),
        fit,
        InstrumentEvidence.named(by.label()));
  }

  /** Poisson pseudo-maximum likelihood of the count: log points of the rate. */
  CareEffect ppml(StaffExposure exposure) {
    Fit fit = model.poisson(sample.frame(), outcome.count(), exposure.label());
    return effect(
            question("ppml", logPoints(exposure), fit, SHOCKS),
            exposure.label(),
            fit.coefficient(exposure.label()).times(STEP),
            fit,
            InstrumentEvidence.NONE)
        .ofManyClusters(POISSON);
  }

  /**
   * Poisson with a control function, both stages on the rows that Poisson keeps. The first stage's
   * residual and the regressor span, with the effects, what regressor and instrument do: with b and
   * c their coefficients and p the first stage, the effect is b + c/p (Wooldridge 2015). Its
   * variance is by the delta method, the two stages taken as independent.
   */
  CareEffect ivPoisson(StaffExposure exposure, AreaInstrument by) {
    Fit fit = model.poisson(sample.frame(), outcome.count(), exposure.label() + " + " + by.label());
    Frame kept = model.used(sample.frame(), fit);
    Fit stage = model.plain(kept, exposure.label(), by.label());
    Coefficient first = stage.coefficient(by.label());
    double effect =
        fit.coefficient(exposure.label()).estimate()
            + fit.coefficient(by.label()).estimate() / first.estimate();
    double error = controlFunctionError(fit, exposure.label(), by.label(), first);
    Evidence evidence =
        new Evidence(
            fit.sample().rows(),
            Evidence.clusters(fit),
            fit.variance().type() + " of each stage, delta method, the stages taken as independent",
            fit.formula() + ", " + stage.formula());
    Question question =
        new Question(
            outcome.label(),
            sample.name(),
            "iv_poisson",
            logPoints(exposure),
            "causal",
            byStaffAlone());
    Coefficient told =
        Coefficient.of(exposure.label(), effect, error, Double.POSITIVE_INFINITY, Coefficient.LEVEL)
            .times(STEP);
    return new CareEffect(
            new Finding(question, exposure.label(), told, evidence),
            InstrumentEvidence.first(first, by.label()),
            model.mean(sample.frame(), fit, outcome.label()))
        .ofManyClusters(POISSON)
        .ofStrongInstrument();
  }

  /** Standard error of b + c/p, by the delta method. */
  static double controlFunctionError(Fit fit, String b, String c, Coefficient p) {
    int atB = place(fit, b);
    int atC = place(fit, c);
    double[][] v = fit.variance().matrix();
    double inverse = 1 / p.estimate();
    double slope = fit.coefficient(c).estimate() * inverse * inverse;
    return Math.sqrt(
        v[atB][atB]
            + inverse * inverse * v[atC][atC]
            + 2 * inverse * v[atB][atC]
            + slope * slope * p.standardError() * p.standardError());
  }

  private static int place(Fit fit, String name) {
    for (int i = 0; i < fit.coefficients().size(); i++) {
      if (fit.coefficients().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no coefficient " + name);
  }

  /** Of ratings, also that inspectors do not choose by the instrument whom to see. */
  private String byStaffAlone() {
    String why = model.byStaffAlone();
    return outcome == CareOutcome.RATING ? why + ", and not to bring inspectors" : why;
  }

  private static String logPoints(StaffExposure exposure) {
    return exposure.per() + "; log points of the rate";
  }

  private Question question(String estimator, String per, Fit fit, String why) {
    return new Question(outcome.label(), sample.name(), estimator, per, fit.design(), why);
  }

  private CareEffect effect(
      Question question, String term, Coefficient effect, Fit fit, InstrumentEvidence instrument) {
    return new CareEffect(
        new Finding(question, term, effect, Evidence.of(fit)),
        instrument,
        model.mean(sample.frame(), fit, outcome.label()));
  }
}
