package careworkforce.common.estimate.did;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The two-way effects event study: outcome on dummies of event time within unit and period effects.
 *
 * <p>With cohorts treated at different times and effects that differ between them its coefficients
 * mix the effects of other times (Sun and Abraham 2021); kept as the comparison it usually is.
 */
public final class TwoWayEventStudy {
  private static final String EVENT = "event";

  private TwoWayEventStudy() {}

  /** Fits with event time -1 as reference and no binning. */
  public static EventPath fit(StaggeredDesign design) {
    return fit(design, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1);
  }

  /**
   * Fits.
   *
   * @param low event times below it are binned with it
   * @param high event times above it are binned with it
   * @param references event times left out; without units never treated two are needed
   */
  public static EventPath fit(
      StaggeredDesign design, double low, double high, double... references) {
    double[] times = design.eventTimes();
    for (int i = 0; i < times.length; i++) {
      times[i] = Math.max(low, Math.min(high, times[i]));
    }
    Frame with = design.data().with(EVENT, levels(times, references[0]));
    List<String> left = Arrays.stream(references).mapToObj(Column::label).toList();
    Fit fit =
        design.regression(with, "i(" + EVENT + ", ref = c(" + String.join(", ", left) + "))").fit();
    return path(fit, List.of());
  }

  /** A column of event times in ascending order, units never treated at the reference. */
  static Column.Codes levels(double[] times, double reference) {
    double[] distinct =
        Arrays.stream(times).filter(t -> !Double.isNaN(t)).distinct().sorted().toArray();
    int[] codes = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      double time = Double.isNaN(times[i]) ? reference : times[i];
      codes[i] = Arrays.binarySearch(distinct, time);
    }
    return new Column.Codes(codes, Arrays.stream(distinct).mapToObj(Column::label).toList());
  }

  /** The coefficients of event-time dummies as a path, the average after treatment plain. */
  static EventPath path(Fit fit, List<String> notes) {
    TreeMap<Double, double[]> rows = new TreeMap<>();
    int size = fit.coefficients().size();
    List<double[]> after = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      Coefficient coefficient = fit.coefficients().get(c);
      if (coefficient.name().startsWith(EVENT + "::")) {
        double[] row = new double[size];
        row[c] = 1;
        double time = Double.parseDouble(coefficient.name().substring(EVENT.length() + 2));
        rows.put(time, row);
        if (time >= 0) {
          after.add(row);
        }
      }
    }
    double[] overall = new double[size];
    after.forEach(row -> add(overall, row, 1.0 / after.size()));
    return new LinearSums(fit, Coefficient.LEVEL)
        .path("Two-way effects", "event ", rows, after.isEmpty() ? null : overall, notes);
  }

  private static void add(double[] into, double[] row, double factor) {
    for (int c = 0; c < into.length; c++) {
      into[c] += factor * row[c];
    }
  }
}
