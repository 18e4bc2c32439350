package careworkforce.pipelines.bench.refresh;

import static java.util.Comparator.comparingDouble;

import careworkforce.common.bench.Measurement;
import careworkforce.common.bench.ProcessorSeconds;
import careworkforce.common.cli.LakeOptions;
import careworkforce.common.cli.Run;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Selector;
import careworkforce.common.time.Month;
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
      "Writes a synthetic England of half a history and of the whole, makes a lake at once of all but",
      "its last month, then times the night in which that month arrives and a night with nothing new.",
      "Time is flat if both histories need as long; tables come in the order in which they are not."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce bench refresh --scale 0.001 --months 48",
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

  /**
   * What a history and the nights on it cost.
   *
   * @param made the history made at once, from the files of its months
   * @param month the night in which a month arrives
   * @param nothing a night with nothing new
   */
  private record Costs(NightCosts made, NightCosts month, NightCosts nothing) {}

  @Override
  public void run() {
    Costs half = measure(months / 2);
    Costs whole = measure(months);
    tables(half.month(), whole.month());
    print(
        "%n%-10s %15s %14s %13s %13s %12s%n",
        "history", "made at once", "month arrives", "nothing new", "heap at most", "live at most");
    print(months / 2, half);
    print(months, whole);
    print(
        "A month on twice the history takes %.2f times as long, and %.2f times the processor.%n",
        whole.month().seconds() / half.month().seconds(), whole.month().cpu() / half.month().cpu());
  }

  private void print(int history, Costs took) {
    print(
        "%3d months %13.1f s %12.1f s %11.1f s %10d MB %9d MB%n",
        history,
        took.made().seconds(),
        took.month().seconds(),
        took.nothing().seconds(),
        took.month().peakHeap() >> 20,
        took.month().liveHeap() >> 20);
  }

  /** Those tables that a month's arrival made, those first whose time grows most with history. */
  private void tables(NightCosts half, NightCosts whole) {
    print(
        "%n%-42s %-10s %14s %10s %10s %10s%n",
        "a month arrives: table", "made", "rows", "seconds", "CPU half", "CPU whole");
    whole.tables().stream()
        .filter(table -> !Double.isNaN(half.cpuOf(table.table())))
        .sorted(comparingDouble(table -> half.cpuOf(table.table()) - table.cpu()))
        .forEach(
            table ->
                print(
                    "%-42s %-10s %,14d %10.1f %10.1f %10.1f%n",
                    table.table(),
                    table.made(),
                    table.rows(),
                    table.seconds(),
                    half.cpuOf(table.table()),
                    table.cpu()));
  }

  private Costs measure(int history) {
    Path world = to.toAbsolutePath().normalize().resolve(scale + "x" + history);
    Settings settings = options.settings(settings(world, history));
    Lake lake = new Lake(Sessions.open(settings), settings.value(LakeOptions.LAKE));
    FileUtil.fullyDelete(Path.of(lake.root()).toFile());
    Catalogue chosen = chosen();
    LastMonth last = new LastMonth(world, Catalogue.declared(), LAST);
    written(lake, settings, world);
    last.arrive();
    int files = last.holdBack();
    NightCosts made = night(chosen, lake, settings);
    print("%d months of history taken in and made in %.1f s%n", history, made.seconds());
    Catalogue catalogue = estimable(chosen, lake);
    last.arrive();
    NightCosts month = night(catalogue, lake, settings);
    print(
        "%d files of %s arrive: %.1f s (CPU %.1f s)%n", files, LAST, month.seconds(), month.cpu());
    return new Costs(made, month, nightOfNothing(catalogue, lake, settings));
  }

  private static NightCosts nightOfNothing(Catalogue catalogue, Lake lake, Settings settings) {
    NightCosts nothing = night(catalogue, lake, settings);
    if (!nothing.tables().isEmpty()) {
      throw new IllegalStateException("a night with nothing new made " + nothing.tables());
    }
    return nothing;
  }

  private static NightCosts night(Catalogue catalogue, Lake lake, Settings settings) {
    return NightCosts.of(
        new ProcessorSeconds(Progress.silent()),
        progress -> new Run(catalogue, lake, settings, progress).refresh().map(RefreshBench::kept));
  }

  private static Manifest kept(Manifest made) {
    if (made.outcome().equals(Manifest.TAKEN_BACK)) {
      throw new IllegalStateException("a gate failed: " + made.failures());
    }
    return made;
  }

  /** Jobs without those that a small England has no rows for, which would be tried every night. */
  private Catalogue estimable(Catalogue catalogue, Lake lake) {
    List<String> left =
        new Manifests(lake)
            .newest(1).stream()
                .flatMap(made -> made.unfinished().stream())
                .map(Manifest.Entry::table)
                .toList();
    if (!left.isEmpty()) {
      print("left out, as it cannot be made of so small an England: %s%n", left);
    }
    return Catalogue.of(
        catalogue.jobs().stream().filter(job -> !left.contains(job.writes().fullName())).toList());
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
