package careworkforce.common.estimate.dense;

/**
 * Orthonormal columns q and triangle r with {@code sqrt(w) x = q r}, dropping dependent columns.
 */
final class Orthogonal {

  private final double[][] q;
  private final double[][] r;
  private final boolean[] kept;
  private final double[] root;

  private Orthogonal(double[][] q, double[][] r, boolean[] kept, double[] root) {
    this.q = q;
    this.r = r;
    this.kept = kept;
    this.root = root;
  }

  static Orthogonal of(double[][] x, double[] weights) {
    int k = x.length;
    double[] root = new double[weights.length];
    for (int i = 0; i < root.length; i++) {
      root[i] = Math.sqrt(weights[i]);
    }
    double[][] q = new double[k][];
    double[][] r = new double[k][k];
    boolean[] kept = new boolean[k];
    for (int j = 0; j < k; j++) {
      q[j] = scaled(x[j], root);
      double before = Symmetric.dot(q[j], q[j]);
      for (int round = 0; round < 2; round++) {
        for (int m = 0; m < j; m++) {
          if (kept[m]) {
            r[m][j] += subtractProjection(q[j], q[m]);
          }
        }
      }
      double after = Symmetric.dot(q[j], q[j]);
      kept[j] = after > LeastSquares.TOLERANCE * before;
      if (kept[j]) {
        r[j][j] = Math.sqrt(after);
        for (int i = 0; i < root.length; i++) {
          q[j][i] /= r[j][j];
        }
      }
    }
    return new Orthogonal(q, r, kept, root);
  }

  private static double[] scaled(double[] v, double[] root) {
    double[] s = new double[v.length];
    for (int i = 0; i < s.length; i++) {
      s[i] = v[i] * root[i];
    }
    return s;
  }

  private static double subtractProjection(double[] v, double[] unit) {
    double c = Symmetric.dot(v, unit);
    for (int i = 0; i < v.length; i++) {
      v[i] -= c * unit[i];
    }
    return c;
  }

  boolean[] kept() {
    return kept;
  }

  double[] coefficients(double[] y) {
    double[] rest = scaled(y, root);
    double[] z = new double[q.length];
    for (int round = 0; round < 2; round++) {
      for (int j = 0; j < q.length; j++) {
        if (kept[j]) {
          z[j] += subtractProjection(rest, q[j]);
        }
      }
    }
    return backSubstitute(z);
  }

  private double[] backSubstitute(double[] z) {
    double[] b = new double[q.length];
    for (int j = q.length - 1; j >= 0; j--) {
      if (kept[j]) {
        double value = z[j];
        for (int m = j + 1; m < q.length; m++) {
          value -= r[j][m] * b[m];
        }
        b[j] = value / r[j][j];
      }
    }
    return b;
  }

  double[][] bread() {
    int k = q.length;
    double[][] inverseColumns = new double[k][];
    for (int j = 0; j < k; j++) {
      double[] unit = new double[k];
      unit[j] = kept[j] ? 1 : 0;
      inverseColumns[j] = backSubstitute(unit);
    }
    double[][] bread = new double[k][k];
    for (int j = 0; j < k; j++) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          bread[a][b] += inverseColumns[j][a] * inverseColumns[j][b];
        }
      }
    }
    return bread;
  }
}
