package careworkforce.common.ingest;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The periods of a bronze table whose replacement was begun and not ended: rejects, rows and ledger
 * are three commits, and a run may be killed between them. Such periods are taken in again,
 * whatever the ledger says of their files.
 */
final class Unfinished {
  private final SmallFile note;
  private final Set<Month> periods = new TreeSet<>();

  Unfinished(Lake lake, Table table) {
    note = lake.note("unfinished/" + table.fullName());
    note.read()
        .ifPresent(text -> text.lines().forEach(line -> periods.add(Month.parse(line.strip()))));
  }

  /** The periods in doubt. */
  Set<Month> periods() {
    return Set.copyOf(periods);
  }

  /** Notes that periods are about to be replaced. */
  void begin(Set<Month> replaced) {
    periods.addAll(replaced);
    write();
  }

  /** Notes that they are replaced, and that the ledger says so. */
  void end(Set<Month> replaced) {
    periods.removeAll(replaced);
    write();
  }

  private void write() {
    if (periods.isEmpty()) {
      note.delete();
    } else {
      note.write(periods.stream().map(Month::toString).collect(Collectors.joining("\n")));
    }
  }
}
