package careworkforce.common.cli;

import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifests;
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
    description = {
      "The last runs, newest first: how long, how many rows, what gates found. With a table, its",
      "versions: when, how many rows, from which inputs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce history",
      "  careworkforce history silver.esr_spells",
      "  careworkforce history gold.socialcare_outcome_effects --last 3"
    })
final class HistoryCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "Full name, such as silver.esr_spells; the lake's runs if none is given.",
      completionCandidates = TableNames.class)
  private String name = "";

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int last;

  private final Catalogue catalogue;

  HistoryCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    WholeNumber.mustBeAtLeast(1, last, spec, "--last");
    if (name.isEmpty()) {
      RunHistory.print(new Manifests(options.lake()).newest(last), spec.commandLine().getOut());
    } else {
      versions(TableNames.table(catalogue, name));
    }
  }

  private void versions(Table table) {
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
