package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.List;

/** What k-class estimators share wherever the rows are: LIML's k, and what they require. */
public final class KClass {
  /** What rounding leaves of a regressor, squared. */
  private static final double ROUNDING = 1e-24;

  private KClass() {}

  /**
   * k of limited-information maximum likelihood: the least ratio of the two residual moment
   * matrices (Anderson and Rubin 1949).
   *
   * @param exogenous inner products of what the exogenous regressors leave of the outcome and the
   *     endogenous regressors
   * @param all the same when the instruments are taken out too
   * @param endogenous names of the regressors
   * @param instruments their names
   * @throws UserError if the instruments explain all of a regressor
   */
  public static double liml(
      double[][] exogenous, double[][] all, List<String> endogenous, List<String> instruments) {
    for (int c = 0; c < endogenous.size(); c++) {
      requireSomethingLeft(
          endogenous.get(c), instruments, exogenous[c + 1][c + 1], all[c + 1][c + 1]);
    }
    double[][] half = Small.inverse(Small.upper(all));
    double[][] ratio = Small.sandwich(Small.transpose(half), exogenous);
    return Arrays.stream(Small.eigen(ratio).getRealEigenvalues()).min().orElse(1);
  }

  /**
   * Requires the instruments to leave something of an endogenous regressor.
   *
   * @param squares of the regressor net of the exogenous ones
   * @param left of these squares once the instruments are taken out
   * @throws UserError if nothing but rounding is left
   */
  static void requireSomethingLeft(
      String endogenous, List<String> instruments, double squares, double left) {
    if (!(left > ROUNDING * squares)) {
      throw UserError.checks(
          "instrument " + endogenous,
          String.join(", ", instruments)
              + (instruments.size() > 1 ? " explain" : " explains")
              + " all of it: the first stage leaves nothing",
          "Name an instrument that is not the regressor itself, or fit it by least squares");
    }
  }

  /**
   * Requires as many instruments as endogenous regressors, and one of these.
   *
   * @param wanted endogenous regressors to be instrumented, by name
   * @param left endogenous regressors that vary beyond the exogenous ones and effects
   * @param found instruments that do
   * @param given instruments of the formula
   * @throws UserError if there are fewer
   */
  public static void requireInstruments(
      List<String> wanted, int left, List<String> found, List<String> given) {
    if (found.size() < left || left == 0) {
      throw UserError.checks(
          "instrument " + wanted,
          "only "
              + found
              + " of the instruments "
              + given
              + " vary beyond the exogenous regressors and effects",
          "Add instruments, or instrument fewer regressors");
    }
  }

  /**
   * Requires the first stages' predictions to differ.
   *
   * @throws UserError if the rank of predictions and exogenous regressors is below their number
   */
  public static void requireRank(
      int rank, int number, List<String> endogenous, List<String> instruments) {
    if (rank < number) {
      throw UserError.checks(
          "instrument " + endogenous,
          "the first stage leaves their predictions collinear: the instruments "
              + instruments
              + " do not tell them apart",
          "Use instruments that move each endogenous regressor on its own");
    }
  }
}
