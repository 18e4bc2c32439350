package careworkforce.common.cli;

import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Coverage;
import careworkforce.common.report.Requirement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coverage}. */
@Command(
    name = "coverage",
    description = {
      "How far each requirement is met, from the tables' own declarations.",
      "served: a table serves it, within the limits that tables state. limit: a stated limit only.",
      "missing: not yet. --format json has the notes and limits in words."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce coverage", "  careworkforce coverage 03 --format json"})
final class CoverageCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PROGRAMME",
      arity = "0..1",
      description = "One programme, such as 03; all if not given.")
  private @Nullable String programme;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  /** As what it is printed. */
  enum Format {
    text,
    json
  }

  private final Catalogue catalogue;
  private final List<Requirement> requirements;

  CoverageCommand(Catalogue catalogue, List<Requirement> requirements) {
    this.catalogue = catalogue;
    this.requirements = requirements;
  }

  @Override
  public void run() {
    options.settings();
    List<Requirement> asked = asked();
    List<Coverage> rows = Coverage.of(asked, catalogue.tables());
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(Coverage.json(rows));
    } else {
      text(asked, rows, out);
    }
    out.flush();
  }

  private List<Requirement> asked() {
    List<Requirement> asked =
        requirements.stream()
            .filter(r -> programme == null || r.programme().equals(programme))
            .toList();
    if (asked.isEmpty()) {
      throw UserError.usage(
          "show the coverage of " + programme,
          "no programme has that number",
          "Give one of "
              + requirements.stream()
                  .map(Requirement::programme)
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    return asked;
  }

  private static void text(List<Requirement> asked, List<Coverage> rows, PrintWriter out) {
    TextTable table =
        new TextTable("requirement", "status", "asked for", "served by", "limited by");
    for (int i = 0; i < rows.size(); i++) {
      Coverage row = rows.get(i);
      table.row(
          row.requirement(),
          row.status().label(),
          asked.get(i).artefact(),
          String.join(", ", row.servedBy()),
          String.join(", ", row.limitedBy()));
    }
    table.print(out);
    List<String> counts = new ArrayList<>();
    for (Coverage.Status status : Coverage.Status.values()) {
      long n = rows.stream().filter(r -> r.status() == status).count();
      counts.add(n + " " + status.label());
    }
    out.println();
    out.println(rows.size() + " requirements: " + String.join(", ", counts));
  }
}
