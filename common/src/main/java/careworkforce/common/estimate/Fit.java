package careworkforce.common.estimate;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model: numbers and evidence only, no rows, so that it may be kept. Prints itself.
 *
 * @param formula as fitted
 * @param family such as gaussian
 * @param estimator such as OLS, 2SLS, LIML
 * @param outcome left side
 * @param coefficients in the order of the formula, constant first
 * @param variance of the coefficients, in their order
 * @param smallSample name of the convention
 * @param level of the coefficients' intervals, such as 0.95
 * @param effects levels of each absorbed effect
 * @param sample rows used and dropped
 * @param quality of the fit
 * @param numerics how it was computed
 * @param instruments evidence on the instruments, or null without any
 * @param bootstraps wild cluster bootstrap tests
 * @param design causal or association, from the caller
 * @param notes what a reader should know, in sentences
 */
public record Fit(
    String formula,
    String family,
    String estimator,
    String outcome,
    List<Coefficient> coefficients,
    VarianceMatrix variance,
    String smallSample,
    double level,
    Map<String, Integer> effects,
    Sample sample,
    Quality quality,
    Numerics numerics,
    @Nullable Instruments instruments,
    List<WildBootstrap> bootstraps,
    String design,
    List<String> notes) {

  /**
   * A fit whose coefficients can be told apart by name.
   *
   * @throws UserError if two of them, or of a first stage, have one name
   */
  public Fit {
    requireApart(formula, coefficients);
    if (instruments != null) {
      for (FirstStage stage : instruments.firstStages()) {
        requireApart(formula, stage.coefficients());
      }
    }
  }

  private static void requireApart(String formula, List<Coefficient> coefficients) {
    Set<String> names = new HashSet<>();
    for (Coefficient coefficient : coefficients) {
      String name = coefficient.name();
      if (!names.add(name)) {
        throw UserError.usage(
            "tell the coefficients of '" + formula + "' apart",
            "two are named '" + name + "'",
            "Rename the column, or write I(" + name + ") in its place");
      }
    }
  }

  /**
   * Rows and regressors used and dropped.
   *
   * @param rows used
   * @param weight of the rows used, in all; their number where they have none
   * @param given rows of the data
   * @param singletons dropped for being alone in an effect's level
   * @param separated dropped because they are perfectly predicted
   * @param dropped others dropped, by reason
   * @param collinear regressors dropped
   */
  public record Sample(
      int rows,
      double weight,
      int given,
      int singletons,
      int separated,
      Map<String, Integer> dropped,
      List<Dropped> collinear) {}

  /**
   * Measures of fit; NaN where a family has none.
   *
   * @param r2 share of the outcome's variance explained, effects included
   * @param r2Within share of what the effects leave
   * @param logLikelihood Gaussian for linear models
   * @param rss residual sum of squares, weighted
   * @param deviance for generalised linear models
   */
  public record Quality(
      double r2, double r2Within, double logLikelihood, double rss, double deviance) {}

  /**
   * How the numbers were had.
   *
   * @param iterations of the outer algorithm, or of the absorption for linear models
   * @param converged whether tolerances were met
   * @param certificate largest group mean left in the residualised columns, relative to their
   *     spread
   * @param solver of the reduced system of effects, or none
   */
  public record Numerics(int iterations, boolean converged, double certificate, String solver) {}

  /** The same fit with further notes. */
  public Fit noting(List<String> more) {
    return more.isEmpty()
        ? this
        : new Fit(
            formula,
            family,
            estimator,
            outcome,
            coefficients,
            variance,
            smallSample,
            level,
            effects,
            sample,
            quality,
            numerics,
            instruments,
            bootstraps,
            design,
            Stream.concat(notes.stream(), more.stream()).toList());
  }

  /** Residual degrees of freedom, rows less parameters. */
  public int residualDegrees() {
    return sample.rows - variance.parameters();
  }

  /**
   * A coefficient by name.
   *
   * @throws UserError if the data left nothing of it, or the fit has none of that name
   */
  public Coefficient coefficient(String name) {
    for (Coefficient coefficient : coefficients) {
      if (coefficient.name().equals(name)) {
        return coefficient;
      }
    }
    if (sample.collinear.stream().anyMatch(dropped -> dropped.name().equals(name))) {
      throw UserError.checks(
          "give the coefficient of '" + name + "'",
          "what else is in '" + formula + "' leaves nothing of it",
          "Use data in which it varies beside that");
    }
    throw UserError.usage(
        "give the coefficient of '" + name + "'",
        "the fit has " + coefficients.stream().map(Coefficient::name).toList(),
        "Ask for one of these");
  }

  @Override
  public String toString() {
    return FitText.of(this);
  }
}
