package careworkforce.common.job;

import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import java.util.Collection;
import java.util.Map;

/** A lake in the session that suits what is read: Spark compiles queries of much, not of little. */
public final class LakeBySize {
  /** What is read when Spark begins to compile. */
  public static final Setting<Integer> COMPILED_FROM =
      Setting.integer(
          "run.compiled-from",
          "MiB",
          "Inputs from which Spark compiles a job's queries; of less, it interprets them",
          0,
          Integer.MAX_VALUE);

  private final Lake compiled;
  private final Lake interpreted;
  private final long most;

  /**
   * One lake in either session.
   *
   * @param lake in a session that compiles
   */
  public LakeBySize(Lake lake, Settings settings) {
    this.compiled = lake;
    this.interpreted = lake.in(Sessions.interpreting(lake.spark()));
    this.most = settings.value(COMPILED_FROM) * (1L << 20);
  }

  /**
   * The lake for one who reads some tables.
   *
   * @param versions full name of each table, with its version; one without a version is empty
   */
  public Lake of(Collection<Table> tables, Map<String, Long> versions) {
    long bytes = 0;
    for (Table table : tables) {
      Long version = versions.get(table.fullName());
      bytes += version == null ? 0 : compiled.bytes(table, version).orElse(most);
    }
    return bytes < most ? interpreted : compiled;
  }
}
