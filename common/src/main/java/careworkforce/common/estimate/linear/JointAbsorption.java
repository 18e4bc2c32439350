package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Absorption;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.NamedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Effects taken once out of every column of some models that share rows, effects and weights, so
 * that one pass serves all outcomes, regressors and instruments.
 */
final class JointAbsorption {
  private final Absorber absorber;
  private final @Nullable Absorption absorption;
  private final double[] root;
  private final Map<double[], double[]> outcomes = new IdentityHashMap<>();
  private final Map<double[], double[]> left = new IdentityHashMap<>();
  private final double[] ones;

  /** Takes the effects out of all columns of some designs, which hold the same arrays. */
  JointAbsorption(List<Design> designs, AbsorbOptions options) {
    Design any = designs.get(0);
    double[] weights = any.weights();
    this.absorber = Absorber.of(any.effects(), any.size(), options);
    this.root = weights == null ? new double[0] : Arrays.stream(weights).map(Math::sqrt).toArray();
    List<double[]> columns = new ArrayList<>();
    for (Design design : designs) {
      columns.add(
          outcomes.computeIfAbsent(design.outcome().values(), y -> less(y, design.offset())));
      Stream.of(design.exogenous(), design.endogenous(), design.instruments())
          .flatMap(List::stream)
          .map(NamedColumn::values)
          .forEach(columns::add);
    }
    this.ones = new double[any.size()];
    Arrays.fill(ones, 1);
    if (!absorber.isEmpty() && designs.stream().anyMatch(Design::intercept)) {
      columns.add(ones);
    }
    double[][] distinct =
        columns.stream().filter(c -> left.put(c, c) == null).toArray(double[][]::new);
    this.absorption = absorber.isEmpty() ? null : absorber.residualise(distinct, weights);
    if (absorption != null) {
      multiply(absorption.residuals(), root);
      for (int c = 0; c < distinct.length; c++) {
        left.put(distinct[c], absorption.residuals()[c]);
      }
    }
  }

  Absorber absorber() {
    return absorber;
  }

  /** How the effects were taken out; null where there are none. */
  @Nullable Absorption absorption() {
    return absorption;
  }

  /** Square roots of the weights; empty where there are none. */
  double[] root() {
    return root;
  }

  /** A design's outcome less its offset. */
  double[] outcome(Design design) {
    return Objects.requireNonNull(outcomes.get(design.outcome().values()));
  }

  /** What the effects leave of some columns, square-root weights multiplied in. */
  double[][] left(double[][] columns) {
    return Arrays.stream(columns)
        .map(column -> Objects.requireNonNull(left.get(column)))
        .toArray(double[][]::new);
  }

  /**
   * What the effects leave of the constant of a design that has one, square-root weights multiplied
   * in. Effects that are slopes alone leave some of it.
   */
  double[] constant() {
    if (!absorber.isEmpty()) {
      return left(new double[][] {ones})[0];
    }
    double[][] constant = {ones.clone()};
    multiply(constant, root);
    return constant[0];
  }

  static void multiply(double[][] columns, double[] root) {
    if (root.length > 0) {
      for (double[] column : columns) {
        for (int i = 0; i < column.length; i++) {
          column[i] *= root[i];
        }
      }
    }
  }

  private static double[] less(double[] outcome, double @Nullable [] offset) {
    if (offset == null) {
      return outcome;
    }
    double[] result = outcome.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] -= offset[i];
    }
    return result;
  }
}
