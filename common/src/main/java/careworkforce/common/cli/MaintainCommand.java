package careworkforce.common.cli;

import careworkforce.common.job.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code maintain}. */
@Command(
    name = "maintain",
    description = {
      "Work on the tables' files. Shows what it would do; --apply does it, holding the lake's lock."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce maintain optimize",
      "  careworkforce maintain vacuum --apply",
      "  careworkforce maintain erase --person 0f3a… --apply",
      "  careworkforce maintain mend silver.esr_spells --apply"
    })
final class MaintainCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private MaintainCommand() {}

  static CommandLine of(Catalogue catalogue) {
    CommandLine command = new CommandLine(new MaintainCommand());
    command.addSubcommand(new OptimizeCommand(catalogue));
    command.addSubcommand(new VacuumCommand(catalogue));
    command.addSubcommand(new EraseCommand(catalogue));
    command.addSubcommand(new MendCommand(catalogue));
    return command;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say optimize, vacuum, erase or mend");
  }
}
