package careworkforce.common.refresh;

import careworkforce.common.check.Quarantine;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;

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
}
