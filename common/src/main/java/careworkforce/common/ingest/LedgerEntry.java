package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.sql.Date;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One row of the {@link FileLedger}.
 *
 * @param table full name of the bronze table
 * @param source folder below the sources' path
 * @param file path below that folder
 * @param layout id and fingerprint of the layout
 */
record LedgerEntry(
    String table,
    String source,
    String file,
    Month period,
    String sha256,
    long bytes,
    long modified,
    long delivered,
    long accepted,
    long rejected,
    long duplicates,
    String layout,
    FileStatus status,
    String note,
    String runId) {

  /** True for the entry of that file with that content. */
  boolean is(String otherFile, String otherSha256) {
    return file.equals(otherFile) && sha256.equals(otherSha256);
  }

  LedgerEntry now(FileStatus status, String note, String runId) {
    return new LedgerEntry(
        table,
        source,
        file,
        period,
        sha256,
        bytes,
        modified,
        delivered,
        accepted,
        rejected,
        duplicates,
        layout,
        status,
        note,
        runId);
  }

  Row row() {
    return RowFactory.create(
        table,
        source,
        file,
        Date.valueOf(period.firstDay()),
        sha256,
        bytes,
        modified,
        delivered,
        accepted,
        rejected,
        duplicates,
        layout,
        status.label(),
        note,
        runId);
  }

  static LedgerEntry of(Row row) {
    return new LedgerEntry(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        Month.of(row.getDate(3).toLocalDate()),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        row.getString(11),
        FileStatus.of(row.getString(12)),
        row.getString(13),
        row.getString(14));
  }
}
