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

/** {@code paper}: a study's tables and figures, and of some its summary for policy. */
@Command(
    name = "paper",
    description = {
      "Writes a study's tables and figures from the gold tables that stand in the lake:",
      "paper.html, of socialcare also policy_summary.html, and each table as LaTeX and CSV below",
      "tables/. Give each study a folder of its own.",
      "None of it is checked for disclosure, as the files say: keep it where the lake is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce run +gold.socialcare --lake demo/lake --set sources.path=demo/landing \\",
      "    --set pseudonyms.key-file=demo/pseudonym.key --set run.synthetic=true",
      "  careworkforce paper socialcare --lake demo/lake --to paper",
      "  careworkforce paper careers --lake demo/lake --to paper-careers"
    })
public final class PaperCommand implements Runnable {
  private static final String SOCIALCARE = "socialcare";
  private static final String CAREERS = "careers";

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "STUDY", description = "The study: socialcare or careers.")
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
    if (!List.of(SOCIALCARE, CAREERS).contains(study)) {
      throw UserError.usage(
          "write up the study '" + study + "'",
          "there is none of that name",
          "Say socialcare or careers");
    }
    Lake lake = options.lake(catalogue.tables());
    options.checkFolder("the folder of the paper", to.toString());
    Settings settings = options.settings();
    Paper paper =
        study.equals(CAREERS)
            ? new CareersPaper(lake, catalogue)
            : new SocialcarePaper(lake, catalogue, settings.value(RetailOpeningsJob.NEAR));
    List<Part> parts = paper.parts();
    List<Part> made = parts.stream().filter(part -> part.grid() != null).toList();
    if (made.isEmpty()) {
      throw UserError.input(
          "write up " + study + " from " + lake.root(),
          "none of its tables stands there",
          "Make them with 'careworkforce run +gold." + study + "'");
    }
    List<Table> tables = made.stream().map(Part::table).distinct().toList();
    boolean synthetic = tables.stream().anyMatch(table -> synthetic(lake, table));
    Path folder = to.toAbsolutePath().normalize();
    paper
        .pages(parts, synthetic)
        .forEach((file, page) -> write(folder.resolve(file), page.html(), settings));
    TableMarks marks = new TableMarks(synthetic);
    Path files = folder.resolve("tables");
    marks.write(files, settings);
    tables.forEach(table -> TableFile.csv.write(lake, table, files, settings));
    made.forEach(
        part -> write(files.resolve(part.file() + ".tex"), marks.latex(grid(part)), settings));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d of %d parts, %s%n", made.size(), parts.size(), folder.resolve("paper.html"));
    out.flush();
  }

  private static TableGrid grid(Part part) {
    return java.util.Objects.requireNonNull(part.grid());
  }

  private static boolean synthetic(Lake lake, Table table) {
    return lake.history(table, 1).stream()
        .anyMatch(c -> c.provenance() != null && c.provenance().synthetic());
  }

  private static void write(Path file, String text, Settings settings) {
    new OutputFile(file, settings).write(text);
  }
}
