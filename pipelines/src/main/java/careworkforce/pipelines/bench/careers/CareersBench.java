package careworkforce.pipelines.bench.careers;

import careworkforce.common.bench.Measurement;
import careworkforce.common.cli.ConsoleProgress;
import careworkforce.common.cli.LakeOptions;
import careworkforce.common.cli.Run;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bench.MadeTables;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.silver.person.EsrPersonConflicts;
import careworkforce.pipelines.silver.person.EsrPersonDescriptions;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.reference.KnownSuccessors;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.typesafe.config.ConfigUtil;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench careers}: staff records to spells, moves and matrices, beside DuckDB. */
@Command(
    name = "careers",
    description = {
      "Generates staff records once, then times bronze to spells, moves and matrices, and the",
      "arrival of one more month, beside DuckDB on the same files."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce bench careers --rows 3000000",
      "  CAREWORKFORCE_HEAP=6g careworkforce bench careers --rows 30000000 --to bench"
    })
public final class CareersBench implements Runnable {
  private static final List<Table> MADE =
      List.of(
          OccupationGroups.TABLE,
          KnownSuccessors.TABLE,
          OrganisationSuccessors.TABLE,
          EsrPersonDescriptions.TABLE,
          EsrPersons.TABLE,
          EsrPersonConflicts.TABLE,
          EsrPersonMonths.TABLE,
          EsrSpells.TABLE,
          MassExits.TABLE,
          OccupationMoves.TABLE,
          CareersTransitionMatrix.TABLE);
  private static final List<Table> DELIVERED = List.of(EsrAbsences.TABLE, EsrAssignments.TABLE);
  private static final List<String> PEER =
      List.of(
          "person_descriptions",
          "persons",
          "person_conflicts",
          "person_months",
          "spells",
          "mass_exits",
          "moves",
          "matrix");

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rows",
      defaultValue = "3000000",
      description = "Person-months to generate (default: ${DEFAULT-VALUE}).")
  private long rows = 3_000_000;

  @Option(
      names = "--months",
      defaultValue = "120",
      description = "Months of the window, one more following (default: ${DEFAULT-VALUE}).")
  private int months = 120;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "bench-careers",
      description = "Folder of the lake; its records are used again (default: ${DEFAULT-VALUE}).")
  private Path to = Path.of("bench-careers");

  @Option(
      names = "--peer",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Time DuckDB on the same files (default: ${DEFAULT-VALUE}).")
  private boolean peer = true;

  private PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  @Override
  public void run() {
    out = spec.commandLine().getOut();
    Path folder = to.toAbsolutePath().normalize().resolve(rows + "x" + months);
    Settings settings =
        options.settings(
            Map.of(
                "lake.path", ConfigUtil.quoteString(folder.toString()), "run.synthetic", "true"));
    Lake lake = new Lake(Sessions.open(settings), settings.value(LakeOptions.LAKE));
    GeneratedStaffRecord made = new GeneratedStaffRecord(lake.spark(), rows, months);
    if (!lake.exists(EsrAssignments.TABLE)) {
      Measurement generating = Measurement.begin();
      deliver(lake, made, 0, months - 1);
      out.printf(Locale.ROOT, "generated in %.1f s%n", generating.seconds());
    }
    double beside = peer ? beside(folder, made.firstDay(months), settings) : Double.NaN;
    double built = build(lake, settings, "built", true);
    out.printf(Locale.ROOT, "  of DuckDB's seconds: %.2f%n", built / beside);
    List<OptionalLong> standing = DELIVERED.stream().map(lake::version).toList();
    try {
      deliver(lake, made, months, months);
      double further = build(lake, settings, "one more month", false);
      out.printf(Locale.ROOT, "  of the full build's seconds: %.2f%n", further / built);
    } finally {
      for (int i = 0; i < DELIVERED.size(); i++) {
        lake.takeBack(DELIVERED.get(i), standing.get(i));
      }
    }
  }

  private static void deliver(Lake lake, GeneratedStaffRecord made, int from, int to) {
    List<Month> months =
        IntStream.rangeClosed(from, to).mapToObj(m -> Month.of(made.firstDay(m))).toList();
    for (Table table : DELIVERED) {
      Dataset<Row> rows =
          table == EsrAssignments.TABLE ? made.assignments(from, to) : made.absences(from, to);
      lake.append(
          table,
          rows.repartition(EsrAssignments.TABLE.period.col()),
          Provenance.none().changing(months));
    }
  }

  private double beside(Path folder, LocalDate before, Settings settings) {
    double all = 0;
    try (DuckDb duckdb = new DuckDb(folder, folder.resolve("duckdb"), before, settings)) {
      for (String table : PEER) {
        Measurement making = Measurement.begin();
        duckdb.make(table);
        all += making.seconds();
        out.printf(
            Locale.ROOT,
            "DuckDB  %-36s %,14d rows %8.1f s  CPU %8.1f s%n",
            table,
            duckdb.rows(table),
            making.seconds(),
            making.cpu());
      }
    }
    out.printf(Locale.ROOT, "DuckDB  %.1f s, %,.0f person-months/s%n", all, rows / all);
    return all;
  }

  private double build(Lake lake, Settings settings, String what, boolean anew) {
    Run jobs = new Run(Catalogue.declared(), lake, settings, new ConsoleProgress(out, false));
    return new MadeTables(out)
        .print(
            what,
            rows,
            "person-months",
            () -> jobs.of(MADE.stream().map(Table::fullName).toList(), anew));
  }
}
