package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.linear.Variation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a model with a constant and no effects, those far from 0 less their means, so that
 * they are not taken for the constant; and the way back from their coefficients to those of the
 * columns as given. Other models' columns are left as they are: effects take means out themselves.
 * So are columns near 0, such as dummies, of which a coefficient that runs off is seen best where
 * the others' rows do not bear on it.
 *
 * @param values the constant, where there is one, and the regressors
 * @param means taken off each, 0 where none was; empty when none were
 */
record CentredColumns(double[][] values, double[] means) {
  /** Share of a column's squares that is left about the mean, below which it is far from 0. */
  private static final double FAR = 1e-6;

  static CentredColumns of(Design design) {
    double[][] given = GeneralisedLinear.columns(design);
    if (!design.intercept() || !design.effects().isEmpty()) {
      return new CentredColumns(given, new double[0]);
    }
    double[] weights = design.weights();
    double[] each = weights == null ? given[0] : weights;
    double[] means = new double[given.length];
    for (int c = 1; c < given.length; c++) {
      double about = Variation.about(given[c], each);
      if (about < FAR * squares(given[c], each)) {
        means[c] = mean(given[c], each);
        given[c] = less(given[c], means[c], about == 0);
      }
    }
    boolean none = Arrays.stream(means).allMatch(mean -> mean == 0);
    return new CentredColumns(given, none ? new double[0] : means);
  }

  /**
   * What makes reported coefficients of those of the columns kept; null where they are the same.
   *
   * @param kept positions of the columns, that of the constant first
   */
  double @Nullable [][] back(int[] kept) {
    if (means.length == 0 || kept.length == 0) {
      return null;
    }
    double[][] back = new double[kept.length][kept.length];
    for (int c = 0; c < kept.length; c++) {
      back[0][c] = -means[kept[c]];
      back[c][c] = 1;
    }
    return back;
  }

  private static double mean(double[] column, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * (column[i] - column[0]);
      total += weights[i];
    }
    return column[0] + sum / total;
  }

  private static double squares(double[] column, double[] weights) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * column[i] * column[i];
    }
    return sum;
  }

  /** The column less its mean; nothing but zeros where only rounding varies. */
  private static double[] less(double[] column, double mean, boolean flat) {
    return flat
        ? new double[column.length]
        : Arrays.stream(column).map(value -> value - mean).toArray();
  }
}
