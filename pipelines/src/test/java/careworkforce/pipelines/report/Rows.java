package careworkforce.pipelines.report;

import careworkforce.common.report.Block;
import careworkforce.common.table.Table;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Rows of a contract without a Spark session, and blocks as text. */
final class Rows {
  private Rows() {}

  /** A row, its cells in the order of the contract's columns. */
  static Row of(Table table, Object... cells) {
    if (cells.length != table.fields().size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for the " + table.fields().size() + " columns of " + table);
    }
    return new GenericRowWithSchema(cells, table.schema());
  }

  static String html(Block... blocks) {
    return Arrays.stream(blocks).map(Block::html).collect(Collectors.joining());
  }
}
