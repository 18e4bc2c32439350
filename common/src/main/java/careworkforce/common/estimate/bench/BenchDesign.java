package careworkforce.common.estimate.bench;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Designs that others benchmark on: fixest_benchmarks' simple and difficult panels, and a panel of
 * the shape of a national health service's workforce.
 *
 * <p>{@code simple}: ten rows a unit, a firm at random for each row. {@code difficult}: firms in
 * turn by row, so that the graph of units and firms is a ring. {@code nhs}: 40 months of 60 a
 * worker on average, 220 trusts, 300 occupations; few moves, most within region and family.
 */
final class BenchDesign {
  private static final int MONTHS = 60;
  private static final int TRUSTS = 220;
  private static final int OCCUPATIONS = 300;
  private static final int REGIONS = 7;
  private static final int FAMILIES = 15;

  final String formula;
  final Frame frame;
  final String[] clusters;

  private BenchDesign(String formula, Frame frame, String... clusters) {
    this.formula = formula;
    this.frame = frame;
    this.clusters = clusters;
  }

  static BenchDesign of(String name, int rows) {
    return of(name, rows, "gaussian");
  }

  /** A design whose outcome suits a family: a number, a count, or 0 and 1. */
  static BenchDesign of(String name, int rows, String family) {
    Outcomes outcomes = Outcomes.named(family);
    return switch (name) {
      case "simple" -> panel(rows, false, outcomes);
      case "difficult" -> panel(rows, true, outcomes);
      case "nhs" -> workforce(rows, outcomes);
      default ->
          throw UserError.usage(
              "generate design '" + name + "'",
              "there is none of that name",
              "Give simple, difficult or nhs");
    };
  }

  private static BenchDesign panel(int rows, boolean difficult, Outcomes outcomes) {
    SplittableRandom random = new SplittableRandom(20);
    int units = Math.max(1, Math.round(rows / 10f));
    int firms = Math.max(1, Math.round(units / 23f));
    double[] unitEffect = normals(random, units);
    double[] firmEffect = normals(random, firms);
    double[] yearEffect = normals(random, 10);
    int[] unit = new int[rows];
    int[] firm = new int[rows];
    int[] year = new int[rows];
    double[] x = new double[rows];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      unit[i] = Math.min(i / 10, units - 1);
      year[i] = i % 10;
      firm[i] = difficult ? i % firms : random.nextInt(firms);
      x[i] = random.nextGaussian();
      double effects = unitEffect[unit[i]] + firmEffect[firm[i]] + yearEffect[year[i]];
      y[i] = outcomes.draw(x[i] + 0.05 * x[i] * x[i] + effects, random);
    }
    Frame frame =
        Frame.empty()
            .with("y", y)
            .with("x1", x)
            .with("indiv", codes(unit, units))
            .with("year", codes(year, 10))
            .with("firm", codes(firm, firms));
    return new BenchDesign("y ~ x1 | indiv + year + firm", frame);
  }

  private static BenchDesign workforce(int rows, Outcomes outcomes) {
    SplittableRandom random = new SplittableRandom(60);
    int workers = Math.max(1, rows / 40);
    int[] worker = new int[rows];
    int[] trust = new int[rows];
    int[] occupation = new int[rows];
    int[] month = new int[rows];
    double[] x = normals(random, rows);
    double[] y = new double[rows];
    double[] workerEffect = normals(random, workers + 1);
    double[] trustEffect = normals(random, TRUSTS);
    double[] occupationEffect = normals(random, OCCUPATIONS);
    double[] cumulative = trustSizes(random);
    int row = 0;
    for (int w = 0; row < rows; w++) {
      int length = Math.min(rows - row, w < workers ? 20 + random.nextInt(41) : rows - row);
      int first = length >= MONTHS ? 0 : random.nextInt(MONTHS - length + 1);
      int t = pick(cumulative, random.nextDouble());
      int o = random.nextInt(OCCUPATIONS);
      for (int m = 0; m < length && row < rows; m++, row++) {
        if (random.nextDouble() < 0.008) {
          t = moved(t, TRUSTS, REGIONS, 0.85, random);
        }
        if (random.nextDouble() < 0.004) {
          o = moved(o, OCCUPATIONS, FAMILIES, 0.9, random);
        }
        worker[row] = Math.min(w, workers);
        trust[row] = t;
        occupation[row] = o;
        month[row] = (first + m) % MONTHS;
        x[row] += 0.3 * trustEffect[t];
        y[row] =
            outcomes.draw(
                x[row]
                    + workerEffect[worker[row]]
                    + trustEffect[t]
                    + occupationEffect[o]
                    + 0.01 * month[row],
                random);
      }
    }
    Frame frame =
        Frame.empty()
            .with("y", y)
            .with("x1", x)
            .with("worker", codes(worker, workers + 1))
            .with("trust", codes(trust, TRUSTS))
            .with("occupation", codes(occupation, OCCUPATIONS))
            .with("month", codes(month, MONTHS));
    return new BenchDesign("y ~ x1 | worker + trust + occupation + month", frame, "trust", "month");
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

  private static double[] normals(SplittableRandom random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  private static Column codes(int[] values, int levels) {
    List<String> names =
        new java.util.AbstractList<>() {
          @Override
          public String get(int index) {
            return Integer.toString(index);
          }

          @Override
          public int size() {
            return levels;
          }
        };
    return new Column.Codes(values, names);
  }
}
