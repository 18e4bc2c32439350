package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Distributions;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The survival curve of Kaplan and Meier (1958) with Greenwood's variance, from spells that may
 * start late (left truncation) and end without the event (right censoring).
 *
 * <p>A spell is at risk at times after its entry up to and including its end; events at a time come
 * before censorings at it. Intervals are on the log(-log) scale (Kalbfleisch and Prentice). Where
 * nobody survives, Greenwood's variance has no end: standard error and interval are NaN, as those
 * of R's survfit.
 *
 * @param times at which events happened, ascending
 * @param atRisk just before each time
 * @param events at each time
 * @param survival just after each time
 * @param standardErrors of survival
 * @param low end of the pointwise interval
 * @param high end of the pointwise interval
 */
public record KaplanMeier(
    double[] times,
    double[] atRisk,
    double[] events,
    double[] survival,
    double[] standardErrors,
    double[] low,
    double[] high) {

  /**
   * Estimates a curve.
   *
   * @param entries time at which each spell comes under observation, or null for before all times
   * @param ends time at which each spell ends
   * @param happened whether it ends with the event
   * @param level of the intervals
   * @throws UserError if a spell does not end after its entry, or nothing happens
   */
  public static KaplanMeier of(
      double @Nullable [] entries, double[] ends, boolean[] happened, double level) {
    for (int i = 0; i < ends.length; i++) {
      boolean late = entries != null && !(entries[i] < ends[i]);
      if (late || Double.isNaN(ends[i])) {
        throw UserError.checks(
            "follow spell " + (i + 1),
            "it is entered at "
                + (entries == null ? "the start" : entries[i])
                + " and ends at "
                + ends[i],
            "Give spells that end after their entry");
      }
    }
    double[] times =
        IntStream.range(0, ends.length)
            .filter(i -> happened[i])
            .mapToDouble(i -> ends[i])
            .distinct()
            .sorted()
            .toArray();
    if (times.length == 0) {
      throw UserError.checks(
          "draw a survival curve", "no spell ends with the event", "Check the event's column");
    }
    double[] exits = ends.clone();
    Arrays.sort(exits);
    double[] starts = entries == null ? new double[0] : entries.clone();
    Arrays.sort(starts);
    double[] deaths =
        IntStream.range(0, ends.length)
            .filter(i -> happened[i])
            .mapToDouble(i -> ends[i])
            .sorted()
            .toArray();
    double[] atRisk = new double[times.length];
    double[] events = new double[times.length];
    for (int k = 0; k < times.length; k++) {
      int begun = entries == null ? ends.length : below(starts, times[k]);
      atRisk[k] = begun - below(exits, times[k]);
      events[k] = below(deaths, Math.nextUp(times[k])) - below(deaths, times[k]);
    }
    return curve(times, atRisk, events, level);
  }

  /** How many sorted values lie below a bound. */
  private static int below(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static KaplanMeier curve(double[] times, double[] atRisk, double[] events, double level) {
    int size = times.length;
    double[] survival = new double[size];
    double[] errors = new double[size];
    double[] low = new double[size];
    double[] high = new double[size];
    double z = Distributions.tQuantile(0.5 + level / 2, Double.POSITIVE_INFINITY);
    double left = 1;
    double sum = 0;
    for (int k = 0; k < size; k++) {
      left *= 1 - events[k] / atRisk[k];
      sum += events[k] / (atRisk[k] * (atRisk[k] - events[k]));
      survival[k] = left;
      errors[k] = left > 0 ? left * Math.sqrt(sum) : Double.NaN;
      double width = z * Math.sqrt(sum) / Math.abs(Math.log(left));
      low[k] = left > 0 ? Math.pow(left, Math.exp(width)) : Double.NaN;
      high[k] = left > 0 ? Math.pow(left, Math.exp(-width)) : Double.NaN;
    }
    return new KaplanMeier(times, atRisk, events, survival, errors, low, high);
  }

  /** Survival beyond a time. */
  public double at(double time) {
    int before = below(times, Math.nextUp(time));
    return before == 0 ? 1 : survival[before - 1];
  }

  /**
   * First time at which no more than a share survives; infinite if the curve never falls so far.
   */
  public double quantile(double share) {
    for (int k = 0; k < times.length; k++) {
      if (survival[k] <= share + 1e-12) {
        return times[k];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Mean time survived up to a horizon. */
  public double restrictedMean(double horizon) {
    double sum = 0;
    double from = 0;
    double level = 1;
    for (int k = 0; k < times.length && times[k] < horizon; k++) {
      sum += level * (times[k] - from);
      from = times[k];
      level = survival[k];
    }
    return sum + level * (horizon - from);
  }
}
