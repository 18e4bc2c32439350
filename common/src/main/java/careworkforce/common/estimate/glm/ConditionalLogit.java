package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Variation;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Conditional logit, {@code case ~ x | stratum}: fixed-effects logit without incidental parameters,
 * as each stratum is taken given its number of events. Strata without variation say nothing and are
 * dropped. Source: G. Chamberlain (1980), Review of Economic Studies 47.
 */
@AutoService(Family.class)
public final class ConditionalLogit implements Family {
  @Override
  public String name() {
    return "clogit";
  }

  @Override
  public Fit fit(Specification specification, Frame data, EstimateOptions options) {
    String what = "estimate '" + specification.text() + "' as clogit";
    require(!specification.instrumented(), what, "it has instruments", "Leave them out");
    require(
        specification.effects().size() == 1 && specification.effects().get(0).slopes().isEmpty(),
        what,
        "it has " + specification.effects().size() + " effects",
        "Give the stratum after a bar and other effects as i(column)");
    require(options.weights() == null, what, "it has weights", "Leave them out");
    Design given = DesignBuilder.build(specification, data, options.forDesign());
    for (double y : given.outcome().values()) {
      require(y == 0 || y == 1, what, "the outcome has the value " + y, "Give 0 and 1");
    }
    Design design =
        DesignRows.without(
            given, Separation.byLevel(Response.LOGIT, given.outcome().values(), given.effects()));
    require(design.size() > 0, what, "no stratum has both outcomes", "Use coarser strata");
    List<NamedColumn> all = design.exogenous();
    Absorber absorber = Absorber.of(design.effects(), design.size(), options.absorb());
    List<Dropped> dropped = new ArrayList<>();
    List<NamedColumn> kept = varying(all, absorber, dropped);
    require(!kept.isEmpty(), what, "no regressor varies within strata", "Use others");
    Strata strata = Strata.of(design, kept);
    Strata.Maximum found = strata.maximum();
    require(
        found.converged(), what, "a regressor predicts the events perfectly", "Leave that one out");
    List<String> names = kept.stream().map(NamedColumn::name).toList();
    LikelihoodRequirements.requireFinite(
        what, MonotoneLikelihood.along(names, found.step(), strata.ranges()));
    var variance = StratumVariance.of(design, strata, found, options);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int c = 0; c < kept.size(); c++) {
      coefficients.add(
          Coefficient.of(
              kept.get(c).name(),
              found.coefficients()[c],
              variance.standardError(c),
              Double.POSITIVE_INFINITY,
              options.level()));
    }
    return new Fit(
        specification.text(),
        name(),
        "conditional ML",
        specification.outcome().name(),
        coefficients,
        variance,
        options.smallSample().name(),
        options.level(),
        Map.of(design.effects().get(0).name(), design.effects().get(0).levels()),
        new Fit.Sample(
            design.size(),
            design.weight(),
            design.rowsGiven(),
            design.singletons(),
            given.size() - design.size(),
            design.dropped(),
            dropped),
        new Fit.Quality(
            Double.NaN, Double.NaN, found.logLikelihood(), Double.NaN, -2 * found.logLikelihood()),
        new Fit.Numerics(found.iterations(), true, 0, "none"),
        null,
        List.of(),
        options.design(),
        List.of("Exact conditional likelihood given the number of events of each stratum."));
  }

  private static List<NamedColumn> varying(
      List<NamedColumn> columns, Absorber absorber, List<Dropped> dropped) {
    double[][] raw = columns.stream().map(NamedColumn::values).toArray(double[][]::new);
    double[][] left = absorber.residualise(raw, null).residuals();
    double[] ratios = new double[raw.length];
    double[] ones = new double[absorber.effects().get(0).codes().length];
    Arrays.fill(ones, 1);
    for (int c = 0; c < raw.length; c++) {
      double all = Variation.about(raw[c], ones);
      ratios[c] = all > 0 ? squares(left[c]) / all : 0;
      left[c] = ratios[c] > LeastSquares.REDUNDANT ? left[c] : new double[left[c].length];
    }
    LeastSquares fit = LeastSquares.of(left);
    List<NamedColumn> kept = new ArrayList<>();
    for (int k : fit.kept()) {
      kept.add(columns.get(k));
    }
    for (int c = 0; c < raw.length; c++) {
      if (!kept.contains(columns.get(c))) {
        dropped.add(
            new Dropped(
                columns.get(c).name(),
                Math.min(ratios[c], fit.ratio(c)),
                List.of(absorber.effects().get(0).name())));
      }
    }
    return kept;
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static void require(boolean holds, String what, String why, String remedy) {
    if (!holds) {
      throw UserError.checks(what, why, remedy);
    }
  }
}
