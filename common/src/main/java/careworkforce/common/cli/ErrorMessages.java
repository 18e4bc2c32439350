package careworkforce.common.cli;

import careworkforce.common.error.Discreet;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.DamagedFile;
import careworkforce.common.fault.Stopping;
import careworkforce.common.fault.StorageFault;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * A user's error as one sentence and its exit code; a bug of ours with its stack trace. What fails
 * while a signal stops the process is neither; the virtual machine then ends with the signal's
 * code.
 */
public final class ErrorMessages implements IExecutionExceptionHandler {
  private ErrorMessages() {}

  /** The same command line, whose errors are told so. */
  public static CommandLine tellOn(CommandLine root) {
    IParameterExceptionHandler withUsage = root.getParameterExceptionHandler();
    return root.setExecutionExceptionHandler(new ErrorMessages())
        .setParameterExceptionHandler(
            (e, words) -> e.getValue() == null ? withUsage.handleParseException(e, words) : told(e))
        .setExecutionStrategy(ErrorMessages::executed);
  }

  /** A value that an option does not take needs no list of all options. */
  private static int told(ParameterException e) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println(
            e.getMessage() + ". See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    command.getErr().flush();
    return Exit.USAGE.code();
  }

  /** What Hadoop's local files throw is no exception to Java, but no bug either. */
  private static int executed(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (FSError e) {
      List<CommandLine> commands = parsed.asCommandLineList();
      CommandLine command = commands.get(commands.size() - 1);
      throw new ExecutionException(command, e.toString(), new IllegalStateException(e));
    }
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (Stopping.isUnderWay()) {
      command.getErr().println(Stopping.TOLD);
      command.getErr().flush();
      return Exit.STOPPED.code();
    }
    String doing = "end '" + command.getCommandSpec().qualifiedName() + "'";
    Optional<UserError> told =
        UserError.among(e)
            .or(() -> DamagedFile.ofAnyVersion(e, doing))
            .or(() -> StorageFault.in(e, doing, "a place that it reads or writes"));
    if (told.isPresent()) {
      command.getErr().println(told.get().getMessage());
      command.getErr().flush();
      return told.get().exit().code();
    }
    command.getErr().println("This is a bug of careworkforce, not of your data or usage:");
    Discreet.print(e, command.getErr());
    command.getErr().flush();
    return Exit.BUG.code();
  }
}
