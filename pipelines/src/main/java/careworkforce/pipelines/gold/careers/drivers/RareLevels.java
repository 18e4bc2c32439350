package careworkforce.pipelines.gold.careers.drivers;

import java.util.List;
import java.util.SortedMap;

/**
 * Levels of a column in which an event happens fewer than {@value #FEW} times: no hazard can be
 * told for them, and a maximum likelihood may not exist.
 *
 * @param events how often the event happens, by level
 */
record RareLevels(SortedMap<String, Long> events) {
  private static final int FEW = 5;

  /** Whether there are several levels and none is rare. */
  boolean allFrequent() {
    return events.size() > 1 && events.values().stream().allMatch(n -> n >= FEW);
  }

  /** Rare levels put to the reference, or to the first level without it. */
  MergedLevels merged(String reference) {
    String to = events.containsKey(reference) || events.isEmpty() ? reference : events.firstKey();
    List<String> kept =
        events.keySet().stream()
            .filter(level -> level.equals(to) || events.getOrDefault(level, 0L) >= FEW)
            .toList();
    return new MergedLevels(to, kept);
  }
}
