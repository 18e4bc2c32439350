package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config}. */
@Command(
    name = "config",
    description = "The effective configuration: every key, its value, and where it was set.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce config",
      "  careworkforce config --conf conf/cluster.conf --set run.synthetic=true"
    })
final class ConfigCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    TextTable text = new TextTable("key", "value", "set by");
    for (Settings.Origin origin : options.settings().origins()) {
      text.row(origin.key(), origin.value(), origin.from());
    }
    text.print(spec.commandLine().getOut());
  }
}
