package careworkforce.common.refresh;

import careworkforce.common.job.Manifest;
import careworkforce.common.table.Table;
import java.util.List;

/** A question to a table that moved, beyond the promises of its own contract. */
interface Gate {
  /**
   * What is wrong; empty if nothing is.
   *
   * @param before the version that stood before; -1 if none did
   */
  List<Manifest.Gate> judge(Table table, long before);
}
