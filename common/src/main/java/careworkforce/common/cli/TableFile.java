package careworkforce.common.cli;

import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table of a lake as one file, named after it, its rows by key. */
public enum TableFile {
  parquet {
    @Override
    void mustBeWritable(Table table, Settings settings) {
      if (!Sessions.areOfThisMachine(settings)) {
        throw UserError.usage(
            "write " + table + " as parquet",
            "Spark runs on other machines, which would write it to folders of their own",
            "Give --format csv, or --master 'local[*]'");
      }
    }

    @Override
    void write(Dataset<Row> rows, Path file) throws IOException {
      Path parts = Files.createTempDirectory(file.getParent(), ".parts");
      try {
        rows.coalesce(1).write().mode("overwrite").parquet(here(parts));
        Files.move(only(parts), file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        try (Stream<Path> left = Files.walk(parts)) {
          left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
      }
    }
  },
  csv {
    @Override
    void write(Dataset<Row> rows, Path file) throws IOException {
      Files.write(file, RowFormat.csv.lines(rows));
    }
  };

  /** What is said of files of tables that are not public. */
  public static final String NOT_CHECKED = "Not checked for disclosure: keep it where the lake is.";

  /**
   * Writes a table's file, replacing one of that name.
   *
   * @param folder made if it is not there
   * @return the file
   * @throws UserError if it would be written on other machines
   */
  public final Path write(Lake lake, Table table, Path folder, Settings settings) {
    mustBeWritable(table, settings);
    Path file = folder.resolve(table.fullName() + "." + name());
    Dataset<Row> rows = sorted(lake.read(table), table);
    new OutputFile(file, settings).write(beside -> write(rows, beside));
    return file;
  }

  /** Refuses a table that cannot be written so. */
  void mustBeWritable(Table table, Settings settings) {}

  /** On this machine, wherever Hadoop looks for paths without a scheme. */
  private static String here(Path path) {
    return "file://" + path.toAbsolutePath();
  }

  abstract void write(Dataset<Row> rows, Path file) throws IOException;

  /** By key, so that one table gives one file, byte for byte. */
  private static Dataset<Row> sorted(Dataset<Row> rows, Table table) {
    List<Field> key = table.key();
    return key.isEmpty()
        ? rows
        : rows.orderBy(key.stream().map(Field::col).toArray(org.apache.spark.sql.Column[]::new));
  }

  private static Path only(Path parts) throws IOException {
    try (Stream<Path> files = Files.list(parts)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }
}
