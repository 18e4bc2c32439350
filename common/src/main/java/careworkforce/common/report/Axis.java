package careworkforce.common.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale from values to pixels, with ticks at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low the smallest value shown
 * @param high the largest value shown
 * @param from pixel of {@code low}
 * @param to pixel of {@code high}; below {@code from} where the axis goes up
 * @param step distance of ticks, in values
 */
record Axis(double low, double high, double from, double to, double step) {

  /** Covers values, its ends moved outwards to ticks. */
  static Axis around(double least, double greatest, double from, double to, int ticks) {
    double span = greatest > least ? greatest - least : Math.max(1e-12, Math.abs(greatest));
    double step = niceStep(span / ticks);
    double low = Math.floor(least / step + 1e-9) * step;
    double high = Math.ceil(greatest / step - 1e-9) * step;
    return new Axis(low, high > low ? high : low + step, from, to, step);
  }

  private static double niceStep(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** The pixel of a value. */
  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (long i = Math.round(low / step); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick's label, with just the decimals that the step needs. */
  String label(double tick) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return Numbers.fixed(tick, decimals);
  }
}
