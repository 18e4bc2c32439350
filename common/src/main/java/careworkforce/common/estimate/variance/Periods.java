package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;

/** Whole-numbered times as consecutive places, gaps kept. */
final class Periods {
  final int[] place;
  final int span;
  final int distinct;

  Periods(double[] times, String name) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (double time : times) {
      if (time != Math.rint(time)) {
        throw UserError.usage(
            "order rows by '" + name + "'",
            "it holds " + time,
            "Number the periods with whole numbers, one apart");
      }
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    if (last - first > 1_000_000) {
      throw UserError.usage(
          "order rows by '" + name + "'",
          "its periods run from " + first + " to " + last,
          "Number the periods with whole numbers, one apart");
    }
    place = new int[times.length];
    for (int i = 0; i < place.length; i++) {
      place[i] = (int) (times[i] - first);
    }
    span = (int) (last - first) + 1;
    distinct = new Column.Numbers(times).codes().levels().size();
  }

  /**
   * The last lag of a variance: the one asked for, or the fourth root of the number of periods.
   *
   * @throws UserError if none of the periods are so far apart
   */
  int lag(VarianceSpec.Serial asked) {
    int lag = asked.lag().orElseGet(() -> (int) Math.floor(Math.pow(distinct, 0.25)));
    if (lag >= span && asked.lag().isPresent()) {
      throw UserError.usage(
          "use variance '" + asked.text() + "'",
          "the rows used lie in " + span + " periods by '" + asked.time() + "'",
          "Give a lag of less than that, or none");
    }
    return lag;
  }
}
