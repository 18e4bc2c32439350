package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.AndersonRubin;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.variance.WildBootstrap;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.socialcare.CareEffectTable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strong an instrument is, and what may be said however weak it is.
 *
 * @param instrument its name
 * @param robustF first-stage F under the fit's variance
 * @param effectiveF Montiel Olea and Pflueger's (2013)
 * @param arP p-value of Anderson and Rubin's test of no effect
 * @param arLow lower end of their 95% set, where it is an interval
 * @param arHigh upper end
 * @param arShape shape of the set, or that there is none
 */
record InstrumentEvidence(
    @Nullable String instrument,
    @Nullable Double robustF,
    @Nullable Double effectiveF,
    @Nullable Double arP,
    @Nullable Double arLow,
    @Nullable Double arHigh,
    @Nullable String arShape) {

  /** Shape of a set by the bootstrap that has no end on a side of the estimate. */
  static final String OPEN = "open";

  /** That of a model without an instrument. */
  static final InstrumentEvidence NONE =
      new InstrumentEvidence(null, null, null, null, null, null, null);

  /** That of a model with the instrument itself as regressor. */
  static InstrumentEvidence named(String instrument) {
    return new InstrumentEvidence(instrument, null, null, null, null, null, null);
  }

  /** That of a first stage of its own, of which the effective F is the F under its variance. */
  static InstrumentEvidence first(Coefficient moved, String instrument) {
    double t = moved.statistic();
    return new InstrumentEvidence(instrument, t * t, t * t, null, null, null, null);
  }

  /**
   * That of an instrumented fit of one regressor.
   *
   * @param step units of the regressor that effects are told for
   */
  static InstrumentEvidence of(Fit fit, String instrument, double step) {
    Instruments found = fit.instruments();
    if (found == null) {
      return named(instrument);
    }
    FirstStage first = found.firstStages().get(0);
    AndersonRubin test = found.andersonRubin();
    if (FewClusters.few(Evidence.clusters(fit))) {
      return drawn(fit, instrument, step, first);
    }
    boolean interval =
        test.set().size() == 1
            && Double.isFinite(test.set().get(0).low())
            && Double.isFinite(test.set().get(0).high());
    return new InstrumentEvidence(
        instrument,
        first.robustF(),
        first.effectiveF(),
        test.pValue(),
        interval ? step * test.set().get(0).low() : null,
        interval ? step * test.set().get(0).high() : null,
        test.shape());
  }

  /** By the bootstrap, where there is one. */
  private static InstrumentEvidence drawn(
      Fit fit, String instrument, double step, FirstStage first) {
    WildBootstrap test = FewClusters.test(fit, WildBootstrap.andersonRubin(first.endogenous()));
    boolean interval =
        test != null && Double.isFinite(test.ciLow()) && Double.isFinite(test.ciHigh());
    return new InstrumentEvidence(
        instrument,
        first.robustF(),
        first.effectiveF(),
        test == null ? null : test.pValue(),
        test != null && interval ? step * test.ciLow() : null,
        test != null && interval ? step * test.ciHigh() : null,
        test == null ? CareEffectTable.NOT_MADE : interval ? "interval" : OPEN);
  }

  /** Values in the order of the contract, the first-stage F left out. */
  List<@Nullable Object> values() {
    return Arrays.asList(instrument, effectiveF, arP, arLow, arHigh, arShape);
  }
}
