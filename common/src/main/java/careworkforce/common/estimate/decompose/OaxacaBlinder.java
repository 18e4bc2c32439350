package careworkforce.common.estimate.decompose;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Kitagawa–Oaxaca–Blinder decomposition of the gap between two groups' mean outcomes (Kitagawa
 * 1955; Oaxaca 1973; Blinder 1973).
 *
 * <p>Standard errors are by the delta method with both coefficients and means of regressors
 * estimated (Jann 2008); groups are independent, and the weighting of a reference counts as fixed.
 * Details of a set of dummies depend on the level left out, their sum in the explained part does
 * not.
 *
 * <pre>{@code
 * Decomposition parts = OaxacaBlinder.of("log(wage) ~ tenure + i(band)", data, "care")
 *     .estimated(e -> e.cluster("employer")).twofold(new Reference.Pooled());
 * }</pre>
 */
public final class OaxacaBlinder {
  private static final double LEVEL = 0.95;

  private final Frame data;
  private final Formula formula;
  private final String group;
  private UnaryOperator<Estimate> settings = e -> e;
  private boolean fixed;

  private OaxacaBlinder(String formula, Frame data, String group) {
    this.formula = Formula.parse(formula);
    this.data = data;
    this.group = group;
  }

  /**
   * A decomposition between the two levels of a column, the first in its order less the second.
   *
   * @param formula with a constant and without absorbed effects or instruments
   */
  public static OaxacaBlinder of(String formula, Frame data, String group) {
    return new OaxacaBlinder(formula, data, group);
  }

  /** Sets weights, clusters or another variance of the groups' regressions. */
  public OaxacaBlinder estimated(UnaryOperator<Estimate> chosen) {
    settings = chosen;
    return this;
  }

  /** Takes the means of regressors as known. */
  public OaxacaBlinder fixedRegressors() {
    fixed = true;
    return this;
  }

  /** Endowments (xA - xB)'bB, coefficients xB'(bA - bB), interaction (xA - xB)'(bA - bB). */
  public Decomposition threefold() {
    Groups groups = groups();
    Gradient none = new Gradient(groups.size());
    List<Gradient> endowments = new ArrayList<>();
    List<Gradient> coefficients = new ArrayList<>();
    List<Gradient> interaction = new ArrayList<>();
    for (int j = 0; j < groups.size(); j++) {
      endowments.add(none.product(groups, j, new double[] {1, -1}, none.unit(j, 0, 1)));
      coefficients.add(none.product(groups, j, new double[] {0, 1}, none.unit(j, 1, -1)));
      interaction.add(none.product(groups, j, new double[] {1, -1}, none.unit(j, 1, -1)));
    }
    return new Decomposition(
        "threefold",
        groups.firstName,
        groups.secondName,
        gap(groups),
        List.of(
            part(groups, "endowments", endowments),
            part(groups, "coefficients", coefficients),
            part(groups, "interaction", interaction)));
  }

  /** Explained (xA - xB)'b*, unexplained A xA'(bA - b*), unexplained B xB'(b* - bB). */
  public Decomposition twofold(Reference reference) {
    Groups groups = groups();
    double[][] weighting = reference.weighting(groups.first, groups.second);
    Gradient none = new Gradient(groups.size());
    List<Gradient> explained = new ArrayList<>();
    List<Gradient> inFirst = new ArrayList<>();
    List<Gradient> inSecond = new ArrayList<>();
    for (int j = 0; j < groups.size(); j++) {
      double[][] star = none.unit(j, 0, 1);
      double[][] above = none.unit(j, 1, -1);
      double[][] below = none.unit(j, 0, 0);
      for (int k = 0; k < groups.size(); k++) {
        star[0][k] += weighting[j][k];
        star[1][k] -= weighting[j][k];
        below[0][k] = weighting[j][k];
        below[1][k] = -weighting[j][k];
        above[0][k] -= weighting[j][k];
        above[1][k] += weighting[j][k];
      }
      explained.add(none.product(groups, j, new double[] {1, -1}, star));
      inFirst.add(none.product(groups, j, new double[] {1, 0}, above));
      inSecond.add(none.product(groups, j, new double[] {0, 1}, below));
    }
    return new Decomposition(
        "twofold",
        groups.firstName,
        groups.secondName,
        gap(groups),
        List.of(
            part(groups, "explained", explained),
            part(groups, "unexplained A", inFirst),
            part(groups, "unexplained B", inSecond)));
  }

