package careworkforce.common.ingest;

import careworkforce.common.check.CheckReport;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries.FileCount;
import careworkforce.common.table.Check;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of files just read, and of those that stood before: new ledger entries, what to
 * write, what to tell.
 */
final class Verdicts {
  private final String table;
  private final String source;
  private final String runId;
  private final Set<String> delivered = new HashSet<>();
  private final Set<Month> doubtful;
  private final Map<Month, LedgerEntry> standing = new HashMap<>();
  private final NavigableMap<Month, Long> volumes = new TreeMap<>();
  private final @Nullable VolumeRule volume;
  private final @Nullable RejectsRule rejects;
  private final List<CheckReport.Finding> findings = new ArrayList<>();
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final List<FileCount> counts = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  Verdicts(String table, String source, String runId, Sitting sitting) {
    this.table = table;
    this.source = source;
    this.runId = runId;
    this.doubtful = sitting.doubtful();
    sitting.deliveries().forEach(d -> delivered.add(d.path()));
    for (LedgerEntry entry : sitting.ledger()) {
      if (entry.status() == FileStatus.INGESTED) {
        standing.put(entry.period(), entry);
        volumes.put(entry.period(), entry.accepted());
      }
    }
    // A first delivery of a whole history has nothing that stood to be measured by.
    this.volume = standing.isEmpty() ? null : sitting.rules().volume();
    this.rejects = sitting.rules().rejects();
  }

  /** True if a file read cannot be taken, or holds no acceptable row where it has or some stand. */
  boolean refuses(Delivery.Recognised file, Tally tally) {
    return tally.refused() != null || isVoid(tally, stood(file));
  }

  private long stood(Delivery.Recognised file) {
    LedgerEntry before = standing.get(file.period());
    return before == null ? 0 : before.accepted();
  }

  private static boolean isVoid(Tally tally, long stood) {
    return tally.accepted() == 0
        && (stood > 0 || tally.rejected() > 0)
        && !isEmptiedByErasure(tally);
  }

  /** Judges a file read; true if its rows are to be written. */
  boolean judge(Delivery.Recognised file, String print, Tally tally) {
    LedgerEntry before = standing.get(file.period());
    long stood = stood(file);
    if (tally.refused() != null) {
      refuse(file, print, tally, tally.refused(), tally.remedy(), stood);
      return false;
    }
    if (isVoid(tally, stood)) {
      String why = tally.rejected() > 0 ? " (" + tally.whyRejected() + ")" : "";
      String where = stood > 0 ? " where " + stood + " stand" : "";
      refuse(
          file,
          print,
          tally,
          "it holds no acceptable row" + why + where,
          "Have it delivered as its layout says, or declare a layout for it",
          stood);
      return false;
    }
    if (before != null && standsAlready(file, print, tally, before)) {
      add(entry(file, print, tally, FileStatus.SAME, "same content as " + before.file()));
      return false;
    }
    // Content that stands was judged when it came, by the periods that stood before it then.
    boolean isNew = before == null || !before.sha256().equals(tally.sha256());
    if (volume != null && isNew && isSetAside(volume, file, print, tally)) {
      return false;
    }
    boolean isReadAnew = before == null || isNew || !before.layout().equals(print);
    if (rejects != null && isReadAnew) {
      tellRejects(rejects, file, tally);
    }
    volumes.put(file.period(), tally.accepted());
    ingest(file, print, tally, before);
    return true;
  }

  /** True if every row of the file names a person who was erased. */
  private static boolean isEmptiedByErasure(Tally tally) {
    return tally.erased() > 0 && tally.rejected() == 0;
  }

  /** Tells an odd volume; true if the file is set aside for it. */
  private boolean isSetAside(VolumeRule rule, Delivery.Recognised file, String print, Tally tally) {
    Optional<String> complaint = rule.complaint(file.period(), tally.accepted(), volumes);
    if (complaint.isEmpty()) {
      return false;
    }
    boolean aside = rule.severity() == Check.Severity.QUARANTINE;
    String note = (aside ? "set aside: " : "") + complaint.get();
    String message = source + "/" + file.path() + (aside ? " is " : ": ") + note;
    findings.add(new CheckReport.Finding(VolumeRule.CODE, message, rule.severity(), 1));
    messages.add(message);
    if (aside) {
      Tally nothing = Tally.unread(file.path(), tally.sha256());
      add(entry(file, print, nothing, FileStatus.QUARANTINED, note));
    }
    return aside;
  }

