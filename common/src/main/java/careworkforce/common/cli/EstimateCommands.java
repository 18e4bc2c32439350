package careworkforce.common.cli;

import careworkforce.common.estimate.bench.EstimateBench;
import careworkforce.common.estimate.cli.EstimateCommand;
import careworkforce.common.job.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code estimate} and {@code bench}, with the lake behind {@code --data}. */
final class EstimateCommands {
  private EstimateCommands() {}

  static CommandLine estimate(Catalogue catalogue) {
    LakeOptions options = new LakeOptions();
    CommandLine command =
        new CommandLine(
            new EstimateCommand(
                new LakeTables(catalogue, options),
                (file, text, marked) -> {
                  new OutputFile(file, options.settings()).write(text);
                  new SyntheticNote(file).write(marked, options.settings());
                }));
    command.getCommandSpec().addMixin("lake", CommandSpec.forAnnotatedObject(options));
    return command;
  }

  static CommandLine bench() {
    return new CommandLine(new Bench());
  }

  /** {@code bench}. */
  @Command(
      name = "bench",
      description = "Times parts of the programme on generated data.",
      subcommands = EstimateBench.class,
      footerHeading = "%nExamples:%n",
      footer = "  careworkforce bench estimate --design nhs --rows 1000000")
  static final class Bench implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(
          spec.commandLine(), "Say what to time, such as 'bench estimate'");
    }
  }
}
