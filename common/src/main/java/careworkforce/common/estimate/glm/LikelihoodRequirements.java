package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a likelihood requires of data for a maximum to exist, wherever the rows are. */
public final class LikelihoodRequirements {
  private final Response response;
  private final String what;

  /** Requirements of a response for a model, whose formula messages name. */
  public LikelihoodRequirements(Response response, String formula) {
    this.response = response;
    this.what = "estimate '" + formula + "' as " + response.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Requires an outcome that the response can have.
   *
   * @throws UserError naming the outcome and its value
   */
  public void requireAllowed(String outcome, double y) {
    boolean allowed = response.binary() ? y == 0 || y == 1 : y >= 0;
    if (!allowed) {
      throw UserError.checks(
          what,
          "outcome '" + outcome + "' has the value " + y,
          response.binary() ? "Give an outcome of 0 and 1" : "Give an outcome of 0 or more");
    }
  }

  /**
   * Requires the outcome to vary.
   *
   * @throws UserError naming the outcome
   */
  public void requireVaried(String outcome, boolean varied) {
    if (!varied) {
      throw UserError.checks(
          what, "outcome '" + outcome + "' is constant", "Use an outcome that varies");
    }
  }

  /**
   * Requires rows to be left after those of levels without variation are dropped.
   *
   * @throws UserError with the number of rows before
   */
  public void requireLeft(long rows, long before) {
    if (rows == 0) {
      throw UserError.checks(
          what,
          "all " + before + " rows are separated: some level's outcomes never vary",
          "Absorb fewer effects");
    }
  }

  /**
   * Requires a maximum to be reached, at which some outcome is not foretold.
   *
   * @param perfect whether every expected outcome is 0 or 1
   * @throws UserError with the number of iterations
   */
  public void requireConvergence(boolean converged, int iterations, boolean perfect) {
    if (!converged) {
      throw UserError.checks(
          what,
          "the likelihood did not reach its maximum in "
              + iterations
              + " iterations; the outcome may be separated by the regressors",
          "Drop the regressor that predicts the outcome perfectly, or rescale");
    }
    if (perfect) {
      throw UserError.checks(
          what,
          "the regressors predict every outcome perfectly",
          "Drop the regressor that separates the outcome");
    }
  }

  /**
   * Requires a regressor beside the constant, if one was asked for.
   *
   * @throws UserError naming what explains those left out
   */
  public void requireSomething(boolean something, List<String> explains) {
    if (!something) {
      throw UserError.checks(
          what,
          "no regressor varies beyond " + explains,
          "Absorb fewer effects, or use regressors that vary within them");
    }
  }

  /**
   * Requires coefficients to stand still, where a regressor may set rows of one outcome apart.
   *
   * @param step of each coefficient from where iteration ended
   * @param range of each regressor, 0 for a constant
   * @throws UserError naming the regressor that moves predictors most
   */
  public void requireFinite(List<String> names, double[] step, double[] range) {
    if (response.binary()) {
      requireFinite(what, MonotoneLikelihood.along(names, step, range));
    }
  }

  static void requireFinite(String what, Optional<String> culprit) {
    if (culprit.isPresent()) {
      throw UserError.checks(
          what,
          "'"
              + culprit.get()
              + "' predicts the outcome of some rows perfectly, so that its coefficient has no"
              + " finite maximum",
          "Leave it out, or leave out the rows that it sets apart");
    }
  }
}
