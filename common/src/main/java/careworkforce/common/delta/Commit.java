package careworkforce.common.delta;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One version of a table.
 *
 * @param version Delta version
 * @param at when it was committed
 * @param operation what Delta calls it
 * @param provenance how the rows came about; null if another tool wrote them
 * @param metrics Delta's own counts
 * @param restores the version whose rows it made the newest again; null if it is no restore
 */
public record Commit(
    long version,
    Instant at,
    String operation,
    @Nullable Provenance provenance,
    Map<String, String> metrics,
    @Nullable Long restores) {

  /** Rows written by this version; -1 where Delta did not say. */
  public long rowsWritten() {
    return Long.parseLong(metrics.getOrDefault("numOutputRows", "-1"));
  }

  /** The run that wrote it; empty if none did. */
  public String run() {
    return provenance == null ? "" : provenance.run();
  }

  /** The earlier version whose rows it has; empty if it may have others. */
  OptionalLong repeats() {
    if (restores != null) {
      return OptionalLong.of(restores);
    }
    boolean changesNone =
        provenance != null && provenance.months() != null && provenance.months().isEmpty();
    return changesNone ? OptionalLong.of(version - 1) : OptionalLong.empty();
  }
}
