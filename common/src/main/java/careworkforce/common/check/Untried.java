package careworkforce.common.check;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stood of a table and of its quarantine before a version that is not yet tried: noted before
 * that is written and until one is judged. A run that is cut off leaves the note, so that a later
 * one that fails gives way to what stood before both, and not to a version never tried.
 */
public final class Untried {
  private final Lake lake;
  private final Table table;
  private final SmallFile note;

  /** Of a table, one that is not itself a quarantine. */
  public Untried(Lake lake, Table table) {
    this.lake = lake;
    this.table = table;
    this.note = lake.note("untried/" + table.fullName());
  }

  /**
   * The versions that a run left behind when it was cut off, by full name and -1 where there was
   * none; empty if the newest was tried.
   */
  public Map<String, Long> before() {
    return note.read().map(Untried::parse).filter(this::isOpen).orElseGet(Map::of);
  }

  private boolean isOpen(Map<String, Long> stood) {
    return stood.getOrDefault(table.fullName(), Long.MAX_VALUE) < newest(table)
        && !lake.hasPassed(table);
  }

  /**
   * Notes what stands, unless a run that was cut off has left its own note; gives what is noted.
   */
  Map<String, Long> begin() {
    Map<String, Long> left = before();
    if (!left.isEmpty()) {
      return left;
    }
    Map<String, Long> stands = new HashMap<>();
    stands.put(table.fullName(), newest(table));
    Quarantine.of(table).ifPresent(aside -> stands.put(aside.fullName(), newest(aside)));
    note.write(
        stands.entrySet().stream()
            .map(stood -> stood.getKey() + " " + stood.getValue())
            .sorted()
            .collect(Collectors.joining("\n")));
    return stands;
  }

  /** Ends what was begun: the newest version is tried, or what stood stands again. */
  public void end() {
    note.delete();
  }

  private long newest(Table one) {
    return lake.version(one).orElse(-1);
  }

  private static Map<String, Long> parse(String text) {
    return text.lines()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(stood -> stood[0], stood -> Long.valueOf(stood[1])));
  }
}
