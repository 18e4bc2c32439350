package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * The two states that a hospital's lake may be in around one night: what stood before, and what a
 * rebuild from the files as they lie has.
 */
record Outcomes(
    Hospital hospital, Map<String, List<String>> before, Map<String, List<String>> after) {
  private static final ReadTables READ = new ReadTables();

  static Outcomes of(Hospital hospital) {
    return new Outcomes(hospital, rows(hospital.lake), rows(hospital.rebuild()));
  }

  /** Every table but the ledger, which tells runs. */
  private static Map<String, List<String>> rows(Lake lake) {
    DeltaLog.clearCache();
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Holdings.of(Hospital.CATALOGUE)) {
      if (table != FileLedger.TABLE) {
        rows.put(table.fullName(), READ.of(lake, table));
      }
    }
    return rows;
  }

  private boolean isOpen() {
    return new Publication(hospital.lake, Holdings.of(Hospital.CATALOGUE)).open().isPresent();
  }

  /**
   * Every table can be read and is one of both; whoever reads is given all of the same, and where
   * no note says that a refresh is unfinished these are the newest; the status can be read.
   *
   * @return the status, in words
   */
  String assertNoHalfState() {
    Map<String, List<String>> now = rows(hospital.lake);
    now.forEach(
        (table, rows) -> assertThat(rows).as(table).isIn(before.get(table), after.get(table)));
    assertThat(READ.of(hospital.lake, FileLedger.TABLE)).isNotEmpty();
    Lake lake = hospital.lake;
    Map<String, List<String>> read =
        rows(Readers.of(lake, Holdings.of(Hospital.CATALOGUE), said -> {}));
    if (isOpen()) {
      assertThat(read).isEqualTo(before);
    } else {
      assertThat(read).isIn(before, after).isEqualTo(now);
    }
    return Status.of(hospital.lake).orElseThrow().state() + (isOpen() ? " and open" : "");
  }

  void assertCompleted() {
    assertThat(rows(hospital.lake)).isEqualTo(after);
    assertThat(isOpen()).isFalse();
    assertThat(Status.of(hospital.lake).orElseThrow().state()).isIn("done", "nothing new");
  }
}
