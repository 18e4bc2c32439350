package careworkforce.pipelines;

import careworkforce.common.cli.Answer;
import careworkforce.common.cli.Commands;
import careworkforce.common.cli.ErrorMessages;
import careworkforce.common.conf.HostName;
import careworkforce.common.job.Catalogue;
import careworkforce.pipelines.bench.careers.CareersBench;
import careworkforce.pipelines.bench.refresh.RefreshBench;
import careworkforce.pipelines.bench.socialcare.SocialcareBench;
import careworkforce.pipelines.paper.PaperCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Objects;
import org.apache.spark.SparkUserAppException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The only main: {@code careworkforce COMMAND}, in local mode or under spark-submit. */
@Command(
    name = "careworkforce",
    mixinStandardHelpOptions = true,
    version = "careworkforce 0.1.0",
    subcommands = {DemoCommand.class, SynthCommand.class},
    description = "The data system that health and social care workforce research runs on.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a bug of ours",
      "2:wrong usage or configuration",
      "3:another run holds the lake; or an input is not there, a file or a log is damaged, a disk"
          + " full, a right lacking, a store silent",
      "4:checks or gates failed: what stood before stands",
      "143:stopped by a signal: 128 and its number"
    },
    footerHeading = "%nBegin with:%n",
    footer = {"  careworkforce demo", "  careworkforce COMMAND --help"})
public final class Application implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command line with every command. */
  public static CommandLine commandLine() {
    CommandLine root = new CommandLine(new Application());
    Commands.addTo(root, Catalogue.declared(), Programme.requirements());
    root.addSubcommand(new PaperCommand(Catalogue.declared()));
    CommandLine bench = Objects.requireNonNull(root.getSubcommands().get("bench"));
    bench.addSubcommand(new CareersBench());
    bench.addSubcommand(new SocialcareBench());
    bench.addSubcommand(new RefreshBench());
    root.getSubcommands().values().forEach(Application::explained);
    return ErrorMessages.tellOn(root);
  }

  /** Every command, and every one below it, tells how it is used. */
  private static void explained(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getSubcommands().values().forEach(Application::explained);
  }

  /**
   * Runs one command and ends with its exit code.
   *
   * @throws SparkUserAppException where the cluster runs it, with a code that is not 0
   */
  public static void main(String[] arguments) throws SparkUserAppException {
    HostName.tellSpark();
    Answer answer = new Answer(new FileOutputStream(FileDescriptor.out));
    CommandLine command = commandLine().setOut(answer.writer());
    Ending.with(answer.exit(command.execute(arguments), command.getErr()));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, such as 'careworkforce demo'");
  }
}
