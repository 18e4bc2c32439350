package careworkforce.common.cli;

import careworkforce.common.check.CheckReport;
import careworkforce.common.check.Checks;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}. */
@Command(
    name = "check",
    description = {
      "Tries every promise of the tables as they stand in the lake.",
      "Ends with exit code 4 if one that must hold is broken."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce check", "  careworkforce check silver.esr_spells"})
final class CheckCommand implements Callable<Integer> {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      description = "Full names; all tables in the lake if none is given.",
      completionCandidates = TableNames.class)
  private final List<String> names = new ArrayList<>();

  private final Catalogue catalogue;

  CheckCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    List<Table> given = names.stream().map(n -> TableNames.table(catalogue, n)).toList();
    Lake lake = options.lake(given.isEmpty() ? catalogue.tables() : given);
    List<Table> tables =
        given.isEmpty() ? catalogue.tables().stream().filter(lake::exists).toList() : given;
    if (tables.isEmpty()) {
      throw UserError.input(
          "check the lake " + lake.root(),
          "no table stands in it",
          "Give the lake's folder with --lake, or make tables with 'careworkforce run'");
    }
    PrintWriter out = spec.commandLine().getOut();
    TextTable text = new TextTable("table", "rows", "promises", "broken");
    List<String> broken = new ArrayList<>();
    boolean failed = false;
    for (Table table : tables) {
      CheckReport report = Checks.of(lake.read(table), table, true);
      failed |= !report.failures().isEmpty();
      List<CheckReport.Finding> found =
          report.findings().stream().filter(f -> f.broken() > 0).toList();
      text.row(
          table.fullName(),
          String.valueOf(report.rows()),
          String.valueOf(report.findings().size()),
          String.valueOf(found.size()));
      found.forEach(f -> broken.add(sentence(table, f)));
    }
    text.print(out);
    broken.forEach(out::println);
    return (failed ? Exit.CHECKS_FAILED : Exit.DONE).code();
  }

  private static String sentence(Table table, CheckReport.Finding finding) {
    return finding.severity()
        + " "
        + table
        + ": "
        + finding.broken()
        + " rows break "
        + finding.code()
        + " ("
        + finding.meaning()
        + ")";
  }
}
