package careworkforce.common.ingest;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The file ledger of a lake, read once and kept in step with what is written through it. */
final class Ledger {
  private static final FileLedger TABLE = FileLedger.TABLE;
  private final Lake lake;
  private @Nullable Map<String, List<LedgerEntry>> entries;

  Ledger(Lake lake) {
    this.lake = lake;
  }

  /** The entries of a bronze table. */
  synchronized List<LedgerEntry> of(String table) {
    Map<String, List<LedgerEntry>> known = entries;
    if (known == null) {
      known = read();
      entries = known;
    }
    return known.getOrDefault(table, List.of());
  }

  private Map<String, List<LedgerEntry>> read() {
    Map<String, List<LedgerEntry>> found = new HashMap<>();
    if (lake.exists(TABLE)) {
      for (Row row : TABLE.select(lake.read(TABLE)).collectAsList()) {
        LedgerEntry entry = LedgerEntry.of(row);
        found.computeIfAbsent(entry.table(), t -> new ArrayList<>()).add(entry);
      }
    }
    return found;
  }

  /**
   * Adds entries of a bronze table, each in the place of one of the same file and content. The
   * first ones are appended, which spares Delta a look for what they replace.
   */
  synchronized void add(String table, Collection<LedgerEntry> news, Provenance provenance) {
    Map<String, LedgerEntry> all = new LinkedHashMap<>();
    of(table).forEach(e -> all.put(e.file() + " " + e.sha256(), e));
    news.forEach(e -> all.put(e.file() + " " + e.sha256(), e));
    List<Row> list = all.values().stream().map(LedgerEntry::row).toList();
    Dataset<Row> rows = lake.spark().createDataFrame(list, TABLE.schema()).coalesce(1);
    boolean first = of(table).isEmpty();
    Map<String, List<LedgerEntry>> known = new HashMap<>(entries == null ? Map.of() : entries);
    known.put(table, new ArrayList<>(all.values()));
    entries = null; // of a write that fails nobody knows whether it stands: it is read again
    if (first) {
      lake.append(TABLE, rows, provenance);
    } else {
      lake.replaceWhere(TABLE, rows, Part.of(TABLE.tableName, table), provenance);
    }
    entries = known;
  }
}
