package careworkforce.pipelines;

import careworkforce.common.cli.LakeOptions;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.Synth;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth}. */
@Command(
    name = "synth",
    description = "Writes a synthetic England as files in the sources' own layouts.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce synth --to world",
      "  careworkforce synth --to world --scale 0.05 --seed 7"
    })
final class SynthCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Mixin private final WorldOptions world = new WorldOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "Folder to write to.")
  private String to = "";

  /** Which world. */
  static final class WorldOptions {
    @Option(
        names = "--scale",
        paramLabel = "S",
        description = "1 is England; 0.01 has some 14,000 NHS staff and 180 care homes.")
    private @Nullable Double scale;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another world.")
    private @Nullable Integer seed;

    /** The options given, as settings. */
    Map<String, String> settings() {
      Map<String, String> given = new LinkedHashMap<>();
      if (scale != null) {
        given.put(WorldSettings.SCALE.key(), scale.toString());
      }
      if (seed != null) {
        given.put(WorldSettings.SEED.key(), seed.toString());
      }
      return given;
    }
  }

  @Override
  public void run() {
    Settings settings = options.settings(world.settings());
    write(settings, to, spec.commandLine().getOut());
  }

  /** Writes the world of the settings, telling each part. */
  static void write(Settings settings, String to, PrintWriter out) {
    Synth.write(
        Sessions.open(settings),
        settings,
        new Path(to),
        (part, number, of) -> {
          out.printf("         world %d/%d: %s%n", number, of, part);
          out.flush();
        });
  }
}
