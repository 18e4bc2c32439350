package careworkforce.common.cli;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.table.Sensitivity;
import java.util.List;

/** A small bronze table, of which the tests hold rejects. */
final class Doors extends DeliveredTable {
  static final Doors TABLE = new Doors();

  private Doors() {
    super("doors", "one row a door", Sensitivity.PUBLIC);
  }

  /** Takes it in. */
  static final class Taken implements Ingest {
    @Override
    public DeliveredTable writes() {
      return TABLE;
    }

    @Override
    public String folder() {
      return "doors";
    }

    @Override
    public List<Layout> layouts() {
      return List.of();
    }
  }
}
