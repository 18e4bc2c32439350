package careworkforce.common.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
    name = "completion",
    description = "Prints a script by which bash or zsh completes commands, options and tables.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(careworkforce completion)",
      "  careworkforce completion > ~/.local/share/bash-completion/completions/careworkforce"
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash(root.getCommandName(), root));
    spec.commandLine().getOut().flush();
  }
}
