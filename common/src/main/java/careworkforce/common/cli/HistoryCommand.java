package careworkforce.common.cli;

import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code history}. */
@Command(
    name = "history",
    description = "A table's versions, newest first: when, how many rows, from which inputs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce history silver.esr_spells",
      "  careworkforce history gold.socialcare_outcome_effects --last 3"
    })
final class HistoryCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TABLE",
      description = "Full name, such as silver.esr_spells.",
      completionCandidates = TableNames.class)
  private String name = "";

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many versions (default: ${DEFAULT-VALUE}).")
  private int last;

  private final Catalogue catalogue;

  HistoryCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Table table = TableNames.table(catalogue, name);
    List<Commit> commits = options.lake().history(table, last);
    if (commits.isEmpty()) {
      throw UserError.input(
          "show the history of " + table,
          "it has no version in this lake",
          "Run 'careworkforce run +" + table + "' first, or give the lake's folder by --lake");
    }
    TextTable text = new TextTable("version", "written", "operation", "rows", "run", "inputs");
    for (Commit commit : commits) {
      Provenance provenance = commit.provenance();
      text.row(
          String.valueOf(commit.version()),
          commit.at().toString(),
          commit.operation(),
          commit.rowsWritten() < 0 ? "–" : String.valueOf(commit.rowsWritten()),
          provenance == null ? "–" : provenance.run(),
          provenance == null ? "–" : inputs(provenance.inputs()));
    }
    text.print(spec.commandLine().getOut());
  }

  private static String inputs(Map<String, Long> versions) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(versions)
        .forEach((table, version) -> text.append(table).append(" v").append(version).append("  "));
    return text.toString().strip();
  }
}
