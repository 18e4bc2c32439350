package careworkforce.common.refresh;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The periods that tell what moved between two versions of a table, however long the rest of it is:
 * those whose files differ and, beside those that the earlier version lacks, as many periods that
 * stood last before them.
 *
 * @param now those of the later version
 * @param then those of the earlier version
 */
record MovedPeriods(Set<String> now, Set<String> then) {
  /** What Delta's paths call the partition of rows without a period; the last in order. */
  static final String NONE = "__HIVE_DEFAULT_PARTITION__";

  /**
   * Between two versions.
   *
   * @param stands the files of each period of the later one
   * @param stood the files of each period of the earlier one
   */
  static MovedPeriods between(Map<String, Set<String>> stands, Map<String, Set<String>> stood) {
    Set<String> moved = new TreeSet<>(stands.keySet());
    moved.addAll(stood.keySet());
    moved.removeIf(one -> Objects.equals(stands.get(one), stood.get(one)));
    List<String> arrived =
        moved.stream().filter(one -> !stood.containsKey(one) && !one.equals(NONE)).toList();
    Set<String> compared = new TreeSet<>(moved);
    if (!arrived.isEmpty()) {
      stood.keySet().stream()
          .filter(one -> one.compareTo(arrived.get(0)) < 0 && !moved.contains(one))
          .sorted(Comparator.reverseOrder())
          .limit(arrived.size())
          .forEach(compared::add);
    }
    return new MovedPeriods(moved, compared);
  }
}
