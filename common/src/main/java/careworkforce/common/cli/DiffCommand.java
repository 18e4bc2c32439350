package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.refresh.TableComparison;
import careworkforce.common.refresh.TableDifference;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}. */
@Command(
    name = "diff",
    description = {
      "What differs between the tables of two runs: columns, rows, keys, and values of rows of the",
      "same key, with the largest difference of numbers. Tables at the same version are passed over."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce diff 2021-03-27 2021-03-28",
      "  careworkforce diff 20210327-010000-000 20210328-010000-000 gold.socialcare_first_stage",
      "  careworkforce diff 2021-03-27 2021-03-28 --tolerance 0.01"
    })
final class DiffCommand implements Runnable {
  /**
   * In place of the version of a table that a run's account does not name; -1 is of one not there.
   */
  private static final long NOT_LOOKED_AT = -2;

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN_A", description = "A run's id, or a day (UTC).")
  private String before = "";

  @Parameters(index = "1", paramLabel = "RUN_B", description = "Another.")
  private String after = "";

  @Parameters(
      index = "2..*",
      paramLabel = "TABLE",
      description = "Full names; all if none is given.",
      completionCandidates = TableNames.class)
  private final List<String> names = new ArrayList<>();

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      defaultValue = "1e-9",
      description =
          "How far numbers may be apart, as a share of the larger (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  private final Catalogue catalogue;

  DiffCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    names.forEach(name -> TableNames.table(catalogue, name));
    Lake lake = options.lake();
    Map<String, Long> first = versions(new Manifests(lake).of(before));
    Map<String, Long> second = versions(new Manifests(lake).of(after));
    TextTable text =
        new TextTable(
            "table", "from", "to", "rows from", "rows to", "only from", "only to", "differs in");
    for (Table table : catalogue.tables()) {
      long from = first.getOrDefault(table.fullName(), NOT_LOOKED_AT);
      long to = second.getOrDefault(table.fullName(), NOT_LOOKED_AT);
      boolean there = from >= 0 || to >= 0;
      if (there && from != to && (names.isEmpty() || names.contains(table.fullName()))) {
        text.row(row(lake, table, from, to));
      }
    }
    text.print(spec.commandLine().getOut());
  }

  private static Map<String, Long> versions(Manifest manifest) {
    Map<String, Long> versions = new TreeMap<>();
    manifest.jobs().forEach(e -> versions.put(e.table(), e.version()));
    return versions;
  }

  private List<String> row(Lake lake, Table table, long from, long to) {
    if (from < 0 || to < 0) {
      String lacking =
          (Math.min(from, to) == NOT_LOOKED_AT ? "not looked at in" : "not there after")
              + (from < 0 ? " the first run" : " the second run");
      return List.of(table.fullName(), told(from), told(to), "–", "–", "–", "–", lacking);
    }
    TableDifference found =
        new TableComparison(table, tolerance).of(lake.read(table, from), lake.read(table, to));
    return List.of(
        table.fullName(),
        told(from),
        told(to),
        String.valueOf(found.rowsBefore()),
        String.valueOf(found.rowsAfter()),
        String.valueOf(found.onlyBefore()),
        String.valueOf(found.onlyAfter()),
        differs(found));
  }

  private static String told(long version) {
    return version < 0 ? "–" : String.valueOf(version);
  }

  private static String differs(TableDifference found) {
    List<String> all = new ArrayList<>(found.schema());
    for (TableDifference.ColumnDifference column : found.columns()) {
      String largest =
          Double.isNaN(column.largest())
              ? ""
              : String.format(Locale.ROOT, ", by up to %.6g", column.largest());
      all.add(column.column() + " (" + column.rows() + " rows" + largest + ")");
    }
    return all.isEmpty() ? "nothing" : String.join("; ", all);
  }
}
