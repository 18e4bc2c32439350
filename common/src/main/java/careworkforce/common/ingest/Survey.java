package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What there is to do in a source's folder, held against the ledger. Of several files for one
 * period the last by name stands for it.
 *
 * @param toRead files that stand for a period and were not read as they are now
 * @param toSupersede files that another stands before, not yet said so
 * @param reasons why there is something to do, in plain words; empty if there is nothing
 * @param messages what a person should know of files that no layout reads
 */
record Survey(
    List<Delivery.Recognised> toRead,
    List<Delivery.Recognised> toSupersede,
    List<String> reasons,
    List<String> messages) {

  /**
   * Looks at a folder's files.
   *
   * @param prints id and fingerprint of each layout
   * @param hashes finds SHA-256 of files; asked only where size agrees and time stamp does not
   */
  static Survey of(
      List<Delivery> deliveries,
      List<Layout> layouts,
      List<String> prints,
      List<LedgerEntry> ledger,
      Function<List<Delivery>, List<String>> hashes) {
    List<String> messages = new ArrayList<>();
    Map<Month, List<Delivery.Recognised>> slots = new TreeMap<>();
    for (Delivery delivery : deliveries) {
      recognise(delivery, layouts, messages)
          .ifPresent(r -> slots.computeIfAbsent(r.period(), p -> new ArrayList<>()).add(r));
    }
    Known known = new Known(ledger, prints, sameContent(deliveries, ledger, hashes));
    Reasons reasons = new Reasons();
    List<Delivery.Recognised> toRead = new ArrayList<>();
    List<Delivery.Recognised> toSupersede = new ArrayList<>();
    for (List<Delivery.Recognised> slot : slots.values()) {
      Delivery.Recognised last = slot.get(slot.size() - 1);
      if (!known.standing(last)) {
        toRead.add(last);
        reasons.add(known.why(last), last.path());
      }
      for (Delivery.Recognised other : slot.subList(0, slot.size() - 1)) {
        if (!known.atAll(other)) {
          toSupersede.add(other);
          reasons.add("superseded by a later name", other.path());
        }
      }
    }
    return new Survey(toRead, toSupersede, reasons.sentences(), messages);
  }

  private static Optional<Delivery.Recognised> recognise(
      Delivery delivery, List<Layout> layouts, List<String> messages) {
    String said = delivery.path() + " is left alone: no layout reads a file of that name";
    for (int i = 0; i < layouts.size(); i++) {
      Optional<Month> period = layouts.get(i).period(delivery.path());
      if (period.isPresent()) {
        if (layouts.get(i).holdsFor(period.get())) {
          return Optional.of(new Delivery.Recognised(delivery, i, period.get()));
        }
        said = delivery.path() + " is left alone: no layout holds for " + period.get();
      }
    }
    messages.add(said);
    return Optional.empty();
  }

  /** Files whose time stamp changed and content did not, as path and hash. */
  private static Set<String> sameContent(
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

  /** What the ledger knows of files as they are now. */
  private record Known(List<LedgerEntry> ledger, List<String> prints, Set<String> sameContent) {

    private Optional<LedgerEntry> entry(Delivery.Recognised file) {
      Delivery now = file.delivery();
      return ledger.stream()
          .filter(e -> e.file().equals(now.path()) && e.status() != FileStatus.REPLACED)
          .filter(
              e ->
                  e.bytes() == now.bytes() && e.modified() == now.modified()
                      || sameContent.contains(now.path() + " " + e.sha256()))
          .findFirst();
    }

    boolean atAll(Delivery.Recognised file) {
      return entry(file).isPresent();
    }

    boolean standing(Delivery.Recognised file) {
      return entry(file)
          .filter(e -> e.status() != FileStatus.SUPERSEDED)
          .filter(e -> e.layout().equals(prints.get(file.layout())))
          .isPresent();
    }

    String why(Delivery.Recognised file) {
      if (ledger.stream().noneMatch(e -> e.file().equals(file.path()))) {
        return "new";
      }
      return entry(file)
          .map(
              e ->
                  e.status() == FileStatus.SUPERSEDED
                      ? "last for its period again"
                      : "of a changed layout")
          .orElse("changed");
    }
  }

  /** Reasons gathered: many files of one kind make one sentence. */
  private static final class Reasons {
    private static final int FEW = 3;
    private final Map<String, List<String>> files = new HashMap<>();

    void add(String reason, String file) {
      files.computeIfAbsent(reason, r -> new ArrayList<>()).add(file);
    }

    List<String> sentences() {
      List<String> sentences = new ArrayList<>();
      new TreeMap<>(files)
          .forEach(
              (reason, names) -> {
                if (names.size() <= FEW) {
                  names.forEach(n -> sentences.add(n + " is " + reason));
                } else {
                  sentences.add(
                      names.size()
                          + " files are "
                          + reason
                          + ": "
                          + names.get(0)
                          + " … "
                          + names.get(names.size() - 1));
                }
              });
      return sentences;
    }
  }
}
