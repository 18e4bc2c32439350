package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The fields of a table that files fill. Of hundreds of columns most may be empty in every row, and
 * each costs as much to write as a full one; left out of the data files, Delta reads them as null.
 *
 * @param table the table
 * @param places of the fields in its contract
 */
record FilledFields(DeliveredTable table, BitSet places) {

  /** Those that some file fills; what places a row, pseudonyms and required ones always. */
  static FilledFields of(DeliveredTable table, Collection<Tally> tallies) {
    List<Field> fields = table.fields();
    BitSet places = new BitSet();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      boolean ofFile =
          field.equals(table.period)
              || field.equals(table.sourceFile)
              || field.equals(table.sourceLine);
      places.set(i, ofFile || field.isRequired() || field.pseudonymOf() != null);
    }
    tallies.forEach(tally -> places.or(tally.filled()));
    return new FilledFields(table, places);
  }

  /** Ways to read files into these fields alone. */
  List<Recipe> recipes(List<Recipe> whole) {
    return whole.stream().map(recipe -> recipe.of(places)).toList();
  }

  /** The contract's schema of these fields. */
  StructType schema() {
    StructField[] all = table.schema().fields();
    return new StructType(
        IntStream.range(0, all.length)
            .filter(places::get)
            .mapToObj(i -> all[i])
            .toArray(StructField[]::new));
  }
}
