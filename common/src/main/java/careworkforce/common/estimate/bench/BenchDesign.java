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
    Workforce all = Workforce.of(rows, 0, outcomes);
    Frame frame =
        Frame.empty()
            .with("y", all.y)
            .with("x1", all.x)
            .with("worker", codes(all.worker, all.workers))
            .with("trust", codes(all.trust, Workforce.TRUSTS))
            .with("occupation", codes(all.occupation, Workforce.OCCUPATIONS))
            .with("month", codes(all.month, Workforce.MONTHS));
    return new BenchDesign(Workforce.FORMULA, frame, "trust", "month");
  }

  static double[] normals(SplittableRandom random, int count) {
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
