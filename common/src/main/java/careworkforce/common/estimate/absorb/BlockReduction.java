package careworkforce.common.estimate.absorb;

import java.io.Serializable;

/**
 * Effects taken out of columns whose rows lie in blocks: {@link Absorber}'s algebra with every sum
 * over rows made block by block, so that rows never leave their block.
 *
 * <p>Making one takes a pass that sums the reduced system and its right-hand sides, and solves it
 * here; {@link #residualise} takes a second pass that hands each block's residuals on.
 *
 * @param <B> a block as it is kept
 */
public final class BlockReduction<B> {
  private static final int REFINEMENTS = 3;
  private static final double CLEAN = 1e-12;
  private static final double CLEAN_ITERATED = 1e-10;
  private static final double ACCEPTABLE = 1e-8;

  private final Blocks<B> blocks;
  private final OpenRows.Opener<B> opener;
  private final int columns;
  private final int width;
  private final PassSums sums;
  private final double[] floor;
  private final Diagonals diagonals;
  private final ReducedSystem system;
  private final ReducedSystem.Solution solution;

  private BlockReduction(
      Blocks<B> blocks,
      OpenRows.Opener<B> opener,
      int columns,
      int width,
      PassSums sums,
      AbsorbOptions options) {
    this.blocks = blocks;
    this.opener = opener;
    this.columns = columns;
    this.width = width;
    this.sums = sums;
    BlockSums<B> all = new BlockSums<>(blocks, opener, sums, columns);
    this.diagonals = all.diagonals();
    this.floor = new double[width];
    double[] spread = sums.moments.spread();
    for (int c = 0; c < width; c++) {
      floor[c] = 1e-8 * spread[c] * spread[c] * sums.moments.weight() + Double.MIN_NORMAL;
    }
    this.system = ReducedSystems.choose(all, options);
    this.solution = system.solve(sums.right, floor, new double[sums.right.length]);
  }

  /**
   * Sums and solves the reduced system.
   *
   * @param columns number of columns of the reduced system: levels of all effects but the one
   *     eliminated
   * @param width number of columns that the opener gives to be residualised
   */
  public static <B> BlockReduction<B> of(
      Blocks<B> blocks, OpenRows.Opener<B> opener, int columns, int width, AbsorbOptions options) {
    boolean dense =
        options.solver() == AbsorbOptions.Solver.DENSE
            || options.solver() == AbsorbOptions.Solver.AUTO && columns <= options.denseLimit();
    PassSums sums = blocks.fold(summing(opener, columns, width, dense));
    return new BlockReduction<>(blocks, opener, columns, width, sums, options);
  }

  /** Coefficients of the reduced columns, {@code width} values each. */
  public double[] gamma() {
    return solution.gamma().clone();
  }

  /** Moments of the columns before the effects are taken out. */
  public WeightedMoments moments() {
    return sums.moments;
  }

  /** Sums of the opener's extras. */
  public double[] extras() {
    return sums.extras.clone();
  }

