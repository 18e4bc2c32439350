package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Estimates of many Englands beside what was planted, kept in a file of comma-separated lines so
 * that a series that was cut off goes on.
 */
final class CoverageTable {
  private static final String HEAD =
      "seed,estimate_of,estimate,standard_error,ci_low,ci_high,planted,home_months,areas";

  /** One estimate of an England. */
  record Line(
      int seed,
      String of,
      double estimate,
      double error,
      double low,
      double high,
      double planted,
      long homeMonths,
      long areas) {

    static Line of(int seed, String of, Finding finding, double planted) {
      return of(seed, of, finding.effect(), finding.evidence(), planted);
    }

    static Line of(int seed, String of, Fit fit, String regressor, double planted) {
      return of(seed, of, fit.coefficient(regressor), Evidence.of(fit), planted);
    }

    private static Line of(
        int seed, String of, Coefficient effect, Evidence evidence, double planted) {
      return new Line(
          seed,
          of,
          effect.estimate(),
          effect.standardError(),
          effect.ciLow(),
          effect.ciHigh(),
          planted,
          evidence.observations(),
          evidence.clusters());
    }

    private static Line parse(String text) {
      String[] cells = text.split(",", -1);
      return new Line(
          Integer.parseInt(cells[0]),
          cells[1],
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]),
          Double.parseDouble(cells[6]),
          Long.parseLong(cells[7]),
          Long.parseLong(cells[8]));
    }

    private String text() {
      return String.format(
          Locale.ROOT,
          "%d,%s,%.8f,%.8f,%.8f,%.8f,%.8f,%d,%d",
          seed,
          of,
          estimate,
          error,
          low,
          high,
          planted,
          homeMonths,
          areas);
    }

    /** Whether it has enough areas for an interval. */
    boolean told() {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }

    boolean covers() {
      return low <= planted && planted <= high;
    }

    /** How many standard errors it is off. */
    double off() {
      return (estimate - planted) / error;
    }
  }

  private final Path file;
  private final List<Line> lines = new ArrayList<>();

  /** Of a file, with what stands there. */
  CoverageTable(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().skip(1).map(Line::parse).forEach(lines::add);
    } else {
      Files.writeString(file, HEAD + "\n");
    }
  }

  boolean has(int seed) {
    return lines.stream().anyMatch(line -> line.seed == seed);
  }

  void add(List<Line> england) throws IOException {
    lines.addAll(england);
    Files.write(file, england.stream().map(Line::text).toList(), StandardOpenOption.APPEND);
  }

  List<Line> of(String estimate) {
    return lines.stream().filter(line -> line.of.equals(estimate)).toList();
  }

  /** By how many standard errors an estimate that has an interval is off on the mean. */
  double meanOff(String estimate) {
    return of(estimate).stream().filter(Line::told).mapToDouble(Line::off).average().orElse(0);
  }

  /**
   * How often an estimate's interval covers what was planted, how far off it is on the mean, and
   * how far, in standard errors, its error is from nought and from a spread of one. Standard errors
   * of too few areas for an interval say nothing and are left out.
   */
  String summary(String estimate) {
    List<Line> all = of(estimate);
    double bias = all.stream().mapToDouble(l -> l.estimate - l.planted).average().orElse(0);
    double off = meanOff(estimate);
    List<Line> told = all.stream().filter(Line::told).toList();
    double squares = told.stream().mapToDouble(l -> (l.off() - off) * (l.off() - off)).sum();
    return String.format(
        Locale.ROOT,
        "%-12s %3d of %3d cover, %d without; mean error %+.5f; mean of error/SE %+.2f (SE %.2f), spread %.2f",
        estimate,
        all.stream().filter(Line::covers).count(),
        told.size(),
        all.size() - told.size(),
        bias,
        off,
        1 / Math.sqrt(told.size()),
        Math.sqrt(squares / (told.size() - 1)));
  }
}