  private Coefficient gap(Groups groups) {
    Gradient none = new Gradient(groups.size());
    List<Gradient> all = new ArrayList<>();
    for (int j = 0; j < groups.size(); j++) {
      all.add(none.product(groups, j, new double[] {1, 0}, none.unit(j, 1, 0)));
      all.add(none.product(groups, j, new double[] {0, 1}, none.unit(j, 0, -1)));
    }
    return part(groups, "gap", all).total();
  }

  private Decomposition.Part part(Groups groups, String name, List<Gradient> rows) {
    List<Coefficient> detail = new ArrayList<>();
    Gradient total = new Gradient(groups.size());
    for (int j = 0; j < rows.size(); j++) {
      total.add(rows.get(j));
      detail.add(rows.get(j).coefficient(groups, groups.first.names().get(j % groups.size())));
    }
    return new Decomposition.Part(name, total.coefficient(groups, name), detail);
  }

  private Groups groups() {
    List<Specification> all = formula.specifications();
    Specification specification = all.get(0);
    if (all.size() > 1
        || !specification.intercept()
        || !specification.effects().isEmpty()
        || specification.instrumented()) {
      throw UserError.usage(
          "decompose '" + formula.text() + "'",
          "it is not one regression with a constant and without effects or instruments",
          "Write outcome ~ regressors, effects as i(column)");
    }
    Column.Codes codes = data.column(group).codes();
    if (codes.levels().size() != 2) {
      throw UserError.usage(
          "decompose the gap by '" + group + "'",
          "it has " + codes.levels().size() + " levels",
          "Give a column with two");
    }
    GroupFit[] fits = new GroupFit[2];
    for (int g = 0; g < 2; g++) {
      int level = g;
      int[] rows =
          IntStream.range(0, data.rows()).filter(i -> codes.values()[i] == level).toArray();
      Frame own = data.take(rows);
      fits[g] =
          GroupFit.of(
              specification,
              own,
              settings.apply(Estimate.ols(formula.text(), own)).options(),
              codes.levels().get(g));
    }
    if (!fits[0].names().equals(fits[1].names())) {
      throw UserError.checks(
          "decompose '" + formula.text() + "'",
          "the groups' regressors differ: " + fits[0].names() + " and " + fits[1].names(),
          "Use levels that both groups have");
    }
    return new Groups(fits[0], fits[1], codes.levels().get(0), codes.levels().get(1), fixed);
  }

  /** Both groups. */
  private record Groups(
      GroupFit first, GroupFit second, String firstName, String secondName, boolean fixed) {
    int size() {
      return first.means().length;
    }
  }

  /** A number that depends on coefficients and means, and its derivatives by them. */
  private static final class Gradient {
    private final double[][] byCoefficients;
    private final double[][] byMeans;
    private double value;

    Gradient(int size) {
      byCoefficients = new double[2][size];
      byMeans = new double[2][size];
    }

    /** Multiples of the j-th coefficient of either group. */
    double[][] unit(int j, double first, double second) {
      double[][] line = new double[2][byMeans[0].length];
      line[0][j] = first;
      line[1][j] = second;
      return line;
    }

    /** A combination of the j-th means times a linear form of the coefficients. */
    Gradient product(Groups groups, int j, double[] means, double[][] form) {
      Gradient result = new Gradient(byMeans[0].length);
      GroupFit[] fits = {groups.first, groups.second};
      double mean = 0;
      double line = 0;
      for (int g = 0; g < 2; g++) {
        mean += means[g] * fits[g].means()[j];
        for (int k = 0; k < form[g].length; k++) {
          line += form[g][k] * fits[g].coefficients()[k];
        }
      }
      result.value = mean * line;
      for (int g = 0; g < 2; g++) {
        result.byMeans[g][j] = means[g] * line;
        for (int k = 0; k < form[g].length; k++) {
          result.byCoefficients[g][k] = mean * form[g][k];
        }
      }
      return result;
    }

    void add(Gradient other) {
      value += other.value;
      for (int g = 0; g < 2; g++) {
        for (int k = 0; k < byMeans[g].length; k++) {
          byMeans[g][k] += other.byMeans[g][k];
          byCoefficients[g][k] += other.byCoefficients[g][k];
        }
      }
    }

    Coefficient coefficient(Groups groups, String name) {
      GroupFit[] fits = {groups.first, groups.second};
      double variance = 0;
      for (int g = 0; g < 2; g++) {
        variance += form(byCoefficients[g], fits[g].variance());
        variance += groups.fixed ? 0 : form(byMeans[g], fits[g].meanVariance());
      }
      return Coefficient.of(
          name, value, Math.sqrt(Math.max(0, variance)), Double.POSITIVE_INFINITY, LEVEL);
    }

    private static double form(double[] row, double[][] matrix) {
      return Small.sandwich(new double[][] {row}, matrix)[0][0];
    }
  }
}
