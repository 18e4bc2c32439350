package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The two-way effects coefficient on a staggered treatment as a weighted sum of comparisons of two
 * groups over two spans of time (Goodman-Bacon 2021); a diagnostic of how much of it compares with
 * units already treated.
 *
 * @param comparisons with their weights, which sum to 1
 */
public record GoodmanBacon(List<Comparison> comparisons) {
  /** What is compared with what. */
  public enum Kind {
    /** Treated units with units never treated. */
    NEVER,
    /** Treated units with units treated later, before those are. */
    LATER,
    /** Treated units with units treated before them, the comparison that misleads. */
    EARLIER,
    /** Treated units with units treated throughout, which misleads as well. */
    ALWAYS
  }

  /**
   * One comparison.
   *
   * @param treated cohort whose treatment starts
   * @param against cohort compared with, infinite if never treated
   * @param kind what kind of comparison it is
   * @param estimate difference in differences
   * @param weight in the two-way effects coefficient
   */
  public record Comparison(
      double treated, double against, Kind kind, double estimate, double weight) {}

  /**
   * Decomposes.
   *
   * @throws UserError if the design has controls or weights, or units not seen in every period
   */
  public static GoodmanBacon of(StaggeredDesign design) {
    if (!design.controls().isEmpty() || design.weights() != null) {
      throw UserError.usage(
          "decompose the two-way effects coefficient",
          "the design has controls or weights, under which it is another sum",
          "Leave them out");
    }
    List<String> notes = new ArrayList<>();
    BalancedPanel panel = BalancedPanel.of(design, notes);
    if (!notes.isEmpty()) {
      throw UserError.checks(
          "decompose the two-way effects coefficient", notes.get(0), "Balance the panel first");
    }
    return new Decomposition(panel).run();
  }

  /** The two-way effects coefficient. */
  public double coefficient() {
    return comparisons.stream().mapToDouble(c -> c.weight * c.estimate).sum();
  }

  /** Weight that all comparisons of a kind have together. */
  public double weight(Kind kind) {
    return comparisons.stream().filter(c -> c.kind == kind).mapToDouble(Comparison::weight).sum();
  }

  /** Mean estimate of a kind's comparisons by their weights, NaN without any. */
  public double estimate(Kind kind) {
    double sum =
        comparisons.stream()
            .filter(c -> c.kind == kind)
            .mapToDouble(c -> c.weight * c.estimate)
            .sum();
    return sum / weight(kind);
  }

  private static final class Decomposition {
    private final BalancedPanel panel;
    private final List<Comparison> found = new ArrayList<>();

    Decomposition(BalancedPanel panel) {
      this.panel = panel;
    }

    GoodmanBacon run() {
      TreeSet<Double> cohorts = new TreeSet<>();
      Arrays.stream(panel.cohorts()).forEach(cohorts::add);
      for (double treated : cohorts) {
        for (double against : cohorts) {
          if (Double.isFinite(treated) && treated != against && share(treated) < 1) {
            compare(treated, against);
          }
        }
      }
      double total = found.stream().mapToDouble(Comparison::weight).sum();
      return new GoodmanBacon(
          found.stream()
              .map(c -> new Comparison(c.treated, c.against, c.kind, c.estimate, c.weight / total))
              .toList());
    }

    /** Share of periods in which the cohort is treated. */
    private double share(double cohort) {
      return (double) Arrays.stream(panel.periods()).filter(p -> p >= cohort).count()
          / panel.periods().length;
    }

    private double size(double cohort) {
      return (double) Arrays.stream(panel.cohorts()).filter(c -> c == cohort).count()
          / panel.units();
    }

    /** Weights are the sizes squared times the variance of treatment in the comparison. */
    private void compare(double treated, double against) {
      double own = share(treated);
      double other = share(against);
      boolean later = against > treated;
      double sizes = size(treated) * size(against);
      double variance;
      double from = Double.NEGATIVE_INFINITY;
      double to = Double.POSITIVE_INFINITY;
      Kind kind;
      if (Double.isInfinite(against) || other == 1) {
        kind = Double.isInfinite(against) ? Kind.NEVER : Kind.ALWAYS;
        variance = own * (1 - own);
      } else if (later) {
        kind = Kind.LATER;
        to = against;
        variance = (own - other) * (1 - own);
      } else {
        kind = Kind.EARLIER;
        from = against;
        variance = own * (other - own);
      }
      double estimate = change(treated, treated, from, to) - change(against, treated, from, to);
      found.add(new Comparison(treated, against, kind, estimate, sizes * variance));
    }

    /** Mean outcome of a cohort from a period on, less before it, within a span. */
    private double change(double cohort, double start, double from, double to) {
      double[] sums = new double[2];
      int[] counts = new int[2];
      for (int u = 0; u < panel.units(); u++) {
        for (int t = 0; t < panel.periods().length; t++) {
          double period = panel.periods()[t];
          if (panel.cohorts()[u] == cohort && period >= from && period < to) {
            int after = period >= start ? 1 : 0;
            sums[after] += panel.outcome()[u][t];
            counts[after]++;
          }
        }
      }
      return sums[1] / counts[1] - sums[0] / counts[0];
    }
  }
}
