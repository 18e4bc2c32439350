package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.dense.CrossProducts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * k-class estimation: k = 1 is two-stage least squares; limited-information maximum likelihood
 * takes the k of {@link KClass#liml}.
 */
final class TwoStage {
  private final Prepared prepared;
  private final boolean liml;

  TwoStage(Prepared prepared, boolean liml) {
    this.prepared = prepared;
    this.liml = liml;
  }

  Solved solve() {
    List<Dropped> dropped = new ArrayList<>();
    List<Prepared.Ready> exogenous = keep(List.of(), prepared.exogenous, dropped);
    List<Prepared.Ready> instruments = keep(exogenous, prepared.instruments, dropped);
    List<Prepared.Ready> endogenous = keep(exogenous, prepared.endogenous, dropped);
    KClass.requireInstruments(
        Prepared.names(prepared.endogenous),
        endogenous.size(),
        Prepared.names(instruments),
        prepared.design.instruments().stream().map(NamedColumn::name).toList());
    prepared.exogenous.retainAll(exogenous);
    prepared.instruments.retainAll(instruments);
    prepared.endogenous.retainAll(endogenous);
    double[][] d = Prepared.values(endogenous);
    LeastSquares first =
        LeastSquares.of(
            Prepared.values(Stream.concat(exogenous.stream(), instruments.stream()).toList()));
    double[][] unexplained = first.residuals(d);
    double k = liml ? limlK(first, LeastSquares.of(Prepared.values(exogenous)), d) : 1;
    double[][] projected = new double[d.length][];
    for (int c = 0; c < d.length; c++) {
      projected[c] = d[c].clone();
      for (int i = 0; i < projected[c].length; i++) {
        projected[c][i] -= k * unexplained[c][i];
      }
    }
    return assemble(exogenous, endogenous, projected, dropped);
  }

  private Solved assemble(
      List<Prepared.Ready> exogenous,
      List<Prepared.Ready> endogenous,
      double[][] projected,
      List<Dropped> dropped) {
    boolean constant = prepared.constant;
    List<Prepared.Ready> order = new ArrayList<>(constant ? exogenous.subList(0, 1) : List.of());
    order.addAll(endogenous);
    order.addAll(constant ? exogenous.subList(1, exogenous.size()) : exogenous);
    double[][] regressors = Prepared.values(order);
    double[][] design = regressors.clone();
    for (int c = 0; c < projected.length; c++) {
      design[c + (constant ? 1 : 0)] = projected[c];
    }
    double[][] bread = bread(design, regressors);
    double[] b =
        Small.multiply(bread, column(CrossProducts.of(design, new double[][] {prepared.outcome})));
    double[] residuals = residuals(regressors, b);
    double[] correction =
        Small.multiply(bread, column(CrossProducts.of(design, new double[][] {residuals})));
    for (int c = 0; c < b.length; c++) {
      b[c] += correction[c];
    }
    return new Solved(
        Prepared.names(order),
        order.stream().map(Prepared.Ready::mean).toList(),
        b,
        regressors,
        design,
        residuals(regressors, b),
        bread,
        dropped);
  }

  private double[][] bread(double[][] design, double[][] regressors) {
    if (liml) {
      return Small.symmetric(Small.inverse(CrossProducts.of(design, regressors)));
    }
    LeastSquares second = LeastSquares.of(design);
    KClass.requireRank(
        second.kept().length,
        design.length,
        Prepared.names(prepared.endogenous),
        Prepared.names(prepared.instruments));
    return second.bread();
  }

  private double[] residuals(double[][] regressors, double[] b) {
    double[] left = prepared.outcome.clone();
    for (int c = 0; c < b.length; c++) {
      for (int i = 0; i < left.length; i++) {
        left[i] -= b[c] * regressors[c][i];
      }
    }
    return left;
  }

  private double limlK(LeastSquares all, LeastSquares exogenous, double[][] d) {
    double[][] left = new double[d.length + 1][];
    left[0] = prepared.outcome;
    System.arraycopy(d, 0, left, 1, d.length);
    return KClass.liml(
        CrossProducts.gram(exogenous.residuals(left)),
        CrossProducts.gram(all.residuals(left)),
        Prepared.names(prepared.endogenous),
        Prepared.names(prepared.instruments));
  }

  /** The columns that are not collinear with those before and among themselves. */
  private static List<Prepared.Ready> keep(
      List<Prepared.Ready> before, List<Prepared.Ready> columns, List<Dropped> dropped) {
    List<Prepared.Ready> all = new ArrayList<>(before);
    all.addAll(columns);
    LeastSquares fit = LeastSquares.of(Prepared.values(all));
    dropped.addAll(Collinear.among(all, fit));
    List<Prepared.Ready> kept = new ArrayList<>();
    for (int k : fit.kept()) {
      if (k >= before.size()) {
        kept.add(all.get(k));
      }
    }
    return kept;
  }

  static double[] column(double[][] matrix) {
    double[] column = new double[matrix.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = matrix[i][0];
    }
    return column;
  }
}
