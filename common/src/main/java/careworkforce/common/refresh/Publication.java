package careworkforce.common.refresh;

import careworkforce.common.check.Untried;
import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The tables of a lake, kept or taken back together. What stood is noted before the first of them
 * moves and until the last of them is judged; a run that is killed leaves the note, so that the
 * next one goes on from there, and, if a gate fails then, takes back to what stood before both.
 */
final class Publication {
  private final Lake lake;
  private final List<Table> tables;
  private final SmallFile note;

  /**
   * Of the tables given.
   *
   * @param tables each after what it is made from
   */
  Publication(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables;
    this.note = lake.note("unfinished/refresh.json");
  }

  /** What stood before a refresh that did not end; empty if the last one did. */
  Optional<Standing> open() {
    return note.read().map(Standing::parse);
  }

  /** Full names of the tables that moved since. */
  List<String> moved(Standing since) {
    return tables.stream()
        .filter(table -> lake.version(table).orElse(-1) != stood(since, table))
        .map(Table::fullName)
        .toList();
  }

  private static long stood(Standing standing, Table table) {
    return standing.versions().getOrDefault(table.fullName(), -1L);
  }

  /** Ends a taking back that was cut off; true if there was one. */
  boolean complete() {
    boolean cutOff = open().filter(Standing::takingBack).isPresent();
    if (cutOff) {
      takeBack();
    }
    return cutOff;
  }

  /**
   * Notes what stands, unless a run that was cut off has left its own note. A version that was
   * never tried does not count: what stood before it does.
   */
  Standing begin() {
    Optional<Standing> left = open();
    if (left.isPresent()) {
      return left.get();
    }
    Map<String, Long> versions = new HashMap<>();
    tables.forEach(table -> versions.put(table.fullName(), lake.version(table).orElse(-1)));
    tables.forEach(table -> versions.putAll(new Untried(lake, table).before()));
    Set<String> passed = new HashSet<>();
    for (Table table : tables) {
      if (lake.hasPassed(table, versions.getOrDefault(table.fullName(), -1L))) {
        passed.add(table.fullName());
      }
    }
    Standing standing = new Standing(false, versions, passed);
    note.write(standing.json());
    return standing;
  }

  /** Lets the tables stand as they are. */
  void keep() {
    note.delete();
  }

  /** Takes every table that moved back to what stood. */
  void takeBack() {
    Standing standing = open().orElseThrow(() -> new IllegalStateException("nothing to take back"));
    note.write(standing.again().json());
    for (Table table : tables) {
      long before = stood(standing, table);
      if (lake.version(table).orElse(-1) != before) {
        takeBack(table, before, standing);
        new Untried(lake, table).end();
      }
    }
    note.delete();
  }

  /**
   * The account of a version stays with its rows, so that they need not be made again. A table
   * whose folder was moved aside since has none that it could be taken back to.
   */
  private void takeBack(Table table, long before, Standing standing) {
    if (before < 0) {
      lake.takeBack(table, OptionalLong.empty());
      return;
    }
    if (!lake.exists(table)) {
      return;
    }
    Provenance then =
        lake.commit(table, before).map(Commit::provenance).orElseGet(Provenance::none);
    lake.restore(table, before, then);
    if (standing.passed().contains(table.fullName())) {
      lake.passed(table, lake.version(table).orElseThrow());
    }
  }
}
