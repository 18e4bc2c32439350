package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.Blocks;
import java.util.Arrays;

/** Ranges of columns whose rows lie in blocks. */
final class Extremes {
  private Extremes() {}

  /** Largest less least value of some regressors. */
  static double[] ranges(SparkBlocks blocks, BlockReader reader, int... regressors) {
    double[] found = blocks.fold(fold(reader, regressors));
    double[] ranges = new double[regressors.length];
    Arrays.setAll(ranges, c -> found[2 * c] + found[2 * c + 1]);
    return ranges;
  }

  /** Largest value and largest value's negative, column after column. */
  private static Blocks.Fold<Block, double[]> fold(BlockReader reader, int[] regressors) {
    return new Blocks.Fold<>() {
      @Override
      public double[] start() {
        double[] none = new double[2 * regressors.length];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        return none;
      }

      @Override
      public void add(double[] sum, Block block) {
        double[][] columns = reader.regressors(block);
        for (int c = 0; c < regressors.length; c++) {
          for (double value : columns[regressors[c]]) {
            sum[2 * c] = Math.max(sum[2 * c], value);
            sum[2 * c + 1] = Math.max(sum[2 * c + 1], -value);
          }
        }
      }

      @Override
      public void merge(double[] sum, double[] other) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] = Math.max(sum[i], other[i]);
        }
      }
    };
  }
}
