package careworkforce.common.estimate.absorb;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The slow truth: every effect written out as dummies, projected out by a singular value
 * decomposition.
 */
final class DummyVariables {
  private final RealMatrix basis;
  private final double[] root;
  final int rank;

  DummyVariables(List<Effect> effects, double[] weights) {
    List<double[]> columns = new ArrayList<>();
    for (Effect effect : effects) {
      for (int level = 0; level < effect.levels(); level++) {
        if (effect.intercept()) {
          columns.add(dummy(effect.codes(), level, null));
        }
        for (double[] slope : effect.slopes()) {
          columns.add(dummy(effect.codes(), level, slope));
        }
      }
    }
    root = new double[weights.length];
    RealMatrix design = new Array2DRowRealMatrix(weights.length, columns.size());
    for (int i = 0; i < weights.length; i++) {
      root[i] = Math.sqrt(weights[i]);
      for (int j = 0; j < columns.size(); j++) {
        design.setEntry(i, j, root[i] * columns.get(j)[i]);
      }
    }
    SingularValueDecomposition svd = new SingularValueDecomposition(design);
    double[] values = svd.getSingularValues();
    rank = (int) java.util.Arrays.stream(values).filter(v -> v > 1e-9 * values[0]).count();
    basis = svd.getU().getSubMatrix(0, weights.length - 1, 0, rank - 1);
  }

  private static double[] dummy(int[] codes, int level, double[] slope) {
    double[] column = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      column[i] = codes[i] == level ? (slope == null ? 1 : slope[i]) : 0;
    }
    return column;
  }

  /** Residuals times the square root of the weight. */
  double[] weightedResidual(double[] column) {
    double[] v = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      v[i] = root[i] * column[i];
    }
    double[] fitted = basis.operate(basis.preMultiply(v));
    for (int i = 0; i < column.length; i++) {
      v[i] -= fitted[i];
    }
    return v;
  }
}
