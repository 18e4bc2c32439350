package careworkforce.common.ingest;

import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries.FileCount;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of files just read, and of those that stood before: new ledger entries, what to
 * write, what to tell.
 */
final class Verdicts {
  private final String table;
  private final String source;
  private final String runId;
  private final Map<Month, LedgerEntry> standing = new HashMap<>();
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final List<LedgerEntry> news = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  Verdicts(String table, String source, String runId, List<LedgerEntry> ledger) {
    this.table = table;
    this.source = source;
    this.runId = runId;
    for (LedgerEntry entry : ledger) {
      if (entry.status() == FileStatus.INGESTED) {
        standing.put(entry.period(), entry);
      }
    }
  }

  /** Judges a file read; true if its rows are to be written. */
  boolean judge(Delivery.Recognised file, String print, Tally tally) {
    LedgerEntry before = standing.get(file.period());
    long stood = before == null ? 0 : before.accepted();
    if (tally.refused() != null) {
      refuse(file, print, tally, tally.refused(), tally.remedy(), stood);
      return false;
    }
    if (tally.accepted() == 0 && stood > 0) {
      refuse(
          file,
          print,
          tally,
          "it holds no acceptable row (" + codes(tally) + ") where " + stood + " stand",
          "Have it delivered again",
          stood);
      return false;
    }
    if (before != null
        && before.sha256().equals(tally.sha256())
        && before.layout().equals(print)
        && !before.file().equals(file.path())) {
      add(entry(file, print, tally, FileStatus.SAME, "same content as " + before.file()));
      return false;
    }
    ingest(file, print, tally, before);
    return true;
  }

  private void ingest(
      Delivery.Recognised file, String print, Tally tally, @Nullable LedgerEntry before) {
    List<String> notes = new ArrayList<>();
    if (before != null && !before.is(file.path(), tally.sha256())) {
      boolean again = before.file().equals(file.path());
      entries.add(
          again
              ? before.now(FileStatus.REPLACED, "replaced by a new delivery", runId)
              : before.now(FileStatus.SUPERSEDED, "superseded by " + file.path(), runId));
      notes.add(
          "replaces the "
              + before.accepted()
              + " rows of "
              + file.period()
              + " from "
              + (again ? "its earlier delivery" : before.file()));
    }
    if (tally.rejected() > 0) {
      notes.add(tally.rejected() + " of " + tally.delivered() + " rows rejected: " + codes(tally));
    }
    if (tally.delivered() == 0) {
      notes.add("holds a header and no rows");
    }
    if (tally.duplicates() > 0) {
      notes.add(tally.duplicates() + " exact duplicates left out");
    }
    if (tally.totals() > 0) {
      notes.add(tally.totals() + " rows of totals left out");
    }
    if (!tally.unknown().isEmpty()) {
      notes.add("unknown columns kept out: " + String.join(", ", tally.unknown()));
    }
    String note = String.join("; ", notes);
    if (!note.isEmpty()) {
      messages.add(source + "/" + file.path() + ": " + note);
    }
    add(entry(file, print, tally, FileStatus.INGESTED, note));
  }

  private void refuse(
      Delivery.Recognised file,
      String print,
      Tally tally,
      String because,
      String remedy,
      long stood) {
    String kept = stood > 0 ? "; the " + stood + " rows of " + file.period() + " stay" : "";
    String sentence =
        UserError.input(
                "take " + source + "/" + file.path() + " into " + table, because + kept, remedy)
            .getMessage();
    messages.add(String.valueOf(sentence));
    Tally nothing =
        new Tally(
            tally.path(),
            tally.sha256(),
            0,
            0,
            0,
            0,
            List.of(),
            Map.of(),
            List.of(),
            0,
            because,
            remedy);
    add(entry(file, print, nothing, FileStatus.REFUSED, String.valueOf(sentence)));
  }

  /** Notes a file that another one stands before. */
  void supersede(Delivery.Recognised file, String print, String sha256) {
    Tally unread =
        new Tally(file.path(), sha256, 0, 0, 0, 0, List.of(), Map.of(), List.of(), 0, null, "");
    String note = "another file for " + file.period() + " comes after it by name";
    messages.add(source + "/" + file.path() + ": " + note);
    add(entry(file, print, unread, FileStatus.SUPERSEDED, note));
  }

  private void add(LedgerEntry entry) {
    entries.add(entry);
    news.add(entry);
  }

  private LedgerEntry entry(
      Delivery.Recognised file, String print, Tally tally, FileStatus status, String note) {
    return new LedgerEntry(
        table,
        source,
        file.path(),
        file.period(),
        tally.sha256(),
        file.delivery().bytes(),
        file.delivery().modified(),
        tally.delivered(),
        tally.accepted(),
        tally.rejected(),
        tally.duplicates(),
        print,
        status,
        note,
        runId);
  }

  private static String codes(Tally tally) {
    return tally.codes().entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  /** True if the standing file of some of these periods has rejects, which then are replaced. */
  boolean rejectsStand(Iterable<Month> periods) {
    for (Month period : periods) {
      LedgerEntry entry = standing.get(period);
      if (entry != null && entry.rejected() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Ledger entries to write. */
  List<LedgerEntry> entries() {
    return entries;
  }

  List<String> messages() {
    return messages;
  }

  /** The account of each file looked at. */
  List<FileCount> counts() {
    return news.stream()
        .map(
            e ->
                new FileCount(
                    source + "/" + e.file(),
                    e.period().firstDay().toString(),
                    e.status().label(),
                    e.delivered(),
                    e.accepted(),
                    e.rejected(),
                    e.duplicates(),
                    e.note()))
        .toList();
  }
}
