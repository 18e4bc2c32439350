package careworkforce.common.delta;

import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One version of a table.
 *
 * @param version Delta version
 * @param at when it was committed
 * @param operation what Delta calls it
 * @param provenance how the rows came about; null if another tool wrote them
 * @param metrics Delta's own counts
 */
public record Commit(
    long version,
    Instant at,
    String operation,
    @Nullable Provenance provenance,
    Map<String, String> metrics) {

  static Commit of(Row row) {
    return new Commit(
        row.getLong(0),
        row.getTimestamp(1).toInstant(),
        row.getString(2),
        row.isNullAt(3) ? null : Provenance.parse(row.getString(3)),
        row.isNullAt(4) ? Map.of() : row.getJavaMap(4));
  }

  /** Rows written by this version; -1 where Delta did not say. */
  public long rowsWritten() {
    return Long.parseLong(metrics.getOrDefault("numOutputRows", "-1"));
  }
}
