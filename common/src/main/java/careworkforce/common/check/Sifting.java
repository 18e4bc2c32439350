package careworkforce.common.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Table;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The writing of rows of which some are set aside: no version of the table ever holds those. They
 * are counted on the way; only where there are any, the rows are made a second time, for the
 * quarantine. The table comes first, and its promises are not yet tried then: a run cut off before
 * the quarantine is written leaves a version that the next one makes anew, and both with it.
 */
final class Sifting {
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
   * @param passage the rows on their way, looked at for those that stay
   * @param rows the same
   * @return rows that break each promise, by its code; of no promise where none is broken
   */
  Map<String, Long> write(Passage passage, Dataset<Row> rows, Part part, Provenance provenance) {
    if (part.equals(Part.NONE)) {
      lake.replaceWhere(table, rows, part, provenance);
      return Map.of();
    }
    Dataset<Row> kept = passage.rows().filter(asTheyAre(quarantine.keeps()));
    lake.replaceWhere(table, kept, part, provenance);
    if (passage.aside() == 0) {
      empty(part, provenance);
      return Map.of();
    }
    lake.replaceWhere(quarantine, quarantine.moved(rows), part, provenance);
    return quarantine.broken(lake.read(quarantine).where(part.col()));
  }

  /**
   * The same condition with a lambda in it, which is tried where the condition does not hold and
   * never holds itself. Spark compiles no filter with a lambda together with what lies around it,
   * and so passes rows on as they are; a compiled one writes each row down again.
   */
  private Column asTheyAre(Column condition) {
    Column[] any = {table.fields().get(0).col()};
    return condition.or(exists(array(any), one -> lit(false)));
  }

  private void empty(Part part, Provenance provenance) {
    if (lake.exists(quarantine) && !lake.read(quarantine).where(part.col()).isEmpty()) {
      lake.replaceWhere(quarantine, Lake.empty(lake.spark(), quarantine), part, provenance);
    }
  }
}
