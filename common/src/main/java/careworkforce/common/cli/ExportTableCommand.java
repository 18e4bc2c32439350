package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.SvgFile;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
      "Writes a table as one file, named after it, for R, Python or Stata; beside one of synthetic",
      "rows stands a file named after it that says so.",
      "Rows about persons stay pseudonymised. No file is checked for disclosure: it belongs where",
      "the lake is, not outside."
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
  private TableFile format = TableFile.csv;

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
    options.checkFolder("the folder of exports", to.getPath());
    Lake lake = options.lake(List.of(table));
    Path file = format.write(lake, table, to.toPath(), options.settings());
    boolean synthetic = lake.account(table).filter(Provenance::synthetic).isPresent();
    new SyntheticNote(file).write(synthetic, options.settings());
    PrintWriter out = spec.commandLine().getOut();
    out.println(file);
    if (synthetic) {
      out.println(SvgFile.SYNTHETIC);
    }
    if (table.sensitivity() == Sensitivity.PERSONAL) {
      out.println(table + " holds rows about persons.");
    }
    if (table.sensitivity() != Sensitivity.PUBLIC) {
      out.println(TableFile.NOT_CHECKED);
    }
    out.flush();
  }
}
