package careworkforce.common.refresh;

import careworkforce.common.job.Manifest;
import careworkforce.common.table.Table;
import java.util.List;

/** A question to the tables that moved, beyond the promises of their own contracts. */
interface Gate {
  /**
   * A table of another version than before.
   *
   * @param before the version that stood before; -1 if none did
   */
  record Moved(Table table, long before) {}

  /** What is wrong; empty if nothing is. */
  List<Manifest.Gate> judge(List<Moved> moved);
}
