package careworkforce.pipelines;

import careworkforce.common.cli.ConsoleProgress;
import careworkforce.common.cli.LakeOptions;
import careworkforce.common.cli.OutputFile;
import careworkforce.common.cli.Run;
import careworkforce.common.cli.RunCommand;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import careworkforce.pipelines.report.DemoReport;
import careworkforce.pipelines.report.Headline;
import careworkforce.pipelines.report.Planted;
import com.typesafe.config.ConfigUtil;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a synthetic England, its files taken to a report, and the headline estimate. */
@Command(
    name = "demo",
    description = {
      "Makes a small synthetic England, runs the pipelines that its report stands on, and prints"
          + " the",
      "headline estimate beside the planted truth. Writes landing/, lake/, report.html,",
      "headline.json and headline.svg. Tables that the report does not read are left to 'run'."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce demo",
      "  careworkforce demo --to /tmp/demo --seed 7 --scale 0.005",
      "All tables of a study on the demo's files:",
      "  careworkforce run +gold.careers --lake demo/lake --set sources.path=demo/landing \\",
      "    --set pseudonyms.key-file=demo/pseudonym.key --set run.synthetic=true"
    })
final class DemoCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Mixin private final SynthCommand.WorldOptions world = new SynthCommand.WorldOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Folder to write to (default: ${DEFAULT-VALUE}).")
  private Path to = Path.of("demo");

  @Override
  public void run() {
    Path folder = to.toAbsolutePath().normalize();
    Settings settings = settings(folder);
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.declared();
    Lake lake = new Lake(Sessions.open(settings), settings.value(LakeOptions.LAKE));
    mustHoldNothingReal(lake, catalogue);
    ConsoleProgress progress = new ConsoleProgress(out, System.console() != null);
    progress.say("a synthetic England, written as delivered files to " + folder.resolve("landing"));
    SynthCommand.write(settings, here(folder), out);

    Manifest manifest =
        new Run(catalogue, lake, settings, progress).of(DemoReport.selectors(), false);
    RunCommand.mustBeWhole(manifest);

    Planted planted = Planted.in(folder.resolve("landing"));
    Headline headline = Headline.of(lake, planted);
    new OutputFile(folder.resolve("headline.json"), settings).write(headline.json());
    new OutputFile(folder.resolve("headline.svg"), settings)
        .write(DemoReport.headline(lake, planted, headline.synthetic()));
    new OutputFile(folder.resolve("report.html"), settings)
        .write(DemoReport.page(lake, catalogue, manifest, planted).html());
    print(out, headline, folder);
  }

  /** Refuses a lake with delivered rows that are not synthetic: the demo's would replace them. */
  static void mustHoldNothingReal(Lake lake, Catalogue catalogue) {
    for (Job job : catalogue.jobs()) {
      if (job instanceof Ingest
          && lake.account(job.writes()).filter(account -> !account.synthetic()).isPresent()) {
        throw UserError.usage(
            "make the demo in " + lake.root(),
            job.writes() + " there holds rows that are not marked synthetic",
            "Leave --lake out, or give a folder in which no lake is");
      }
    }
  }

  private Settings settings(Path folder) {
    Map<String, String> set = new LinkedHashMap<>(world.settings());
    set.put("sources.path", ConfigUtil.quoteString(here(folder.resolve("landing"))));
    set.put("lake.path", ConfigUtil.quoteString(here(folder.resolve("lake"))));
    set.put("pseudonyms.key-file", ConfigUtil.quoteString(here(folder.resolve("pseudonym.key"))));
    set.put(
        "pseudonyms.change-key", "true"); // another seed is another world, with a key of its own
    set.put("run.synthetic", "true");
    return options.settings(set);
  }

  /** Beside the report, wherever Hadoop looks for paths without a scheme. */
  private static String here(Path file) {
    return "file://" + file;
  }

  private static void print(PrintWriter out, Headline h, Path folder) {
    out.printf(
        Locale.ROOT,
        """

        SYNTHETIC DATA. Ten percentage points more staff turnover change A&E arrivals a resident-month by
          two-stage least squares  %+.5f   %s
          planted truth            %+.5f
          least squares (biased)   %+.5f
          %,d home-months, %d travel-to-work areas, first-stage F %.1f

        Report: %s
        """,
        h.estimate(),
        h.interval(),
        h.truth(),
        h.olsEstimate(),
        h.observations(),
        h.clusters(),
        h.firstStageF(),
        folder.resolve("report.html"));
    out.flush();
  }
}