  private void tellRejects(RejectsRule rule, Delivery.Recognised file, Tally tally) {
    rule.complaint(tally)
        .ifPresent(
            complaint -> {
              String message = source + "/" + file.path() + ": " + complaint;
              findings.add(
                  new CheckReport.Finding(
                      RejectsRule.CODE, message, rule.severity(), tally.rejected()));
              messages.add(message);
            });
  }

  /** True if the content stands, from a file of another name that is still there. */
  private boolean standsAlready(
      Delivery.Recognised file, String print, Tally tally, LedgerEntry before) {
    return before.sha256().equals(tally.sha256())
        && before.layout().equals(print)
        && !before.file().equals(file.path())
        && delivered.contains(before.file())
        && !doubtful.contains(file.period());
  }

  private void ingest(
      Delivery.Recognised file, String print, Tally tally, @Nullable LedgerEntry before) {
    List<String> notes = new ArrayList<>();
    if (before != null && !before.is(file.path(), tally.sha256())) {
      boolean again = before.file().equals(file.path());
      entries.add(past(before, file.path()));
      notes.add(
          "replaces the "
              + before.accepted()
              + " rows of "
              + file.period()
              + " from "
              + (again ? "its earlier delivery" : before.file()));
    }
    if (tally.rejected() > 0) {
      notes.add(
          tally.rejected() + " of " + tally.delivered() + " rows rejected: " + tally.codesTold());
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
    if (tally.erased() > 0) {
      notes.add(tally.erased() + " rows of erased persons left out");
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

  /** The entry of a file in whose place another one's rows come. */
  private LedgerEntry past(LedgerEntry before, String file) {
    if (before.file().equals(file)) {
      return before.now(FileStatus.REPLACED, "replaced by a new delivery", runId);
    }
    return delivered.contains(before.file())
        ? before.now(FileStatus.SUPERSEDED, "superseded by " + file, runId)
        : before.now(FileStatus.WITHDRAWN, "withdrawn; " + file + " is left", runId);
  }

  /** Notes a file whose rows leave, as it is no longer delivered. */
  void withdraw(LedgerEntry entry) {
    String note = "withdrawn; its " + entry.accepted() + " rows of " + entry.period() + " leave";
    messages.add(source + "/" + entry.file() + ": " + note);
    entries.add(entry.now(FileStatus.WITHDRAWN, note, runId));
    counts.add(
        new FileCount(
            source + "/" + entry.file(),
            entry.period().firstDay().toString(),
            FileStatus.WITHDRAWN.label(),
            0,
            0,
            0,
            0,
            note));
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
    Tally nothing = Tally.unread(tally.path(), tally.sha256());
    add(entry(file, print, nothing, FileStatus.REFUSED, String.valueOf(sentence)));
  }

  /** Notes a file that another one stands before. */
  void supersede(Delivery.Recognised file, String print, String sha256) {
    Tally unread = Tally.unread(file.path(), sha256);
    String note = "another file for " + file.period() + " comes after it";
    messages.add(source + "/" + file.path() + ": " + note);
    add(entry(file, print, unread, FileStatus.SUPERSEDED, note));
  }

  /** A file that could not be read at all stays new to the ledger, and so is tried again. */
  private void add(LedgerEntry entry) {
    if (!entry.sha256().equals(FileSource.UNREAD)) {
      entries.add(entry);
    }
    counts.add(
        new FileCount(
            source + "/" + entry.file(),
            entry.period().firstDay().toString(),
            entry.status().label(),
            entry.delivered(),
            entry.accepted(),
            entry.rejected(),
            entry.duplicates(),
            entry.note()));
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

  /** What gates found. */
  List<CheckReport.Finding> findings() {
    return findings;
  }

  List<String> messages() {
    return messages;
  }

  /** The account of each file looked at. */
  List<FileCount> counts() {
    return counts;
  }
}
