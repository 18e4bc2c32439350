package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Absorption;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.dense.CrossProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A design made ready for least squares: effects taken out, then columns centred where there is a
 * constant, square-root weights multiplied in, regressors that the effects explain left out. Beside
 * effects that are slopes alone, the constant is a regressor of which the effects take their part,
 * and to centre a column is to take off what is left of the constant as often as fits it.
 */
final class Prepared {
  /** A column ready for least squares, with the multiple of the constant that was taken off. */
  record Ready(String name, double[] values, double mean) {}

  static final String CONSTANT = "(Intercept)";

  final Design design;
  final Absorber absorber;
  final @Nullable Absorption absorption;
  final double[] outcome;
  final double outcomeMean;

  /** Whether a constant is estimated, which is then the first of the exogenous. */
  final boolean constant;

  final double totalSquares;
  final List<Ready> exogenous = new ArrayList<>();
  final List<Ready> endogenous = new ArrayList<>();
  final List<Ready> instruments = new ArrayList<>();
  final List<Dropped> dropped = new ArrayList<>();
  private final double[] root;

  /**
   * Makes a design ready.
   *
   * @param joint that its columns' effects are taken out with
   */
  Prepared(Design design, JointAbsorption joint) {
    this.design = design;
    this.absorber = joint.absorber();
    this.root = joint.root();
    List<NamedColumn> all =
        Stream.of(design.exogenous(), design.endogenous(), design.instruments())
            .flatMap(List::stream)
            .toList();
    double[][] columns = new double[all.size() + 1][];
    columns[0] = joint.outcome(design);
    for (int c = 0; c < all.size(); c++) {
      columns[c + 1] = all.get(c).values();
    }
    boolean centred = design.intercept() || !absorber.isEmpty();
    boolean spanned = design.intercept() || design.effects().stream().anyMatch(Effect::intercept);
    double[] means = new double[columns.length];
    double[] squares = new double[columns.length];
    double[] raw = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      means[c] = centred ? mean(columns[c]) : 0;
      squares[c] = squares(columns[c], means[c]);
      raw[c] = centred ? squares(columns[c], 0) : squares[c];
    }
    totalSquares = squares[0];
    Variation.require(
        design.outcome().name(), squares[0], raw[0], columns[0][0], design.observations());
    absorption = joint.absorption();
    double[][] left =
        absorption == null ? centred(columns, design.intercept(), means) : joint.left(columns);
    constant = design.intercept() && estimable(joint.constant());
    if (constant && absorption != null) {
      left = left.clone();
      for (int c = 0; c < left.length; c++) {
        left[c] = left[c].clone();
        means[c] = takeOff(left[c], joint.constant());
      }
    }
    outcomeMean = constant ? means[0] : 0;
    outcome = left[0];
    Variation.requireWithin(
        design.outcome().name(), CrossProducts.dot(outcome, outcome), squares[0], explains(design));
    if (constant) {
      exogenous.add(new Ready(CONSTANT, joint.constant(), 0));
    }
    for (int c = 1; c < left.length; c++) {
      String name = all.get(c - 1).name();
      boolean flat = Variation.none(squares[c], raw[c]);
      double of = flat && !spanned ? raw[c] : squares[c];
      boolean none = of == 0 || flat && spanned;
      double ratio = none ? 0 : CrossProducts.dot(left[c], left[c]) / of;
      if (ratio <= LeastSquares.REDUNDANT) {
        dropped.add(new Dropped(name, ratio, explains(design)));
        continue;
      }
      Ready ready = new Ready(name, left[c], constant ? means[c] : 0);
      int at = c - 1;
      List<Ready> list =
          at < design.exogenous().size()
              ? exogenous
              : at < design.exogenous().size() + design.endogenous().size()
                  ? endogenous
                  : instruments;
      list.add(ready);
    }
  }

  int rows() {
    return design.size();
  }

  double weight(int row) {
    return root.length == 0 ? 1 : root[row] * root[row];
  }

  /** Takes the effects out of columns that have the square-root weights in them, and keep them. */
  double[][] project(double[][] columns) {
    double[][] left = absorber.residualise(bare(columns)).residuals();
    JointAbsorption.multiply(left, root);
    return left;
  }

  /**
   * Takes the effects, under other weights, out of columns that have the square-root weights in
   * them; the result has the square root of the other weights in it.
   */
  double[][] project(double[][] columns, double[] weights) {
    double[][] left = absorber.another().residualise(bare(columns), weights).residuals();
    JointAbsorption.multiply(left, Arrays.stream(weights).map(Math::sqrt).toArray());
    return left;
  }

  private double[][] bare(double[][] columns) {
    double[][] bare = new double[columns.length][rows()];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < rows(); i++) {
        bare[c][i] = root.length == 0 ? columns[c][i] : columns[c][i] / root[i];
      }
    }
    return bare;
  }

  static double[][] values(List<Ready> list) {
    return list.stream().map(Ready::values).toArray(double[][]::new);
  }

  static List<String> names(List<Ready> list) {
    return list.stream().map(Ready::name).toList();
  }

  private List<String> explains(Design design) {
    Stream<String> effects = design.effects().stream().map(Effect::name);
    return design.effects().isEmpty()
        ? List.of(CONSTANT)
        : Stream.concat(constant ? Stream.of(CONSTANT) : Stream.of(), effects).toList();
  }

  private double mean(double[] column) {
    double sum = 0;
    double total = 0;
    double shift = column[0];
    for (int i = 0; i < column.length; i++) {
      double w = weight(i);
      sum += w * (column[i] - shift);
      total += w;
    }
    return shift + sum / total;
  }

  private double squares(double[] column, double mean) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      double centred = column[i] - mean;
      sum += weight(i) * centred * centred;
    }
    return sum;
  }

  private double[][] centred(double[][] columns, boolean intercept, double[] means) {
    double[][] result = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      result[c] = columns[c].clone();
      for (int i = 0; intercept && i < result[c].length; i++) {
        result[c][i] -= means[c];
      }
    }
    JointAbsorption.multiply(result, root);
    return result;
  }

  /** Whether the effects leave some of the constant; if not, it is dropped. */
  private boolean estimable(double[] constant) {
    double weight = 0;
    for (int i = 0; i < rows(); i++) {
      weight += weight(i);
    }
    double ratio = CrossProducts.dot(constant, constant) / weight;
    boolean some = ratio > LeastSquares.REDUNDANT;
    if (!some) {
      dropped.add(new Dropped(CONSTANT, ratio, explains(design)));
    }
    return some;
  }

  /** Takes off a column, in place, the multiple of the constant that fits it, and tells which. */
  private static double takeOff(double[] column, double[] constant) {
    double square = CrossProducts.dot(constant, constant);
    double multiple = 0;
    for (int round = 0; round < 2; round++) {
      double more = CrossProducts.dot(constant, column) / square;
      for (int i = 0; i < column.length; i++) {
        column[i] -= more * constant[i];
      }
      multiple += more;
    }
    return multiple;
  }
}
