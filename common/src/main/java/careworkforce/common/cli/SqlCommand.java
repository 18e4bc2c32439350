package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SqlNames;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.io.File;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}. */
@Command(
    name = "sql",
    description = "Runs a query over the lake's tables by name. It only reads.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce sql \"SELECT count(*) FROM silver.esr_spells\"",
      "  careworkforce sql \"SELECT * FROM gold.socialcare_outcome_effects\" --format csv --to effects.csv",
      "  careworkforce sql \"SELECT * FROM silver.home_months VERSION AS OF 0 LIMIT 5\""
    })
final class SqlCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "QUERY", description = "One SELECT, in Spark's SQL.")
  private String query = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowFormat format = RowFormat.table;

  @Option(names = "--to", paramLabel = "FILE", description = "The file to write to.")
  private @Nullable File to;

  private final Catalogue catalogue;

  SqlCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Lake newest = options.lake();
    ReadOnlyQuery checked = ReadOnlyQuery.of(newest.spark(), query, catalogue);
    Lake lake = options.standing(newest, checked.tables());
    for (Table table : checked.tables()) {
      lake.read(table); // says what to do where the table is not there
    }
    SqlNames.register(lake, checked.tables());
    try {
      write(lake.spark().sql(checked.sql()), checked.isSynthetic(lake));
    } catch (Exception e) {
      Optional<UserError> mistake = checked.mistake(e);
      if (mistake.isPresent()) {
        throw mistake.get();
      }
      throw e;
    }
  }

  private void write(Dataset<Row> rows, boolean synthetic) {
    if (to == null) {
      format.print(rows, spec.commandLine().getOut());
      spec.commandLine().getOut().flush();
      return;
    }
    new OutputFile(to.toPath(), options.settings())
        .write(beside -> Files.write(beside, format.lines(rows)));
    new SyntheticNote(to.toPath()).write(synthetic, options.settings());
  }
}
