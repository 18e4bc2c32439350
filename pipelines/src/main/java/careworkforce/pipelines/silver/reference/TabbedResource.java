package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** A tab-separated file beside this class whose columns are, in order, those of a contract. */
final class TabbedResource {
  private TabbedResource() {}

  /**
   * The rows of a file, typed by the contract: text, date (ISO) or boolean.
   *
   * @throws IllegalStateException if the header is not the contract's columns
   */
  static List<Row> rows(String file, List<Field> fields) {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = TabbedResource.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      refuseOther(lines.readLine(), fields, file);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(row(line.split("\t", -1), fields));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static void refuseOther(@Nullable String header, List<Field> fields, String file) {
    String columns = String.join("\t", fields.stream().map(f -> f.name()).toList());
    if (!columns.equals(header)) {
      throw new IllegalStateException(file + " has columns " + header + ", not " + columns);
    }
  }

  private static Row row(String[] cells, List<Field> fields) {
    Object[] values = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] = value(cells[i], fields.get(i).type());
    }
    return RowFactory.create(values);
  }

  private static Object value(String cell, DataType type) {
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(cell);
    }
    return type.equals(DataTypes.DateType) ? java.sql.Date.valueOf(LocalDate.parse(cell)) : cell;
  }
}
