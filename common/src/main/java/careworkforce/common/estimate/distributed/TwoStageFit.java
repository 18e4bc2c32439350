package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.KClass;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.linear.WeakInstruments;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two-stage least squares and limited-information maximum likelihood in two passes. The first gives
 * slopes and first stages from inner products of outcome, regressors and instruments together; the
 * second their residuals, a step of refinement, and the scores of the slopes and of the instruments
 * that the variance and the evidence on the instruments need.
 */
final class TwoStageFit {
  private final boolean liml;
  private final LinearPass pass;
  private final Kept kept;
  private final int[] exogenous;
  private final int[] instruments;
  private final int[] endogenous;
  private final MomentStages stages;

  TwoStageFit(DistributedEstimate model) {
    this.liml = model.options.liml();
    this.pass = new LinearPass(model);
    this.kept = pass.kept();
    this.exogenous = kept.among(new int[0], model.columns.exogenous());
    this.instruments = kept.among(exogenous, model.columns.instruments());
    this.endogenous = kept.among(exogenous, model.columns.endogenous());
    KClass.requireInstruments(
        kept.names(kept.varying(model.columns.endogenous())),
        endogenous.length,
        kept.names(instruments),
        model.columns.excluded());
    this.stages = new MomentStages(pass.products, exogenous, endogenous, instruments);
    if (!liml) {
      stages.requireRank(kept.names(endogenous), kept.names(instruments));
    }
  }

  Fit fit() {
    double k = liml ? stages.liml(kept.names(endogenous), kept.names(instruments)) : 1;
    double[][] design = stages.design(k);
    double[] slopes = stages.slopes(design);
    AskedColumns asked =
        AskedColumns.of(stages.regressors(), design, stages.residual(slopes), slopes);
    StageSums.Places places = StageSums.add(asked.columns(), stages, liml ? -1 : asked.residual());
    var second = pass.second(asked.columns());
    List<String> names =
        Stream.of(endogenous, exogenous).flatMap(c -> kept.names(c).stream()).toList();
    var solved =
        new LinearPass.Solved(
            liml ? "LIML" : "2SLS", names, asked, bread(asked, second.sum()), kept.dropped());
    StageSums sums = new StageSums(pass, second.sum(), places);
    WeakInstruments evidence =
        new WeakInstruments(
            sums.moments(kept.names(endogenous), kept.names(instruments), stages),
            sums,
            sums.inference(exogenous.length + instruments.length));
    return pass.fit(solved, second, evidence::evidence);
  }

  private double[][] bread(AskedColumns asked, ScoreSums sums) {
    return liml
        ? Small.symmetric(Small.inverse(Small.part(sums.gram, asked.design(), asked.regressors())))
        : LeastSquaresFit.bread(asked.squares(sums));
  }
}
