package careworkforce.common.estimate.absorb;

import careworkforce.common.estimate.dense.CrossProducts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One streaming pass over the groups of the eliminated effect.
 *
 * <p>With D the reduced entries, M the projection off the eliminated effect and W the weights, a
 * pass takes columns v and coefficients g and forms r = M(v - D g); it may write r, and may sum D'W
 * r. That one operation is the right-hand side (g = 0), the Schur complement's product (v = 0, sign
 * turned), and the residuals with their certificate.
 */
final class Sweep {
  private final Layout layout;
  private final double @Nullable [] weights;
  private final GroupBasis basis;

  Sweep(Layout layout, double @Nullable [] weights, GroupBasis basis) {
    this.layout = layout;
    this.weights = weights;
    this.basis = basis;
  }

  /**
   * Sums D'W r (reduced columns by given columns), and the largest group mean left, one a column.
   */
  record Outcome(double[] sums, double[] largestMean) {}

  /**
   * Runs the pass.
   *
   * @param columns columns in the caller's order, or null for zero
   * @param gamma coefficients of the reduced system, width values a column of D, or null for zero
   * @param width number of columns
   * @param out where to write r in the caller's order, or null not to
   */
  Outcome run(
      double @Nullable [][] columns,
      double @Nullable [] gamma,
      int width,
      double @Nullable [][] out) {
    Chunks chunks = Chunks.of(layout.starts, 8L * layout.columns * width);
    List<Outcome> parts = chunks.map(chunk -> part(chunks, chunk, columns, gamma, width, out));
    double[] largest = new double[width];
    for (Outcome part : parts) {
      for (int c = 0; c < width; c++) {
        largest[c] = Math.max(largest[c], part.largestMean[c]);
      }
    }
    return new Outcome(Chunks.sum(parts.stream().map(Outcome::sums).toList()), largest);
  }

  private Outcome part(
      Chunks chunks,
      int chunk,
      double @Nullable [][] columns,
      double @Nullable [] gamma,
      int width,
      double @Nullable [][] out) {
    double[] sums = new double[layout.columns * width];
    double[] largest = new double[width];
    double[] buffer = new double[0];
    double[] means = new double[width];
    for (int group = chunks.bounds[chunk]; group < chunks.bounds[chunk + 1]; group++) {
      int from = layout.starts[group];
      int size = layout.starts[group + 1] - from;
      if (buffer.length < size * width) {
        buffer = new double[2 * size * width];
      }
      fill(buffer, columns, from, size, width);
      long varying = layout.varying[group];
      if (gamma != null) {
        subtract(buffer, gamma, varying, from, size, width, columns == null ? 1 : -1);
      }
      project(buffer, means, group, from, size, width);
      if (out != null) {
        project(buffer, means, group, from, size, width);
        for (int c = 0; c < width; c++) {
          largest[c] = Math.max(largest[c], Math.abs(means[c]));
        }
        write(buffer, out, from, size, width);
      }
      scatter(buffer, sums, varying, from, size, width);
    }
    return new Outcome(sums, largest);
  }

  /** Columns of a group, one after the other. */
  private void fill(double[] buffer, double @Nullable [][] columns, int from, int size, int width) {
    if (columns == null) {
      Arrays.fill(buffer, 0, size * width, 0);
      return;
    }
    int[] order = layout.order;
    for (int c = 0; c < width; c++) {
      double[] column = columns[c];
      int at = c * size;
      if (order == null) {
        System.arraycopy(column, from, buffer, at, size);
      } else {
        for (int r = 0; r < size; r++) {
          buffer[at + r] = column[order[from + r]];
        }
      }
    }
  }

  private void subtract(
      double[] buffer, double[] gamma, long varying, int from, int size, int width, int sign) {
    for (int entry = 0; entry < layout.index.length; entry++) {
      if ((varying >> entry & 1) == 0) {
        continue;
      }
      int[] index = layout.index[entry];
      double[] value = layout.value[entry];
      for (int c = 0; c < width; c++) {
        int at = c * size;
        if (value == null) {
          for (int r = 0; r < size; r++) {
            buffer[at + r] += sign * gamma[index[from + r] * width + c];
          }
        } else {
          for (int r = 0; r < size; r++) {
            buffer[at + r] += sign * value[from + r] * gamma[index[from + r] * width + c];
          }
        }
      }
    }
  }

  private void project(double[] buffer, double[] means, int group, int from, int size, int width) {
    if (basis.vectors != null) {
      for (double[] vector : basis.vectors) {
        remove(buffer, means, vector, from, size, width);
      }
      return;
    }
    for (int c = 0; c < width; c++) {
      int at = c * size;
      double mean = sum(buffer, at, from, size) * basis.inverse[group];
      means[c] = mean;
      for (int r = at; r < at + size; r++) {
        buffer[r] -= mean;
      }
    }
  }

  private double sum(double[] buffer, int at, int from, int size) {
    return weights == null
        ? CrossProducts.sum(buffer, at, size)
        : CrossProducts.dot(weights, from, buffer, at, size);
  }

  private void remove(
      double[] buffer, double[] along, double[] vector, int from, int size, int width) {
    for (int c = 0; c < width; c++) {
      int at = c * size;
      double sum = 0;
      for (int r = 0; r < size; r++) {
        sum += (weights == null ? 1 : weights[from + r]) * vector[from + r] * buffer[at + r];
      }
      along[c] = sum;
      for (int r = 0; r < size; r++) {
        buffer[at + r] -= sum * vector[from + r];
      }
    }
  }

  private void write(double[] buffer, double[][] out, int from, int size, int width) {
    int[] order = layout.order;
    for (int c = 0; c < width; c++) {
      double[] target = out[c];
      int at = c * size;
      if (order == null) {
        System.arraycopy(buffer, at, target, from, size);
      } else {
        for (int r = 0; r < size; r++) {
          target[order[from + r]] = buffer[at + r];
        }
      }
    }
  }

  /**
   * Row by row, all columns of a row together: neighbouring rows often add to the same place, and
   * one column's additions to it would each wait for the last.
   */
  private void scatter(
      double[] buffer, double[] sums, long varying, int from, int size, int width) {
    for (int entry = 0; entry < layout.index.length; entry++) {
      if ((varying >> entry & 1) == 0) {
        continue;
      }
      int[] index = layout.index[entry];
      double[] value = layout.value[entry];
      for (int r = 0; r < size; r++) {
        double factor =
            (weights == null ? 1 : weights[from + r]) * (value == null ? 1 : value[from + r]);
        int to = index[from + r] * width;
        for (int c = 0; c < width; c++) {
          sums[to + c] += factor * buffer[c * size + r];
        }
      }
    }
  }
}
