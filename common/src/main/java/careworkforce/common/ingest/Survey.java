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
 * period the last by name stands for it. A file is withdrawn if its rows stand and no file of its
 * period is left; one that was followed by a file that cannot be read is not.
 *
 * @param toRead files that stand for a period and were not read as they are now
 * @param toSupersede files that another stands before, not yet said so
 * @param toWithdraw entries of withdrawn files
 * @param toClear periods whose rows came from a run that was cut off, of files no longer there
 * @param standing how many files' rows stand
 * @param reasons why there is something to do, in plain words; empty if there is nothing
 * @param messages what a person should know of files that no layout reads, that were refused or set
 *     aside, or that vanished
 */
record Survey(
    List<Delivery.Recognised> toRead,
    List<Delivery.Recognised> toSupersede,
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
    Map<Month, List<Delivery.Recognised>> slots = new TreeMap<>();
    for (Delivery delivery : sitting.deliveries()) {
      recognise(delivery, sitting.layouts(), messages)
          .ifPresent(r -> slots.computeIfAbsent(r.period(), p -> new ArrayList<>()).add(r));
    }
    Known known = new Known(sitting, hashes);
    Reasons reasons = new Reasons();
    List<Delivery.Recognised> toRead = new ArrayList<>();
    List<Delivery.Recognised> toSupersede = new ArrayList<>();
    for (List<Delivery.Recognised> slot : slots.values()) {
      Delivery.Recognised last = slot.get(slot.size() - 1);
      if (!known.stands(last)) {
        toRead.add(last);
        reasons.add(known.why(last), last.path());
      } else {
        known.outside(last).ifPresent(messages::add);
      }
      for (Delivery.Recognised other : slot.subList(0, slot.size() - 1)) {
        if (!known.atAll(other)) {
          toSupersede.add(other);
          reasons.add("superseded by a later name", other.path());
        }
      }
    }
    List<LedgerEntry> vanished = vanished(known, slots.keySet());
    if (!sitting.rules().withdraws() && !vanished.isEmpty()) {
      messages.add(
          vanished.size() + " files are no longer delivered; their rows stay until a refresh");
    }
    List<LedgerEntry> toWithdraw = sitting.rules().withdraws() ? vanished : List.of();
    toWithdraw.forEach(e -> reasons.add("withdrawn", e.file()));
    Set<Month> toClear = new TreeSet<>(sitting.doubtful());
    toClear.removeAll(slots.keySet());
    toClear.removeAll(known.standing().keySet());
    toClear.forEach(p -> reasons.add("gone, after a run that was cut off", "the file of " + p));
    return new Survey(
        toRead,
        toSupersede,
        toWithdraw,
        toClear,
        known.standing().size(),
        reasons.sentences(),
        messages);
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
