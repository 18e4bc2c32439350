package careworkforce.pipelines.bench.refresh;

import careworkforce.common.bench.Measurement;
import careworkforce.common.cli.LakeOptions;
import careworkforce.common.cli.Run;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Selector;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bench.MadeTables;
import careworkforce.pipelines.synthetic.Synth;
import careworkforce.pipelines.synthetic.WorldSettings;
import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench refresh}: a month arriving on a history, on half of it, and on nothing. */
@Command(
    name = "refresh",
    description = {
      "Writes a synthetic England of half a history and of the whole, takes all but its last month",
      "into a lake, then times the night in which that month arrives, a night with nothing new, and",
      "a lake made at once from all files. Time is flat if both histories need as long."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce bench refresh --scale 0.001 --months 24",
      "  CAREWORKFORCE_HEAP=6g careworkforce bench refresh --scale 0.01 --months 120",
      "  careworkforce bench refresh +gold.careers_transition_matrix"
    })
public final class RefreshBench implements Runnable {
  private static final Month LAST = Month.of(2019, 12);

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SELECTOR",
      description = "The tables of the lake, as for 'run'; all if none is given.")
  private final List<String> selectors = new ArrayList<>();

  @Option(
      names = "--scale",
      defaultValue = "0.001",
      description = "1 is England (default: ${DEFAULT-VALUE}).")
  private double scale = 0.001;

  @Option(
      names = "--months",
      defaultValue = "120",
      description = "Months of history before the one that arrives (default: ${DEFAULT-VALUE}).")
  private int months = 120;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "bench-refresh",
      description = "Folder of files and lakes; files are used again (default: ${DEFAULT-VALUE}).")
  private Path to = Path.of("bench-refresh");

  private record Seconds(double month, double nothing, double rebuild, long heap) {}

  @Override
  public void run() {
    Seconds half = measure(months / 2);
    Seconds whole = measure(months);
    print(
        "%n%-10s %14s %12s %14s %12s%n",
        "history", "month arrives", "nothing new", "made at once", "peak heap");
    print(months / 2, half);
    print(months, whole);
    print("A month on twice the history takes %.2f times as long.%n", whole.month() / half.month());
  }

  private void print(int history, Seconds took) {
    print(
        "%3d months %12.1f s %10.1f s %12.1f s %9d MB%n",
        history, took.month(), took.nothing(), took.rebuild(), took.heap() >> 20);
  }

  private Seconds measure(int history) {
    Path world = to.toAbsolutePath().normalize().resolve(scale + "x" + history);
    Settings settings = options.settings(settings(world, history));
    Lake lake = new Lake(Sessions.open(settings), settings.value(LakeOptions.LAKE));
    Lake atOnce = new Lake(lake.spark(), world.resolve("at-once").toString());
    List.of(lake, atOnce).forEach(l -> FileUtil.fullyDelete(Path.of(l.root()).toFile()));
    Catalogue catalogue = chosen();
    LastMonth last = new LastMonth(world, Catalogue.declared(), LAST);
    written(lake, settings, world);
    last.arrive();
    int files = last.holdBack();
    Measurement standing = Measurement.begin();
    night(catalogue, lake, settings);
    print("%d months of history taken in and made in %.1f s%n", history, standing.seconds());
    last.arrive();
    print("%d files of %s arrive%n", files, LAST);
    Measurement arriving = Measurement.begin();
    new MadeTables(spec.commandLine().getOut())
        .print("a month on " + history, 0, "", () -> night(catalogue, lake, settings));
    double month = arriving.seconds();
    long heap = arriving.peakHeap();
    Measurement idle = Measurement.begin();
    refresh(catalogue, lake, settings).ifPresent(RefreshBench::mustBeNothing);
    double nothing = idle.seconds();
    Measurement rebuilding = Measurement.begin();
    night(catalogue, atOnce, settings);
    return new Seconds(month, nothing, rebuilding.seconds(), heap);
  }

  private static void mustBeNothing(Manifest made) {
    throw new IllegalStateException("a night with nothing new made " + made.jobs());
  }

  private Manifest night(Catalogue catalogue, Lake lake, Settings settings) {
    Manifest made = refresh(catalogue, lake, settings).orElseThrow();
    if (!made.outcome().equals("done")) {
      throw new IllegalStateException(made.outcome() + ": " + made.failures() + made.unfinished());
    }
    return made;
  }

  private static java.util.Optional<Manifest> refresh(
      Catalogue catalogue, Lake lake, Settings settings) {
    return new Run(catalogue, lake, settings, Progress.silent()).refresh();
  }

  private Catalogue chosen() {
    Catalogue all = Catalogue.declared();
    Set<String> names = Set.copyOf(Selector.select(all, selectors));
    List<Job> jobs =
        all.jobs().stream().filter(job -> names.contains(job.writes().fullName())).toList();
    return Catalogue.of(jobs);
  }

  private void written(Lake lake, Settings settings, Path world) {
    if (Files.exists(world.resolve("landing").resolve("truth.json"))) {
      return;
    }
    try {
      Files.createDirectories(world);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Measurement writing = Measurement.begin();
    Synth.write(
        lake.spark(),
        settings,
        new org.apache.hadoop.fs.Path(world.toUri()),
        (part, number, of) -> print("world   %d/%d: %s%n", number, of, part));
    print("world   written in %.1f s%n", writing.seconds());
  }

  private void print(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, format, values);
    out.flush();
  }

  private Map<String, String> settings(Path world, int history) {
    Map<String, String> set = new HashMap<>();
    set.put("lake.path", ConfigUtil.quoteString(world.resolve("lake").toString()));
    set.put("sources.path", ConfigUtil.quoteString(world.resolve("landing").toString()));
    set.put(
        "pseudonyms.key-file", ConfigUtil.quoteString(world.resolve("pseudonym.key").toString()));
    set.put("run.synthetic", "true");
    set.put("gates.volume.severity", "WARN"); // a small England's months differ by chance
    set.put(WorldSettings.SCALE.key(), String.valueOf(scale));
    set.put(WorldSettings.FROM.key(), '"' + LAST.plus(-history).toString() + '"');
    set.put(WorldSettings.TO.key(), '"' + LAST.toString() + '"');
    set.put(WorldSettings.ECDS_START.key(), "\"2019-10\"");
    return set;
  }
}
