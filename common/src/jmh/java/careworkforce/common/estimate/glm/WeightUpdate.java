package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.BlockRows;
import careworkforce.common.estimate.absorb.OpenRows;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The update of a Poisson model's working weights and residuals, on one block of 16,000 rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WeightUpdate {
  private static final int ROWS = 16_000;
  private static final int GROUP = 40;
  private static final int MONTHS = 60;

  private final double[] effects = new double[MONTHS];
  private final BlockRows rows = rows();

  private static BlockRows rows() {
    SplittableRandom random = new SplittableRandom(8);
    int[] starts = new int[ROWS / GROUP + 1];
    for (int g = 0; g < starts.length; g++) {
      starts[g] = g * GROUP;
    }
    int[] month = new int[ROWS];
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      month[i] = random.nextInt(MONTHS);
      x[i] = random.nextGaussian();
      y[i] = random.nextInt(4) + (i % GROUP == 0 ? 1 : 0);
    }
    return new BlockRows(starts, new int[][] {month}, y, new double[][] {x}, null, null);
  }

  /** Predictors, group effects, means, weights and residuals. */
  @Benchmark
  public OpenRows update() {
    return WorkingRows.opener(
            Response.POISSON, (BlockRows block) -> block, new double[] {0.3}, effects)
        .open(rows);
  }
}
