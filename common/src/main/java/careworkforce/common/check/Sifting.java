package careworkforce.common.check;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Table;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The writing of rows of which some are set aside: no version of the table ever holds those. They
 * are counted on the way; only where there are any, the rows are made a second time, for the
 * quarantine. The table comes first, and its promises are not yet tried then: a run cut off before
 * the quarantine is written leaves a version that the next one makes anew, and both with it.
 */
final class Sifting {
  private static final String ASIDE = "aside";
  private final Lake lake;
  private final Table table;
  private final Quarantine quarantine;

  Sifting(Lake lake, Table table, Quarantine quarantine) {
    this.lake = lake;
    this.table = table;
    this.quarantine = quarantine;
  }

  /**
   * Writes a part of the table and of its quarantine.
   *
   * @return rows that break each promise, by its code; of no promise where none is broken
   */
  Map<String, Long> write(Dataset<Row> rows, Part part, Provenance provenance) {
    if (part.equals(Part.NONE)) {
      lake.replaceWhere(table, rows, part, provenance);
      return Map.of();
    }
    Observation sifted = new Observation();
    Dataset<Row> counted =
        rows.observe(sifted, functions.count_if(functions.not(quarantine.keeps())).as(ASIDE));
    lake.replaceWhere(table, quarantine.kept(counted), part, provenance);
    if (sifted.getRow().getLong(0) == 0) {
      empty(part, provenance);
      return Map.of();
    }
    lake.replaceWhere(quarantine, quarantine.moved(rows), part, provenance);
    return quarantine.broken(lake.read(quarantine).where(part.col()));
  }

  private void empty(Part part, Provenance provenance) {
    if (lake.exists(quarantine) && !lake.read(quarantine).where(part.col()).isEmpty()) {
      lake.replaceWhere(quarantine, Lake.empty(lake.spark(), quarantine), part, provenance);
    }
  }
}