  /** Weighted inner products of the columns with all effects taken out: V'WMV less T'G. */
  public double[][] products() {
    double[] gamma = solution.gamma();
    double[][] products = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < width; b++) {
        double taken = 0;
        for (int j = 0; j < columns; j++) {
          taken +=
              sums.right[j * width + a] * gamma[j * width + b]
                  + sums.right[j * width + b] * gamma[j * width + a];
        }
        products[a][b] = sums.within[a][b] - taken / 2;
      }
    }
    return products;
  }

  /** Weighted squares of a column that the effects explain beyond the eliminated one. */
  public double explained(int column) {
    double explained = 0;
    for (int j = column; j < sums.right.length; j += width) {
      explained += sums.right[j] * solution.gamma()[j];
    }
    return explained;
  }

  /** Groups of the eliminated effect. */
  public long groups() {
    return sums.groups;
  }

  /** Exact number of parameters that the effects use, or -1 where the solver does not find it. */
  public long rank() {
    return system.rank() < 0 ? -1 : sums.weighted + system.rank();
  }

  /** The solver chosen. */
  public AbsorbOptions.Solver solver() {
    return system.solver();
  }

  /**
   * What a pass made of the residuals.
   *
   * @param sum over the blocks
   * @param certificate largest group mean left, relative to the column's spread
   * @param iterations of the solver
   * @param converged whether the certificate and the reduced system are within tolerance
   */
  public record Residualised<A>(A sum, double certificate, int iterations, boolean converged) {}

  /**
   * What is summed of a block's residuals.
   *
   * @param <B> a block
   * @param <A> the sum
   */
  public interface Residuals<B, A extends Serializable> extends Serializable {
    /** Nothing summed yet. */
    A start();

    /** Adds a block: {@code left} are its columns, effects taken out, in the opened rows' order. */
    void add(A sum, B block, OpenRows open, double[][] left);

    /** Adds another part's sum. */
    void merge(A sum, A other);
  }

  /** Takes the effects out block by block; once more, refined, where they are not out cleanly. */
  public <A extends Serializable> Residualised<A> residualise(Residuals<B, A> work) {
    double[] spread = sums.moments.spread();
    double[] gamma = gamma();
    int iterations = solution.iterations();
    double clean = system.rank() < 0 ? CLEAN_ITERATED : CLEAN;
    Left<A> left = blocks.fold(taking(opener, gamma, columns, width, work));
    double certificate = diagonals.certificate(left.outcome(), spread);
    boolean better = solution.converged();
    for (int round = 0; round < REFINEMENTS && certificate > clean && better; round++) {
      ReducedSystem.Solution more = system.solve(left.sums, floor, new double[gamma.length]);
      double[] refined = gamma.clone();
      PassSums.plus(refined, more.gamma());
      Left<A> next = blocks.fold(taking(opener, refined, columns, width, work));
      iterations += Math.max(1, more.iterations());
      double now = diagonals.certificate(next.outcome(), spread);
      better = now < 0.5 * certificate;
      if (now < certificate) {
        certificate = now;
        gamma = refined;
        left = next;
      }
    }
    return new Residualised<>(
        left.value, certificate, iterations, solution.converged() && certificate < ACCEPTABLE);
  }

  /** A sum of residuals, and what is left along the effects. */
  private static final class Left<A extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final A value;
    private final double[] sums;
    private final double[] largest;

    Left(A value, int length, int width) {
      this.value = value;
      this.sums = new double[length];
      this.largest = new double[width];
    }

    void plus(double[] more, double[] means) {
      PassSums.plus(sums, more);
      for (int c = 0; c < largest.length; c++) {
        largest[c] = Math.max(largest[c], means[c]);
      }
    }

    Sweep.Outcome outcome() {
      return new Sweep.Outcome(sums, largest);
    }
  }

  private static <B> Blocks.Fold<B, PassSums> summing(
      OpenRows.Opener<B> opener, int columns, int width, boolean dense) {
    return new Blocks.Fold<B, PassSums>() {
      @Override
      public PassSums start() {
        return new PassSums(columns, width, dense);
      }

      @Override
      public void add(PassSums sum, B block) {
        sum.add(opener.open(block), columns);
      }

      @Override
      public void merge(PassSums sum, PassSums other) {
        sum.merge(other);
      }
    };
  }

  private static <B, A extends Serializable> Blocks.Fold<B, Left<A>> taking(
      OpenRows.Opener<B> opener, double[] gamma, int columns, int width, Residuals<B, A> work) {
    return new Blocks.Fold<B, Left<A>>() {
      @Override
      public Left<A> start() {
        return new Left<>(work.start(), gamma.length, width);
      }

      @Override
      public void add(Left<A> sum, B block) {
        OpenRows open = opener.open(block);
        Layout layout = open.layout(columns);
        GroupBasis basis = new GroupBasis(layout, open.weights());
        double[][] left = new double[width][layout.rows];
        Sweep.Outcome outcome =
            new Sweep(layout, open.weights(), basis).run(open.columns(), gamma, width, left);
        sum.plus(outcome.sums(), outcome.largestMean());
        work.add(sum.value, block, open, left);
      }

      @Override
      public void merge(Left<A> sum, Left<A> other) {
        sum.plus(other.sums, other.largest);
        work.merge(sum.value, other.value);
      }
    };
  }
}
