package careworkforce.common.estimate.bench;

import java.util.SplittableRandom;

/**
 * A panel of the shape of a national health service's workforce, or one part of it: parts share the
 * effects of trusts and occupations and have workers of their own.
 */
final class Workforce {
  static final int MONTHS = 60;
  static final int TRUSTS = 220;
  static final int OCCUPATIONS = 300;
  static final String FORMULA = "y ~ x1 | worker + trust + occupation + month";
  private static final int REGIONS = 7;
  private static final int FAMILIES = 15;

  final int[] worker;
  final int[] trust;
  final int[] occupation;
  final int[] month;
  final double[] x;
  final double[] y;

  /** Number of workers of the part. */
  final int workers;

  private final SplittableRandom random;
  private final double[] trustEffect;
  private final double[] occupationEffect;
  private final double[] cumulative;

  private Workforce(int rows, int part) {
    SplittableRandom shared = new SplittableRandom(60);
    trustEffect = BenchDesign.normals(shared, TRUSTS);
    occupationEffect = BenchDesign.normals(shared, OCCUPATIONS);
    cumulative = trustSizes(shared);
    random = new SplittableRandom(61L + part);
    workers = Math.max(1, rows / 40) + 1;
    worker = new int[rows];
    trust = new int[rows];
    occupation = new int[rows];
    month = new int[rows];
    x = new double[rows];
    y = new double[rows];
  }

  /** Some rows; worker numbers start at 0 in every part. */
  static Workforce of(int rows, int part, Outcomes outcomes) {
    Workforce made = new Workforce(rows, part);
    int row = 0;
    for (int w = 0; row < rows; w++) {
      int length = w + 1 < made.workers ? 20 + made.random.nextInt(41) : rows - row;
      row = made.career(w, row, Math.min(rows - row, length), outcomes);
    }
    return made;
  }

  private int career(int w, int from, int length, Outcomes outcomes) {
    int first = length >= MONTHS ? 0 : random.nextInt(MONTHS - length + 1);
    int t = pick(cumulative, random.nextDouble());
    int o = random.nextInt(OCCUPATIONS);
    double effect = random.nextGaussian();
    for (int m = 0; m < length; m++) {
      int row = from + m;
      if (random.nextDouble() < 0.008) {
        t = moved(t, TRUSTS, REGIONS, 0.85, random);
      }
      if (random.nextDouble() < 0.004) {
        o = moved(o, OCCUPATIONS, FAMILIES, 0.9, random);
      }
      worker[row] = w;
      trust[row] = t;
      occupation[row] = o;
      month[row] = (first + m) % MONTHS;
      x[row] = random.nextGaussian() + 0.3 * trustEffect[t];
      double effects = effect + trustEffect[t] + occupationEffect[o] + 0.01 * month[row];
      y[row] = outcomes.draw(x[row] + effects, random);
    }
    return from + length;
  }

  private static double[] trustSizes(SplittableRandom random) {
    double[] cumulative = new double[TRUSTS];
    double total = 0;
    for (int t = 0; t < TRUSTS; t++) {
      double exponential = -Math.log(1 - random.nextDouble());
      total += exponential * exponential;
      cumulative[t] = total;
    }
    for (int t = 0; t < TRUSTS; t++) {
      cumulative[t] /= total;
    }
    return cumulative;
  }

  private static int pick(double[] cumulative, double share) {
    int found = java.util.Arrays.binarySearch(cumulative, share);
    return Math.min(found >= 0 ? found : -found - 1, cumulative.length - 1);
  }

  /**
   * Another place: of the same block (numbers alike modulo the blocks) with a probability, else
   * any.
   */
  private static int moved(
      int from, int places, int blocks, double within, SplittableRandom random) {
    if (random.nextDouble() >= within) {
      return random.nextInt(places);
    }
    int block = from % blocks;
    int size = (places - block + blocks - 1) / blocks;
    return block + blocks * random.nextInt(size);
  }
}
