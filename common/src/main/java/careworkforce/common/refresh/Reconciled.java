package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

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
  public List<Manifest.Gate> judge(Table table, long before) {
    if (!(table instanceof DeliveredTable delivered) || !lake.exists(FileLedger.TABLE)) {
      return List.of();
    }
    FileLedger ledger = FileLedger.TABLE;
    Row told =
        lake.read(ledger)
            .filter(ledger.tableName.col().equalTo(table.fullName()))
            .filter(ledger.status.col().equalTo(FileLedger.INGESTED))
            .agg(
                total(ledger.delivered.col()),
                total(ledger.accepted.col()),
                total(ledger.rejected.col()),
                total(ledger.duplicates.col()))
            .head();
    Rejects rejects = Rejects.of(delivered);
    long rejected = lake.exists(rejects) ? lake.count(rejects) : 0;
    List<Manifest.Gate> found = new ArrayList<>();
    differ(
        table,
        "rows delivered",
        told.getLong(0),
        "accepted, rejected or duplicates",
        told.getLong(1) + told.getLong(2) + told.getLong(3),
        found);
    differ(
        table,
        "rows accepted by the ledger",
        told.getLong(1),
        "in the table",
        lake.count(table),
        found);
    differ(
        table,
        "rows rejected by the ledger",
        told.getLong(2),
        "among the rejects",
        rejected,
        found);
    return found;
  }

  private static Column total(Column counts) {
    return coalesce(sum(counts), lit(0L));
  }

  private static void differ(
      Table table, String what, long told, String where, long counted, List<Manifest.Gate> found) {
    if (told != counted) {
      String message = table + ": " + told + " " + what + ", " + counted + " " + where;
      found.add(new Manifest.Gate(table.fullName(), CODE, Check.Severity.FAIL, message));
    }
  }
}
