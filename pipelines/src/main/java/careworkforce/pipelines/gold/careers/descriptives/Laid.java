package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Structs of a row laid out as rows. */
final class Laid {
  private Laid() {}

  /**
   * One row for each struct, with its fields beside the row's own columns; a null struct is left
   * out.
   *
   * @param structs of the same fields, none of which the rows have
   */
  static Dataset<Row> out(Dataset<Row> rows, Column... structs) {
    return rows.select(col("*"), inline(filter(array(structs), struct -> struct.isNotNull())));
  }
}
