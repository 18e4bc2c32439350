package careworkforce.common.refresh;

import careworkforce.common.delta.Lake;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gates over a whole refresh, tried on the tables that moved. */
final class Gates {
  private final Lake lake;
  private final List<Gate> gates;

  Gates(Lake lake, List<Gate> gates) {
    this.lake = lake;
    this.gates = gates;
  }

  /**
   * What they find.
   *
   * @param tables every table the lake may hold
   * @param before the versions that stood before, by full name
   */
  List<Manifest.Gate> judge(List<Table> tables, Map<String, Long> before) {
    List<Gate.Moved> moved = new ArrayList<>();
    for (Table table : tables) {
      long stood = before.getOrDefault(table.fullName(), -1L);
      long stands = lake.version(table).orElse(-1);
      if (stands >= 0 && stands != stood) {
        moved.add(new Gate.Moved(table, stood));
      }
    }
    return gates.stream().flatMap(gate -> gate.judge(moved).stream()).toList();
  }
}
