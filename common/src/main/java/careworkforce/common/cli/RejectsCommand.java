package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import java.io.PrintWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rejects}. */
@Command(
    name = "rejects",
    description =
        "Delivered rows of a bronze table that were not accepted: counts by reason, rows.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce rejects bronze.esr_assignments",
      "  careworkforce rejects bronze.hes_ae --show 50"
    })
final class RejectsCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TABLE",
      description = "Full name of a bronze table.",
      completionCandidates = TableNames.class)
  private String name = "";

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many rejected rows to show (default: ${DEFAULT-VALUE}).")
  private int show;

  private final Catalogue catalogue;

  RejectsCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Rejects rejects = rejects(TableNames.job(catalogue, name));
    Lake lake = options.lake();
    PrintWriter out = spec.commandLine().getOut();
    if (!lake.exists(rejects)) {
      out.println("No row of " + name + " was rejected.");
      out.flush();
      return;
    }
    Dataset<Row> rows = lake.read(rejects);
    RowFormat.table.print(byReason(rows, rejects), out);
    out.println();
    RowFormat.table.print(first(rows, rejects), out);
    out.flush();
  }

  private Rejects rejects(Job job) {
    if (job instanceof Ingest ingest) {
      return Rejects.of(ingest.writes());
    }
    throw UserError.usage(
        "show the rejects of " + name,
        "it is not made from delivered files",
        "Name a bronze table; 'check " + name + "' tries this one's promises");
  }

  private static Dataset<Row> byReason(Dataset<Row> rows, Rejects rejects) {
    Column count = functions.count(functions.lit(1)).as("rows");
    return rows.groupBy(rejects.code.col(), rejects.column.col())
        .agg(count, functions.countDistinct(rejects.file.col()).as("files"))
        .orderBy(functions.col("rows").desc(), rejects.code.col(), rejects.column.col());
  }

  private Dataset<Row> first(Dataset<Row> rows, Rejects rejects) {
    return rows.select(
            rejects.file.col(), rejects.line.col(), rejects.reason.col(), rejects.content.col())
        .orderBy(rejects.file.col(), rejects.line.col())
        .limit(show);
  }
}
