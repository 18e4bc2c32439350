package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.data.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Levels of a column in which an event happens fewer than {@value #FEW} times: no hazard can be
 * told for them, and a maximum likelihood may not exist.
 */
final class RareLevels {
  private static final int FEW = 5;

  private final Column.Codes codes;
  private final double[] events;

  private RareLevels(Column.Codes codes, double[] events) {
    this.codes = codes;
    this.events = events;
  }

  /**
   * Of a column.
   *
   * @param happens 1 where the event happens, 0 otherwise
   * @param counts how often each row counts
   */
  static RareLevels of(Column.Codes codes, double[] happens, double[] counts) {
    double[] events = new double[codes.levels().size()];
    for (int i = 0; i < happens.length; i++) {
      if (codes.values()[i] >= 0) {
        events[codes.values()[i]] += happens[i] * counts[i];
      }
    }
    return new RareLevels(codes, events);
  }

  /** Whether there are several levels and none is rare. */
  boolean allFrequent() {
    return events.length > 1 && Arrays.stream(events).allMatch(n -> n >= FEW);
  }

  /** The column with rare levels put to the reference, or to the first level without it. */
  Column merged(String reference) {
    List<String> levels = codes.levels();
    int to = Math.max(0, levels.indexOf(reference));
    List<String> kept = new ArrayList<>();
    int[] number = new int[levels.size()];
    for (int level = 0; level < levels.size(); level++) {
      if (level == to || events[level] >= FEW) {
        number[level] = kept.size();
        kept.add(levels.get(level));
      } else {
        number[level] = -1;
      }
    }
    int[] values = new int[codes.values().length];
    for (int i = 0; i < values.length; i++) {
      int level = codes.values()[i] < 0 ? to : codes.values()[i];
      values[i] = number[level] < 0 ? number[to] : number[level];
    }
    return new Column.Codes(values, kept);
  }
}
