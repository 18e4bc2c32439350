package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.linear.GramFactor;
import careworkforce.common.estimate.linear.KClass;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * k-class estimation on inner products with the effects taken out. Every column it speaks of is a
 * combination of the residualised ones, so that the second pass can make it row by row.
 */
final class MomentStages {
  private final double[][] products;
  private final int[] exogenous;
  private final int[] endogenous;
  private final int[] instruments;
  private final int[] all;
  private final double[][] exogenousBread;
  private final double[][] allBread;

  MomentStages(double[][] products, int[] exogenous, int[] endogenous, int[] instruments) {
    this.products = products;
    this.exogenous = exogenous;
    this.endogenous = endogenous;
    this.instruments = instruments;
    this.all = IntStream.concat(Arrays.stream(exogenous), Arrays.stream(instruments)).toArray();
    this.exogenousBread = bread(exogenous);
    this.allBread = bread(all);
  }

  private double[][] bread(int[] columns) {
    return GramFactor.of(Small.part(products, columns, columns)).bread();
  }

  /** What exogenous regressors leave of columns. */
  private double[][] net(int... columns) {
    return less(columns, exogenous, exogenousBread);
  }

  /** What exogenous regressors and instruments leave of columns. */
  private double[][] unexplained(int... columns) {
    return less(columns, all, allBread);
  }

  private double[][] less(int[] columns, int[] on, double[][] bread) {
    double[][] left = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      left[c] = ScoreColumns.unit(products.length, columns[c]);
      double[] along = Small.multiply(bread, Small.column(products, on, columns[c]));
      for (int k = 0; k < on.length; k++) {
        left[c][on[k]] -= along[k];
      }
    }
    return left;
  }

  /** Inner products of combinations. */
  private double[][] inner(double[][] left, double[][] right) {
    return Small.multiply(Small.multiply(left, products), Small.transpose(right));
  }

  /** The outcome less what instruments and exogenous regressors explain, then the endogenous. */
  double[][] residuals() {
    return unexplained(outcomes());
  }

  private int[] outcomes() {
    return IntStream.concat(IntStream.of(0), Arrays.stream(endogenous)).toArray();
  }

  /** The instruments net of the exogenous regressors. */
  double[][] netInstruments() {
    return net(instruments);
  }

  /** Coefficients on the instruments in a combination that they were taken out of. */
  double[] onInstruments(double[] residual) {
    return Arrays.stream(instruments).mapToDouble(z -> -residual[z]).toArray();
  }

  /**
   * k of limited-information maximum likelihood.
   *
   * @throws careworkforce.common.error.UserError if the instruments explain all of a regressor
   */
  double liml(List<String> endogenousNames, List<String> instrumentNames) {
    double[][] net = net(outcomes());
    double[][] left = residuals();
    return KClass.liml(inner(net, net), inner(left, left), endogenousNames, instrumentNames);
  }

  /** Regressors as combinations: endogenous, then exogenous. */
  double[][] regressors() {
    return IntStream.concat(Arrays.stream(endogenous), Arrays.stream(exogenous))
        .mapToObj(c -> ScoreColumns.unit(products.length, c))
        .toArray(double[][]::new);
  }

  /** Columns whose products with the residual are the scores: the endogenous less k residuals. */
  double[][] design(double k) {
    double[][] design = regressors();
    double[][] left = unexplained(endogenous);
    for (int c = 0; c < left.length; c++) {
      for (int i = 0; i < products.length; i++) {
        design[c][i] -= k * left[c][i];
      }
    }
    return design;
  }

  /** Slopes of the regressors for a design. */
  double[] slopes(double[][] design) {
    double[][] along = inner(design, new double[][] {ScoreColumns.unit(products.length, 0)});
    double[][] solved = Small.multiply(Small.inverse(inner(design, regressors())), along);
    return Small.transpose(solved)[0];
  }

  /** The outcome less regressors times slopes. */
  double[] residual(double[] slopes) {
    double[] residual = ScoreColumns.unit(products.length, 0);
    double[][] regressors = regressors();
    for (int c = 0; c < slopes.length; c++) {
      for (int i = 0; i < residual.length; i++) {
        residual[i] -= slopes[c] * regressors[c][i];
      }
    }
    return residual;
  }

  /**
   * Requires the predictions to differ from one another and from the exogenous regressors.
   *
   * @throws careworkforce.common.error.UserError if they do not
   */
  void requireRank(List<String> endogenousNames, List<String> instrumentNames) {
    double[][] design = design(1);
    KClass.requireRank(
        GramFactor.of(inner(design, design)).kept().length,
        design.length,
        endogenousNames,
        instrumentNames);
  }
}
