package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.sum;

import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows delivered are rows accepted, rejected or known as duplicates; those accepted stand in the
 * bronze table, those rejected among its rejects, neither more nor fewer.
 */
final class Reconciled implements Gate {
  private static final String CODE = "RECONCILED";
  private final Lake lake;

  Reconciled(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<Manifest.Gate> judge(List<Moved> moved) {
    List<DeliveredTable> delivered = new ArrayList<>();
    for (Moved one : moved) {
      if (one.table() instanceof DeliveredTable table) {
        delivered.add(table);
      }
    }
    if (delivered.isEmpty() || !lake.exists(FileLedger.TABLE)) {
      return List.of();
    }
    Map<String, Told> ledger = ledger();
    List<Manifest.Gate> found = new ArrayList<>();
    delivered.forEach(t -> judge(t, ledger.getOrDefault(t.fullName(), Told.NOTHING), found));
    return found;
  }

  /** What the ledger tells of the files whose rows stand in one table. */
  private record Told(long delivered, long accepted, long rejected, long duplicates) {
    private static final Told NOTHING = new Told(0, 0, 0, 0);
  }

  /** By full name of the table. */
  private Map<String, Told> ledger() {
    FileLedger ledger = FileLedger.TABLE;
    Map<String, Told> told = new HashMap<>();
    lake.read(ledger)
        .filter(ledger.status.col().equalTo(FileLedger.INGESTED))
        .groupBy(ledger.tableName.col())
        .agg(
            sum(ledger.delivered.col()),
            sum(ledger.accepted.col()),
            sum(ledger.rejected.col()),
            sum(ledger.duplicates.col()))
        .collectAsList()
        .forEach(
            row ->
                told.put(
                    row.getString(0),
                    new Told(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))));
    return told;
  }

  private void judge(DeliveredTable table, Told told, List<Manifest.Gate> found) {
    Rejects rejects = Rejects.of(table);
    long rejected = lake.exists(rejects) ? lake.count(rejects) : 0;
    differ(
        table,
        "rows delivered",
        told.delivered(),
        "accepted, rejected or duplicates",
        told.accepted() + told.rejected() + told.duplicates(),
        found);
    differ(
        table,
        "rows accepted by the ledger",
        told.accepted(),
        "in the table",
        lake.count(table),
        found);
    differ(
        table,
        "rows rejected by the ledger",
        told.rejected(),
        "among the rejects",
        rejected,
        found);
  }

  private static void differ(
      Table table, String what, long told, String where, long counted, List<Manifest.Gate> found) {
    if (told != counted) {
      String message = table + ": " + told + " " + what + ", " + counted + " " + where;
      found.add(new Manifest.Gate(table.fullName(), CODE, Check.Severity.FAIL, message));
    }
  }
}
