package careworkforce.common.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.PrintWriter;
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
    void print(Dataset<Row> rows, PrintWriter out) {
      TextTable text = new TextTable(List.of(rows.columns()));
      Iterator<Row> each = rows.toLocalIterator();
      while (each.hasNext()) {
        text.row(texts(each.next(), "NULL"));
      }
      text.print(out);
    }
  },
  /** RFC 4180: header, comma, quotes only where needed, empty for null. */
  csv {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      csvLines(rows).forEach(line -> out.print(line + "\n"));
    }
  },
  /** A JSON array, an object a row and line; a missing value is null. */
  json {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      Iterator<Row> each =
          rows.select(to_json(struct(col("*")), Map.of("ignoreNullFields", "false")))
              .toLocalIterator();
      String before = "[";
      while (each.hasNext()) {
        out.print(before + "\n" + each.next().getString(0));
        before = ",";
      }
      out.println(before.equals("[") ? "[]" : "\n]");
    }
  };

  /** Writes all rows, one at a time. */
  abstract void print(Dataset<Row> rows, PrintWriter out);

  /** The lines of all rows as {@link #csv} has them, read one at a time. */
  static Iterable<String> csvLines(Dataset<Row> rows) {
    return () ->
        Stream.concat(
                Stream.of(line(List.of(rows.columns()))),
                StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows.toLocalIterator(), 0), false)
                    .map(row -> line(texts(row, ""))))
            .iterator();
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
