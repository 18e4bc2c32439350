package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What there is to do in a source's folder, held against the ledger. Of several files for one
 * period the last in {@link Delivery#ORDER} that is not refused stands for it. A file is withdrawn
 * if its rows stand and no file of its period is left; one that was followed by a file that cannot
 * be read is not.
 *
 * @param slots the files of each period, in the order of periods
 * @param toWithdraw entries of withdrawn files
 * @param toClear periods whose rows came from a run that was cut off, of files no longer there
 * @param standing how many files' rows stand
 * @param reasons why there is something to do, in plain words; empty if there is nothing
 * @param messages what a person should know of files that no layout reads, that were refused or set
 *     aside, or that vanished
 */
record Survey(
    List<Slot> slots,
    List<LedgerEntry> toWithdraw,
    Set<Month> toClear,
    int standing,
    List<String> reasons,
    List<String> messages) {

  /**
   * Looks at a folder's files.
   *
   * @param hashes finds SHA-256 of files; asked only where size agrees and time stamp does not
   */
  static Survey of(Sitting sitting, Function<List<Delivery>, List<String>> hashes) {
    List<String> messages = new ArrayList<>();
    Map<Month, List<Delivery.Recognised>> files = new TreeMap<>();
    for (Delivery delivery : sitting.deliveries().stream().sorted(Delivery.ORDER).toList()) {
      recognise(delivery, sitting.layouts(), messages)
          .ifPresent(r -> files.computeIfAbsent(r.period(), p -> new ArrayList<>()).add(r));
    }
    Known known = new Known(sitting, hashes);
    List<Slot> slots = files.values().stream().map(of -> new Slot(of, known)).toList();
    Reasons reasons = new Reasons();
    for (Slot slot : slots) {
      slot.toRead(Set.of()).ifPresent(file -> reasons.add(known.why(file), file.path()));
      messages.addAll(slot.outside());
      slot.toSupersede(Set.of())
          .forEach(file -> reasons.add("superseded by a later name", file.path()));
    }
    List<LedgerEntry> vanished = vanished(known, files.keySet());
    if (!sitting.rules().withdraws() && !vanished.isEmpty()) {
      messages.add(
          vanished.size() + " files are no longer delivered; their rows stay until a refresh");
    }
    List<LedgerEntry> toWithdraw = sitting.rules().withdraws() ? vanished : List.of();
    toWithdraw.forEach(e -> reasons.add("withdrawn", e.file()));
    Set<Month> toClear = new TreeSet<>(sitting.doubtful());
    toClear.removeAll(files.keySet());
    toClear.removeAll(known.standing().keySet());
    toClear.forEach(p -> reasons.add("gone, after a run that was cut off", "the file of " + p));
    return new Survey(
        slots, toWithdraw, toClear, known.standing().size(), reasons.sentences(), messages);
  }

  /**
   * Files that stand for a period and were not read as they are now, one of a period.
   *
   * @param refused paths of files that were read just now and refused
   */
  List<Delivery.Recognised> toRead(Set<String> refused) {
    return slots.stream().flatMap(slot -> slot.toRead(refused).stream()).toList();
  }

  /**
   * Files that another stands before, not yet said so.
   *
   * @param refused paths of files that were read just now and refused
   */
  List<Delivery.Recognised> toSupersede(Set<String> refused) {
    return slots.stream().flatMap(slot -> slot.toSupersede(refused).stream()).toList();
  }

  private static List<LedgerEntry> vanished(Known known, Set<Month> delivered) {
    return known.standing().values().stream()
        .filter(e -> !delivered.contains(e.period()))
        .sorted(Comparator.comparing(LedgerEntry::period))
        .toList();
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
}
