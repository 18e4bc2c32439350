package careworkforce.common.refresh;

import careworkforce.common.check.Untried;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * What stood before a refresh that did not end; empty if the last one did. A table that lost its
   * version since, as it was moved aside or its log was mended, stands in it as it stands now.
   */
  Optional<Standing> open() {
    return noted().map(this::ofWhatIsThere);
  }

  private Optional<Standing> noted() {
    return note.read().map(json -> Standing.parse(json, note.path().toString()));
  }

  private Standing ofWhatIsThere(Standing noted) {
    List<Table> lost = tables.stream().filter(table -> hasLost(table, noted)).toList();
    if (lost.isEmpty()) {
      return noted;
    }
    Map<String, Long> versions = new HashMap<>(noted.versions());
    Set<String> passed = new HashSet<>(noted.passed());
    for (Table table : lost) {
      versions.put(table.fullName(), newest(table));
      passed.remove(table.fullName());
    }
    passed.addAll(passed(lost, versions));
    return new Standing(noted.takingBack(), versions, runs(versions), passed);
  }

  /** True if a version is no longer there, or is now one of another run: they count anew. */
  private boolean hasLost(Table table, Standing noted) {
    long version = noted.version(table.fullName());
    String run = noted.run(table.fullName());
    return newest(table) < version
        || run != null
            && lake.commit(table, version).filter(now -> !now.run().equals(run)).isPresent();
  }

  /** Full names of the tables that moved since. */
  List<String> moved(Standing since) {
    return tables.stream()
        .filter(table -> newest(table) != since.version(table.fullName()))
        .map(Table::fullName)
        .toList();
  }

  /**
   * The versions that stand for whoever reads: those of before a refresh that did not end, the
   * newest else. Of tables whose log can be read; of none where the note is damaged.
   */
  Map<String, Long> standing() {
    Map<String, Long> versions = new HashMap<>();
    try {
      Optional<Standing> before = noted();
      for (Table table : tables) {
        String name = table.fullName();
        before
            .map(noted -> OptionalLong.of(noted.version(name)))
            .orElseGet(() -> readable(table))
            .ifPresent(version -> versions.put(name, version));
      }
    } catch (UserError damagedNote) {
      return Map.of();
    }
    return versions;
  }

  private OptionalLong readable(Table table) {
    try {
      return OptionalLong.of(newest(table));
    } catch (UserError damaged) {
      return OptionalLong.empty();
    }
  }

  private long newest(Table table) {
    return lake.version(table).orElse(-1);
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
    Standing standing = open().orElseGet(this::now);
    note.write(standing.json());
    return standing;
  }

  private Standing now() {
    Map<String, Long> versions = new HashMap<>();
    tables.forEach(table -> versions.put(table.fullName(), newest(table)));
    tables.forEach(table -> versions.putAll(new Untried(lake, table).before()));
    return new Standing(false, versions, runs(versions), passed(tables, versions));
  }

  private Set<String> passed(List<Table> of, Map<String, Long> versions) {
    return of.stream()
        .filter(table -> lake.hasPassed(table, versions.getOrDefault(table.fullName(), -1L)))
        .map(Table::fullName)
        .collect(Collectors.toSet());
  }

  private Map<String, String> runs(Map<String, Long> versions) {
    Map<String, String> runs = new HashMap<>();
    for (Table table : tables) {
      long version = versions.getOrDefault(table.fullName(), -1L);
      if (version >= 0) {
        lake.commit(table, version).ifPresent(of -> runs.put(table.fullName(), of.run()));
      }
    }
    return runs;
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
      long before = standing.version(table.fullName());
      if (newest(table) != before) {
        takeBack(table, before, standing);
        new Untried(lake, table).end();
      }
    }
    note.delete();
  }

  private void takeBack(Table table, long before, Standing standing) {
    lake.takeBack(table, before < 0 ? OptionalLong.empty() : OptionalLong.of(before));
    if (before >= 0 && standing.passed().contains(table.fullName())) {
      lake.passed(table, lake.version(table).orElseThrow());
    }
  }
}
