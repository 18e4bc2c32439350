package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export-table}. */
@Command(
    name = "export-table",
    description = {
      "Writes a table as one file, named after it, for R, Python or Stata.",
      "Rows about persons stay pseudonymised; the file belongs where the lake is, not outside."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce export-table gold.careers_transition_matrix --format csv --to export",
      "  careworkforce export-table silver.home_months --format parquet --to export"
    })
final class ExportTableCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TABLE",
      description = "Full name, such as silver.home_months.",
      completionCandidates = TableNames.class)
  private String name = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.")
  private FileFormat format = FileFormat.csv;

  /** What is written. */
  enum FileFormat {
    parquet,
    csv
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to; made if it is not there.")
  private File to = new File(".");

  private final Catalogue catalogue;

  ExportTableCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Table table = TableNames.table(catalogue, name);
    Lake lake = options.lake();
    Dataset<Row> rows = sorted(lake.read(table), table);
    Path file = to.toPath().resolve(table.fullName() + "." + format);
    try {
      Files.createDirectories(to.toPath());
      if (format == FileFormat.csv) {
        try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
          RowFormat.csv.print(rows, out);
        }
      } else {
        parquet(rows, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(file);
    if (table.sensitivity() == Sensitivity.PERSONAL) {
      out.println(table + " holds rows about persons: keep the file where the lake is.");
    }
    out.flush();
  }

  /** By key, so that one table gives one file, byte for byte. */
  private static Dataset<Row> sorted(Dataset<Row> rows, Table table) {
    List<Field> key = table.key();
    return key.isEmpty()
        ? rows
        : rows.orderBy(key.stream().map(Field::col).toArray(org.apache.spark.sql.Column[]::new));
  }

  private static void parquet(Dataset<Row> rows, Path file) throws IOException {
    Path parts = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".export");
    try {
      rows.coalesce(1).write().mode("overwrite").parquet(parts.toString());
      Files.move(only(parts), file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      try (Stream<Path> left = Files.walk(parts)) {
        left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static Path only(Path parts) throws IOException {
    try (Stream<Path> files = Files.list(parts)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }
}
