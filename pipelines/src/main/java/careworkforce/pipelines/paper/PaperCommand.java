package careworkforce.pipelines.paper;

import careworkforce.common.cli.LakeOptions;
import careworkforce.common.cli.OutputFile;
import careworkforce.common.cli.TableFile;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paper}: a study's tables and figures, and its summary for policy. */
@Command(
    name = "paper",
    description = {
      "Writes a study's tables and figures from the gold tables that stand in the lake:",
      "paper.html, policy_summary.html, and each table as LaTeX and CSV below tables/.",
      "None of it is checked for disclosure, as the files say: keep it where the lake is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce run +gold.socialcare --lake demo/lake --set sources.path=demo/landing \\",
      "    --set pseudonyms.key-file=demo/pseudonym.key --set run.synthetic=true",
      "  careworkforce paper socialcare --lake demo/lake --to paper"
    })
public final class PaperCommand implements Runnable {
  private static final String SOCIALCARE = "socialcare";

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "STUDY", description = "The study: socialcare.")
  private String study = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "paper",
      description = "Folder to write to (default: ${DEFAULT-VALUE}).")
  private Path to = Path.of("paper");

  private final Catalogue catalogue;

  /** The command on a catalogue's tables. */
  public PaperCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    if (!study.equals(SOCIALCARE)) {
      throw UserError.usage(
          "write up the study '" + study + "'", "there is none of that name", "Say socialcare");
    }
    Lake lake = options.lake(catalogue.tables());
    options.checkFolder("the folder of the paper", to.toString());
    SocialcarePaper paper = new SocialcarePaper(lake, catalogue);
    List<Part> parts = paper.parts();
    List<Part> made = parts.stream().filter(part -> part.grid() != null).toList();
    if (made.isEmpty()) {
      throw UserError.input(
          "write up socialcare from " + lake.root(),
          "none of its tables stands there",
          "Make them with 'careworkforce run +gold.socialcare'");
    }
    boolean synthetic = made.stream().anyMatch(part -> synthetic(lake, part.table()));
    Path folder = to.toAbsolutePath().normalize();
    Settings settings = options.settings();
    write(folder.resolve("paper.html"), paper.page(parts, synthetic).html(), settings);
    List<Part> maps = parts.stream().filter(part -> part.file().equals(RegionMaps.FILE)).toList();
    write(
        folder.resolve("policy_summary.html"),
        new PolicySummary(lake, maps, settings.value(RetailOpeningsJob.NEAR))
            .page(synthetic)
            .html(),
        settings);
    TableMarks marks = new TableMarks(synthetic);
    Path tables = folder.resolve("tables");
    marks.write(tables, settings);
    made.forEach(part -> tables(lake, part, tables, marks, settings));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d of %d parts, %s%n", made.size(), parts.size(), folder.resolve("paper.html"));
    out.flush();
  }

  private static void tables(
      Lake lake, Part part, Path folder, TableMarks marks, Settings settings) {
    TableGrid grid = java.util.Objects.requireNonNull(part.grid());
    TableFile.csv.write(lake, part.table(), folder, settings);
    write(folder.resolve(part.file() + ".tex"), marks.latex(grid), settings);
  }

  private static boolean synthetic(Lake lake, Table table) {
    return lake.history(table, 1).stream()
        .anyMatch(c -> c.provenance() != null && c.provenance().synthetic());
  }

  private static void write(Path file, String text, Settings settings) {
    new OutputFile(file, settings).write(text);
  }
}
