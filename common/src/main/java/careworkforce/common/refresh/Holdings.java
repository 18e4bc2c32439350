package careworkforce.common.refresh;

import careworkforce.common.check.Quarantine;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every table that a lake may hold: a catalogue's, what was rejected or set aside, the file ledger.
 */
public final class Holdings {
  private Holdings() {}

  /** The tables, each after what it is made from. */
  public static List<Table> of(Catalogue catalogue) {
    List<Table> tables = new ArrayList<>();
    tables.add(FileLedger.TABLE);
    for (Table table : catalogue.tables()) {
      if (table instanceof DeliveredTable delivered) {
        tables.add(Rejects.of(delivered));
      }
      tables.add(table);
      Quarantine.of(table).ifPresent(tables::add);
    }
    return tables;
  }

  /**
   * The versions that stand of the tables that no job is named after: what was rejected or set
   * aside, the file ledger.
   *
   * @return by full name; without tables that are not there
   */
  public static Map<String, Long> beside(Catalogue catalogue, Lake lake) {
    List<Table> tables = new ArrayList<>(of(catalogue));
    tables.removeAll(catalogue.tables());
    Map<String, Long> versions = new HashMap<>(new Publication(lake, tables).standing());
    versions.values().removeIf(version -> version < 0);
    return versions;
  }
}
