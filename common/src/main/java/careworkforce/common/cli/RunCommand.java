package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}. */
@Command(
    name = "run",
    description = "Runs the jobs that have a reason to: new files, moved inputs, changed code.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce run --lake demo/lake --set sources.path=demo/landing \\",
      "    --set pseudonyms.key-file=demo/pseudonym.key --set run.synthetic=true",
      "  careworkforce run +gold.socialcare",
      "  careworkforce run bronze.* --conf conf/local.conf",
      "  careworkforce run silver.occupation_moves --anew"
    })
public final class RunCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Catalogue catalogue;

  @Parameters(
      paramLabel = "SELECTOR",
      description =
          "silver.esr_spells, bronze.*, gold.socialcare, +upstream, downstream+; without any, all"
              + " jobs.")
  private final List<String> selectors = new ArrayList<>();

  @Option(names = "--anew", description = "Run every selected job, whatever stands.")
  private boolean anew;

  RunCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Settings settings = options.settings();
    Lake lake = options.lake();
    ConsoleProgress progress =
        new ConsoleProgress(spec.commandLine().getOut(), System.console() != null);
    Manifest manifest = new Run(catalogue, lake, settings, progress).of(selectors, anew);
    mustBeWhole(manifest);
  }

  /**
   * Ends, if a job did not end well, with the exit code of the error that ended it, such as 3 where
   * a file or table was missing; with 4 if there was none. A file that was there and was refused is
   * a check that failed.
   */
  public static void mustBeWhole(Manifest manifest) {
    List<Manifest.Entry> unfinished = manifest.unfinished();
    if (!unfinished.isEmpty()) {
      Manifest.Entry first = unfinished.get(0);
      String because = String.join("; ", first.messages());
      String doing = "finish the run " + manifest.run() + ", " + first.table();
      String remedy = "See manifests/" + manifest.run() + ".json in the lake";
      throw UserError.of(
          Objects.requireNonNullElse(first.exit(), Exit.CHECKS_FAILED), doing, because, remedy);
    }
  }
}
