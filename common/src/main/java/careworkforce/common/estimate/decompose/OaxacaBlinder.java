package careworkforce.common.estimate.decompose;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Kitagawa–Oaxaca–Blinder decomposition of the gap between two groups' mean outcomes (Kitagawa
 * 1955; Oaxaca 1973; Blinder 1973).
 *
 * <p>Standard errors are by the delta method with both coefficients and means of regressors
 * estimated (Jann 2008), and the weighting of a reference counts as fixed. Without clusters the
 * groups are independent, and tests and intervals are normal. A cluster may hold rows of both: the
 * influences of its rows on all means and coefficients are summed over both groups, squared, with
 * the factor G/(G-1) and none with N and K, and t has G - 1 degrees. Details of a set of dummies
 * depend on the level left out, their sum in the explained part does not.
 *
 * <pre>{@code
 * Decomposition parts = OaxacaBlinder.of("log(wage) ~ tenure + i(band)", data, "care")
 *     .estimated(e -> e.cluster("employer")).twofold(new Reference.Pooled());
 * }</pre>
 */
public final class OaxacaBlinder {
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
    GroupPair groups = groups();
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
        groups.firstName(),
        groups.secondName(),
        gap(groups),
        List.of(
            part(groups, "endowments", endowments),
            part(groups, "coefficients", coefficients),
            part(groups, "interaction", interaction)));
  }

  /** Explained (xA - xB)'b*, unexplained A xA'(bA - b*), unexplained B xB'(b* - bB). */
  public Decomposition twofold(Reference reference) {
    GroupPair groups = groups();
    double[][] weighting = reference.weighting(groups.first(), groups.second());
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
        groups.firstName(),
        groups.secondName(),
        gap(groups),
        List.of(
            part(groups, "explained", explained),
            part(groups, "unexplained A", inFirst),
            part(groups, "unexplained B", inSecond)));
  }

  private Decomposition.Part gap(GroupPair groups) {
    Gradient none = new Gradient(groups.size());
    List<Gradient> all = new ArrayList<>();
    for (int j = 0; j < groups.size(); j++) {
      all.add(none.product(groups, j, new double[] {1, 0}, none.unit(j, 1, 0)));
      all.add(none.product(groups, j, new double[] {0, 1}, none.unit(j, 0, -1)));
    }
    return part(groups, "gap", all);
  }

  private Decomposition.Part part(GroupPair groups, String name, List<Gradient> rows) {
    List<Coefficient> detail = new ArrayList<>();
    Gradient total = new Gradient(groups.size());
    for (int j = 0; j < rows.size(); j++) {
      total.add(rows.get(j));
      detail.add(rows.get(j).coefficient(groups, groups.first().names().get(j % groups.size())));
    }
    return new Decomposition.Part(
        name, total.coefficient(groups, name), detail, total.scores(groups));
  }

  private GroupPair groups() {
    return GroupPair.of(formula, data, group, settings, fixed);
  }
}
