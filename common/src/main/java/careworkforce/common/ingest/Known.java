package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the ledger knows of files as they are now. */
final class Known {
  private static final Set<FileStatus> PAST = Set.of(FileStatus.REPLACED, FileStatus.WITHDRAWN);
  private final Sitting sitting;
  private final Set<String> sameContent;
  private final Set<String> delivered;
  private final Map<Month, LedgerEntry> standing = new HashMap<>();

  Known(Sitting sitting, Function<List<Delivery>, List<String>> hashes) {
    this.sitting = sitting;
    this.sameContent = SameContent.of(sitting.deliveries(), sitting.ledger(), hashes);
    this.delivered = sitting.deliveries().stream().map(Delivery::path).collect(Collectors.toSet());
    sitting.ledger().stream()
        .filter(e -> e.status() == FileStatus.INGESTED)
        .forEach(e -> standing.put(e.period(), e));
  }

  /** The entry of the file whose rows stand for each period. */
  Map<Month, LedgerEntry> standing() {
    return standing;
  }

  private Optional<LedgerEntry> entry(Delivery.Recognised file) {
    Delivery now = file.delivery();
    return sitting.ledger().stream()
        .filter(e -> e.file().equals(now.path()) && !PAST.contains(e.status()))
        .filter(
            e ->
                e.bytes() == now.bytes() && e.modified() == now.modified()
                    || sameContent.contains(now.path() + " " + e.sha256()))
        .findFirst();
  }

  /** True if something was said of the file. */
  boolean atAll(Delivery.Recognised file) {
    return entry(file).isPresent();
  }

  /** True if the file was read as it is now, to the end, and what was read of it still counts. */
  boolean stands(Delivery.Recognised file) {
    return !sitting.doubtful().contains(file.period())
        && entry(file)
            .filter(e -> e.status() != FileStatus.SUPERSEDED)
            .filter(e -> e.status() != FileStatus.QUARANTINED || sitting.rules().quarantines())
            .filter(e -> e.status() != FileStatus.SAME || contentIsDelivered(e.period()))
            .filter(e -> e.layout().equals(sitting.prints().get(file.layout())))
            .isPresent();
  }

  /** True if the file was read as it is now and refused. */
  boolean isRefused(Delivery.Recognised file) {
    return stands(file) && entry(file).filter(e -> e.status() == FileStatus.REFUSED).isPresent();
  }

  /** True if rows of the file stand, perhaps of an earlier content of it. */
  boolean rowsStandOf(Delivery.Recognised file) {
    LedgerEntry entry = standing.get(file.period());
    return entry != null && entry.file().equals(file.path());
  }

  /** Why no row of a file that was read is taken, in words; empty if they are. */
  Optional<String> outside(Delivery.Recognised file) {
    return entry(file)
        .flatMap(
            e ->
                switch (e.status()) {
                  case REFUSED -> Optional.of(e.note());
                  case QUARANTINED -> Optional.of(e.file() + " is " + e.note());
                  default -> Optional.empty();
                });
  }

  /** True if the file whose rows stand for a period is still there. */
  private boolean contentIsDelivered(Month period) {
    LedgerEntry entry = standing.get(period);
    return entry != null && delivered.contains(entry.file());
  }

  /** Why a file that does not stand is to be read: the predicate of a sentence. */
  String why(Delivery.Recognised file) {
    List<LedgerEntry> told =
        sitting.ledger().stream().filter(e -> e.file().equals(file.path())).toList();
    if (told.isEmpty()) {
      return "new";
    }
    if (sitting.doubtful().contains(file.period())) {
      return sitting.unmarked()
          ? "synthetic, and its rows are not marked so"
          : "of a period that was not taken in to the end";
    }
    if (told.stream().allMatch(e -> e.status() == FileStatus.WITHDRAWN)) {
      return "delivered again";
    }
    return entry(file).map(e -> why(e.status())).orElse("changed");
  }

  private static String why(FileStatus status) {
    return switch (status) {
      case SUPERSEDED -> "last for its period again";
      case QUARANTINED -> "no longer set aside";
      case SAME -> "all that is left of its content";
      default -> "of a changed layout";
    };
  }
}
