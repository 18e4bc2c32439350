package careworkforce.common.estimate.absorb;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The loops that estimation spends its time in, on 200,000 rows of 5,000 workers: the pass that
 * demeans and sums, the dense complement, and a sparse factor.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InnerLoops {
  private static final int ROWS = 200_000;
  private static final int WORKERS = 5_000;
  private static final int TRUSTS = 220;
  private static final int FIRMS = 10_000;

  private final double[] weights = new double[ROWS];
  private final double[][] columns = new double[2][ROWS];
  private final double[][] left = new double[2][ROWS];
  private Layout layout = new Layout(new int[] {0}, new int[0][], 0, VaryingSlopes.NONE);
  private SparseSymmetric ring = new SparseSymmetric(new PairSums(1), new double[1]);
  private int[] order = new int[1];

  /** Rows at random, arranged by worker; a ring of firms with the months all of them touch. */
  @Setup
  public void arrange() {
    SplittableRandom random = new SplittableRandom(3);
    int[] worker = new int[ROWS];
    int[] trust = new int[ROWS];
    int[] month = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      worker[i] = i / (ROWS / WORKERS);
      trust[i] = (worker[i] + random.nextInt(2)) % TRUSTS;
      month[i] = random.nextInt(60);
      weights[i] = 0.5 + random.nextDouble();
      columns[0][i] = random.nextGaussian();
      columns[1][i] = random.nextGaussian();
    }
    layout =
        new Layout(
            List.of(
                Effect.of("worker", worker, WORKERS),
                Effect.of("trust", trust, TRUSTS),
                Effect.of("month", month, 60)),
            ROWS);
    ring = ring(random);
    order = Ordering.of(ring);
  }

  private static SparseSymmetric ring(SplittableRandom random) {
    PairSums pairs = new PairSums(16 * FIRMS);
    double[] diagonal = new double[FIRMS];
    for (int firm = 0; firm < FIRMS; firm++) {
      for (int step = 1; step <= 8; step++) {
        int other = (firm + step) % FIRMS;
        double weight = 0.5 + random.nextDouble();
        pairs.add(firm, other, -weight);
        diagonal[firm] += weight;
        diagonal[other] += weight;
      }
    }
    return new SparseSymmetric(pairs, diagonal);
  }

  /** One pass: demean two columns by worker, write them, sum them by trust and month. */
  @Benchmark
  public Object sweep() {
    return new Sweep(layout, weights, new GroupBasis(layout, weights))
        .run(columns, null, 2, left);
  }

  /** The reduced system of trusts and months under weights. */
  @Benchmark
  public Object complement() {
    double[] schur = new double[layout.columns * layout.columns];
    DenseSchur.add(
        schur, layout, weights, new GroupBasis(layout, weights), 0, layout.groups());
    return schur;
  }

  /** A sparse Cholesky factor of ten thousand firms in a ring. */
  @Benchmark
  public Object sparseCholesky() {
    return String.valueOf(SparseCholesky.of(ring, order, 1e-9, 40_000_000));
  }
}
