package careworkforce.common.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Files whose time stamp changed and content did not. */
final class SameContent {
  private SameContent() {}

  /**
   * Such files, as path and hash.
   *
   * @param hashes finds SHA-256 of files; asked only where size agrees and time stamp does not
   */
  static Set<String> of(
      List<Delivery> deliveries,
      List<LedgerEntry> ledger,
      Function<List<Delivery>, List<String>> hashes) {
    Set<String> exact = new HashSet<>();
    Set<String> bySize = new HashSet<>();
    for (LedgerEntry entry : ledger) {
      exact.add(entry.file() + " " + entry.bytes() + " " + entry.modified());
      bySize.add(entry.file() + " " + entry.bytes());
    }
    List<Delivery> doubtful =
        deliveries.stream()
            .filter(d -> bySize.contains(d.path() + " " + d.bytes()))
            .filter(d -> !exact.contains(d.path() + " " + d.bytes() + " " + d.modified()))
            .toList();
    Set<String> same = new HashSet<>();
    if (!doubtful.isEmpty()) {
      List<String> found = hashes.apply(doubtful);
      for (int i = 0; i < found.size(); i++) {
        same.add(doubtful.get(i).path() + " " + found.get(i));
      }
    }
    return same;
  }
}
