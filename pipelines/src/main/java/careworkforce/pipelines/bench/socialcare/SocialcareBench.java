package careworkforce.pipelines.bench.socialcare;

import careworkforce.common.bench.Measurement;
import careworkforce.common.cli.ConsoleProgress;
import careworkforce.common.cli.LakeOptions;
import careworkforce.common.cli.Run;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Selector;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bench.MadeTables;
import careworkforce.pipelines.synthetic.Synth;
import careworkforce.pipelines.synthetic.WorldSettings;
import com.typesafe.config.ConfigUtil;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench socialcare}: care homes, staff, residents and arrivals to the last estimate. */
@Command(
    name = "socialcare",
    description = {
      "Writes the care part of a synthetic England once, takes its files in once, then times every",
      "table of the study from bronze to the last estimate. Openings of NHS jobs are drawn, not",
      "counted from staff records: 'bench careers' times those."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce bench socialcare --scale 0.05",
      "  CAREWORKFORCE_HEAP=6g careworkforce bench socialcare --scale 1 --to bench"
    })
public final class SocialcareBench implements Runnable {
  /** The stories of the NHS' staff, by the beginning of their names. */
  private static final String NHS = "nhs";

  private static final Month LAST = Month.of(2019, 12);

  /**
   * So many that extracts are as large as the real ones although some employers cease to report.
   */
  private static final int HOME_CARE = 10_000;

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--scale",
      defaultValue = "0.05",
      description = {
        "1 is England: 20,000 establishments and 750,000 workers in each extract of ASC-WDS,",
        "400,000 residents and 3 million arrivals a year (default: ${DEFAULT-VALUE})."
      })
  private double scale = 0.05;

  @Option(
      names = "--months",
      defaultValue = "36",
      description = "Months of the window, to December 2019 (default: ${DEFAULT-VALUE}).")
  private int months = 36;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "bench-socialcare",
      description = "Folder of files and lake, used again (default: ${DEFAULT-VALUE}).")
  private Path to = Path.of("bench-socialcare");

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = to.toAbsolutePath().normalize().resolve(scale + "x" + months);
    Settings settings = options.settings(settings(folder));
    Lake lake = new Lake(Sessions.open(settings), settings.value(LakeOptions.LAKE));
    if (!Files.exists(folder.resolve("landing").resolve("truth.json"))) {
      Measurement writing = Measurement.begin();
      Synth.write(
          lake.spark(),
          WorldSettings.of(settings),
          new org.apache.hadoop.fs.Path(folder.toUri()),
          story -> !story.name().startsWith(NHS),
          (part, number, of) -> told(out, part, number, of));
      out.printf(Locale.ROOT, "world   written in %.1f s%n", writing.seconds());
    }
    Catalogue catalogue = catalogue();
    MadeTables made = new MadeTables(out);
    Progress progress = made.counted(new ConsoleProgress(out, false));
    Run jobs = new Run(catalogue, lake, settings, progress);
    List<String> all = Selector.select(catalogue, List.of("+gold.socialcare"));
    List<String> bronze = all.stream().filter(name -> name.startsWith("bronze.")).toList();
    List<String> study = all.stream().filter(name -> !bronze.contains(name)).toList();
    made.print("taken in", 0, "", () -> jobs.of(bronze, false));
    made.print("bronze to the last estimate", 0, "", () -> jobs.of(study, true));
    out.println("size    " + StudySize.of(lake::read));
    out.flush();
  }

  private static void told(PrintWriter out, String part, int number, int of) {
    out.printf("world   %d/%d: %s%n", number, of, part);
    out.flush();
  }

  private Map<String, String> settings(Path folder) {
    Map<String, String> settings = new HashMap<>(world());
    settings.put("lake.path", ConfigUtil.quoteString(folder.resolve("lake").toString()));
    settings.put("sources.path", ConfigUtil.quoteString(folder.resolve("landing").toString()));
    settings.put(
        "pseudonyms.key-file", ConfigUtil.quoteString(folder.resolve("pseudonym.key").toString()));
    settings.put("run.synthetic", "true");
    return settings;
  }

  private Map<String, String> world() {
    return Map.of(
        WorldSettings.SCALE.key(),
        String.valueOf(scale),
        WorldSettings.FROM.key(),
        '"' + new Month(LAST.number() - months + 1).toString() + '"',
        WorldSettings.TO.key(),
        '"' + LAST.toString() + '"',
        WorldSettings.ECDS_START.key(),
        "\"2019-10\"",
        WorldSettings.HOME_CARE.key(),
        String.valueOf(HOME_CARE),
        WorldSettings.REPORTING.key(),
        "1.0",
        WorldSettings.OTHERS_ARRIVALS.key(),
        "2500000");
  }

  /** The declared jobs, openings of NHS jobs drawn. */
  private static Catalogue catalogue() {
    return Catalogue.of(
        Stream.concat(
                Catalogue.declared().jobs().stream().filter(job -> !DrawnNhsOpenings.replaces(job)),
                Stream.of(new DrawnNhsOpenings()))
            .toList());
  }
}
