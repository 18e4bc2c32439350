package careworkforce.common.delta;

import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The months whose change lies between two versions of a table, by the account of each commit. */
public final class ChangedMonths {
  private final SortedSet<Month> months = new TreeSet<>();
  private long from;

  private ChangedMonths(long from) {
    this.from = from;
  }

  /**
   * The months that changed since a version, and perhaps some that changed and changed back; empty
   * if a commit since then does not tell.
   *
   * @param version a version of the table that was read
   * @param now its newest version
   */
  public static Optional<SortedSet<Month>> between(Lake lake, Table table, long version, long now) {
    ChangedMonths changed = new ChangedMonths(version);
    boolean told = version <= now;
    for (long v = now; told && v > changed.from; v--) {
      told = lake.commit(table, v).filter(changed::tells).isPresent();
    }
    return told ? Optional.of(changed.months) : Optional.empty();
  }

  /** A restore changes what the versions since the one restored had changed. */
  private boolean tells(Commit commit) {
    Long restored = commit.restores();
    if (restored != null) {
      from = Math.min(from, restored);
      return true;
    }
    List<String> told = commit.provenance() == null ? null : commit.provenance().months();
    if (told != null) {
      told.forEach(month -> months.add(Month.parse(month)));
    }
    return told != null;
  }
}
