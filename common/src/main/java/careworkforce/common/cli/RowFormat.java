package careworkforce.common.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How rows are printed. */
enum RowFormat {
  /** Columns for a terminal. */
  table {
    @Override
    Iterable<String> lines(Dataset<Row> rows) {
      TextTable text = new TextTable(List.of(rows.columns()));
      rows.toLocalIterator().forEachRemaining(row -> text.row(texts(row, "NULL")));
      StringWriter printed = new StringWriter();
      text.print(new PrintWriter(printed));
      return printed.toString().lines()::iterator;
    }
  },
  /** RFC 4180: header, comma, quotes only where needed, empty for null. */
  csv {
    @Override
    Iterable<String> lines(Dataset<Row> rows) {
      return () ->
          Stream.concat(
                  Stream.of(line(List.of(rows.columns()))),
                  each(rows.toLocalIterator()).map(row -> line(texts(row, ""))))
              .iterator();
    }
  },
  /** A JSON array, an object a row and line; a missing value is null. */
  json {
    @Override
    Iterable<String> lines(Dataset<Row> rows) {
      Iterator<Row> objects =
          rows.select(to_json(struct(col("*")), Map.of("ignoreNullFields", "false")))
              .toLocalIterator();
      Stream<String> lines =
          each(objects).map(row -> row.getString(0) + (objects.hasNext() ? "," : ""));
      return objects.hasNext()
          ? Stream.concat(Stream.concat(Stream.of("["), lines), Stream.of("]"))::iterator
          : List.of("[]");
    }
  };

  /** The lines of all rows, read one at a time. */
  abstract Iterable<String> lines(Dataset<Row> rows);

  /** Writes all rows. */
  void print(Dataset<Row> rows, PrintWriter out) {
    lines(rows).forEach(line -> out.print(line + "\n"));
  }

  private static Stream<Row> each(Iterator<Row> rows) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
  }

  private static List<String> texts(Row row, String missing) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.isNullAt(i) ? missing : String.valueOf(row.get(i)));
    }
    return cells;
  }

  private static String line(List<String> cells) {
    return cells.stream().map(RowFormat::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
