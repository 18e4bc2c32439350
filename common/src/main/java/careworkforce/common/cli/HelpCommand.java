package careworkforce.common.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}. */
@Command(
    name = "help",
    description = "Tells how a command is used, as its --help does.",
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce help refresh", "  careworkforce help maintain erase"})
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "COMMAND", description = "The command; without, all are listed.")
  private final List<String> names = new ArrayList<>();

  @Override
  public void run() {
    CommandLine told = spec.root().commandLine();
    for (String name : names) {
      told = below(told, name);
    }
    told.usage(spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
  }

  private static CommandLine below(CommandLine command, String name) {
    CommandLine below = command.getSubcommands().get(name);
    if (below == null) {
      String whole = command.getCommandSpec().qualifiedName();
      throw new ParameterException(
          command,
          "There is no command '%s' of '%s', only %s"
              .formatted(name, whole, command.getSubcommands().keySet()));
    }
    return below;
  }
}
