package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Discrete-time hazards of each cause of an event, from rows that are a person's intervals at risk:
 * one binary model a cause, in which an event of another cause is an interval survived, after which
 * the person is no longer seen. Source: S. Jenkins (1995), Oxford Bulletin of Economics and
 * Statistics 57; J. Singer and J. Willett (1993).
 */
public final class CompetingRisks {
  private static final Set<String> BINARY = Set.of("logit", "probit", "cloglog", "clogit");
  private static final String FITTING = "fit hazards by cause";
  private static final int SHOWN = 20;

  private CompetingRisks() {}

  /**
   * Fits every cause.
   *
   * @param family a binary one: logit, probit, cloglog or clogit
   * @param formula with the column of causes on its left, such as {@code "exit ~ wage | tenure"}
   * @param none value of that column where nothing happened
   * @param asking what else each estimate is asked for, such as a variance
   * @return fits by cause, in the order of the causes' names; each one's outcome is {@code
   *     column_cause}, with a number after it where that is the name of something else
   * @throws UserError if the family is of other outcomes, if no row holds the value of nothing, or
   *     if there is no event of any cause
   */
  public static Map<String, Fit> fit(
      Family family, String formula, Frame data, String none, UnaryOperator<Estimate> asking) {
    if (!BINARY.contains(family.name())) {
      throw UserError.usage(
          FITTING,
          "a cause happens or not, which family " + family.name() + " is not for",
          "Give logit, probit, cloglog or clogit");
    }
    String column = column(formula);
    Column.Codes codes = data.column(column).codes();
    if (!codes.levels().contains(none)) {
      throw UserError.usage(
          FITTING,
          "column '"
              + column
              + "' nowhere holds '"
              + none
              + "', but "
              + codes.levels().subList(0, Math.min(SHOWN, codes.levels().size())),
          "Say which of these means that nothing happened");
    }
    List<String> causes = codes.levels().stream().filter(l -> !l.equals(none)).toList();
    if (causes.isEmpty()) {
      throw UserError.checks(
          FITTING,
          "column '" + column + "' holds nothing but '" + none + "'",
          "Say which value means that nothing happened");
    }
    Map<String, Fit> fits = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(data.names());
    for (String cause : causes) {
      String outcome = free(column + "_" + cause.replaceAll("[^A-Za-z0-9]+", "_"), taken);
      double[] event = new double[data.rows()];
      for (int i = 0; i < event.length; i++) {
        int code = codes.values()[i];
        event[i] = code < 0 ? Double.NaN : codes.levels().get(code).equals(cause) ? 1 : 0;
      }
      Estimate estimate =
          Estimate.of(family, "`" + outcome + "` " + right(formula), data.with(outcome, event));
      fits.put(cause, asking.apply(estimate).fit());
    }
    return fits;
  }

  /** The column of causes. */
  private static String column(String formula) {
    List<Specification> models = Formula.parse(formula).specifications();
    Term left = models.get(0).outcome();
    if (models.stream().allMatch(model -> model.outcome().equals(left))
        && left.pieces().get(0) instanceof Piece.Value value
        && value.expression() instanceof Expression.Variable causes) {
      return causes.name();
    }
    throw UserError.usage(
        "read formula '" + formula + "' by cause",
        "its left side is not one column",
        "Give causes ~ regressors");
  }

  /** The formula from its tilde on. */
  private static String right(String formula) {
    int quoted = formula.stripLeading().startsWith("`") ? formula.indexOf('`') + 1 : 0;
    int left = quoted == 0 ? 0 : formula.indexOf('`', quoted);
    return formula.substring(formula.indexOf('~', left));
  }

  /** A name that nothing has yet. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "_" + number;
    }
    return free;
  }
}
