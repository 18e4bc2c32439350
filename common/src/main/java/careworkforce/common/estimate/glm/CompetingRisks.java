package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Discrete-time hazards of each cause of an event, from rows that are a person's intervals at risk:
 * one binary model a cause, in which an event of another cause is an interval survived, after which
 * the person is no longer seen. Source: S. Jenkins (1995), Oxford Bulletin of Economics and
 * Statistics 57; J. Singer and J. Willett (1993).
 */
public final class CompetingRisks {

  private CompetingRisks() {}

  /**
   * Fits every cause.
   *
   * @param family a binary one: logit, probit or cloglog
   * @param formula with the column of causes on its left, such as {@code "exit ~ wage | tenure"}
   * @param none value of that column where nothing happened
   * @param asking what else each estimate is asked for, such as a variance
   * @return fits by cause, in the order of the causes' names; each one's outcome is {@code
   *     column_cause}
   * @throws UserError if there is no event of any cause
   */
  public static Map<String, Fit> fit(
      Family family, String formula, Frame data, String none, UnaryOperator<Estimate> asking) {
    int bar = formula.indexOf('~');
    if (bar < 0) {
      throw UserError.usage(
          "read formula '" + formula + "'", "it has no '~'", "Give causes ~ regressors");
    }
    String column = formula.substring(0, bar).trim();
    Column.Codes codes = data.column(column).codes();
    List<String> causes = codes.levels().stream().filter(l -> !l.equals(none)).toList();
    if (causes.isEmpty()) {
      throw UserError.checks(
          "fit hazards by cause",
          "column '" + column + "' holds nothing but '" + none + "'",
          "Say which value means that nothing happened");
    }
    Map<String, Fit> fits = new LinkedHashMap<>();
    for (String cause : causes) {
      String outcome = column + "_" + cause.replaceAll("[^A-Za-z0-9]+", "_");
      double[] event = new double[data.rows()];
      for (int i = 0; i < event.length; i++) {
        int code = codes.values()[i];
        event[i] = code < 0 ? Double.NaN : codes.levels().get(code).equals(cause) ? 1 : 0;
      }
      Estimate estimate =
          Estimate.of(family, outcome + " " + formula.substring(bar), data.with(outcome, event));
      fits.put(cause, asking.apply(estimate).fit());
    }
    return fits;
  }
}
