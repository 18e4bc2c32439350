package careworkforce.common.cli;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.LogProgress;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Progress;
import careworkforce.common.refresh.Beginning;
import careworkforce.common.refresh.PastTables;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code refresh}. */
@Command(
    name = "refresh",
    description = {
      "Takes in what arrived, changed or was withdrawn, makes again what that touches, and judges",
      "the whole by gates: all of it is kept, or every table stands as before (exit code 4).",
      "Writes a manifest and status.json. A night with nothing new does nothing and says so.",
      "A source that has never had a file waits, with what is made of it.",
      "With --as-of, writes the tables as a past run left them to another lake instead."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce refresh --lake lake --set sources.path=landing",
      "  careworkforce refresh --set lock.wait=3600",
      "  careworkforce refresh --as-of 2021-03-28 --to lake-of-28-march"
    })
final class RefreshCommand implements Runnable {
  private static final Setting<Boolean> LOG =
      Setting.flag("observe.log", "tells progress as log lines, not on the terminal");

  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Catalogue catalogue;

  @Option(
      names = "--as-of",
      paramLabel = "RUN|DAY",
      description = {
        "A run's id, or a day (UTC) for the last run that began by then, with the tables that it",
        "did not look at as earlier runs left them."
      })
  private @Nullable String asOf;

  @Option(names = "--to", paramLabel = "DIR", description = "The lake that past tables go to.")
  private @Nullable String to;

  RefreshCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Settings settings = options.settings();
    PrintWriter out = spec.commandLine().getOut();
    if (asOf != null) {
      reproduce(options.lake(), asOf, out);
      return;
    }
    Progress progress =
        settings.value(LOG)
            ? new LogProgress()
            : new ConsoleProgress(out, System.console() != null);
    Lake lake =
        new Beginning(catalogue, options::unchecked, settings, progress).with(options::lake);
    new Run(catalogue, lake, settings, progress)
        .refresh()
        .ifPresent(
            manifest -> {
              mustBeKept(manifest);
              RunCommand.mustBeWhole(manifest);
            });
  }

  private void reproduce(Lake lake, String run, PrintWriter out) {
    if (to == null) {
      throw UserError.usage(
          "reproduce " + run, "no folder is given for its tables", "Give one by --to DIR");
    }
    Manifest manifest = new Manifests(lake).of(run);
    List<String> written = PastTables.write(catalogue, lake, manifest, new Lake(lake.spark(), to));
    out.println(written.size() + " tables as run " + manifest.run() + " left them, in " + to);
    out.flush();
  }

  private static void mustBeKept(Manifest manifest) {
    if (manifest.outcome().equals(Manifest.TAKEN_BACK)) {
      throw UserError.checks(
          "keep what run " + manifest.run() + " made",
          String.join("; ", manifest.failures()),
          "Every table stands as before. Mend the files or the settings named, and refresh again;"
              + " see manifests/"
              + manifest.run()
              + ".json in the lake");
    }
  }
}
