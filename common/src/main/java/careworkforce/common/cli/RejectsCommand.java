package careworkforce.common.cli;

import careworkforce.common.check.Quarantine;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.List;
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
    description = {
      "Delivered rows of a bronze table that were not accepted, or rows that its promises set aside",
      "from a made table: counts by reason, rows."
    },
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
      description = "Full name of a table.",
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
    WholeNumber.mustBeAtLeast(0, show, spec, "--show");
    Job job = TableNames.job(catalogue, name);
    if (job instanceof Ingest ingest) {
      Rejects rejects = Rejects.of(ingest.writes());
      rejected(lake(job, rejects), rejects);
    } else {
      Quarantine quarantine = quarantine(job);
      setAside(lake(job, quarantine), quarantine);
    }
  }

  private Lake lake(Job job, Table beside) {
    Lake lake = options.lake(List.of(job.writes(), beside));
    if (!lake.exists(job.writes())) {
      throw UserError.input(
          "show the rejects of " + name,
          "it is not in the lake " + lake.root(),
          "Give --lake DIR, or make it with 'careworkforce run " + name + "'");
    }
    return lake;
  }

  private void rejected(Lake lake, Rejects rejects) {
    PrintWriter out = spec.commandLine().getOut();
    if (lake.exists(rejects)) {
      Dataset<Row> rows = lake.read(rejects);
      RowFormat.table.print(byReason(rows, rejects), out);
      out.println();
      RowFormat.table.print(first(rows, rejects), out);
    } else {
      out.println("No row of " + name + " was rejected.");
    }
    out.flush();
  }

  private Quarantine quarantine(Job job) {
    return Quarantine.of(job.writes())
        .orElseThrow(
            () ->
                UserError.usage(
                    "show the rejects of " + name,
                    "it is not made from delivered files, and no promise of its sets rows aside",
                    "Name a bronze table; 'check " + name + "' tries this one's promises"));
  }

  private void setAside(Lake lake, Quarantine quarantine) {
    PrintWriter out = spec.commandLine().getOut();
    if (lake.exists(quarantine) && lake.count(quarantine) > 0) {
      Dataset<Row> rows = lake.read(quarantine);
      Column count = functions.count(functions.lit(1)).as("rows");
      RowFormat.table.print(
          rows.groupBy(quarantine.reason.col()).agg(count).orderBy(quarantine.reason.col()), out);
      out.println();
      Column[] all = quarantine.fields().stream().map(f -> f.col()).toArray(Column[]::new);
      RowFormat.table.print(rows.orderBy(all).limit(show), out);
    } else {
      out.println("No row of " + name + " was set aside.");
    }
    out.flush();
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
