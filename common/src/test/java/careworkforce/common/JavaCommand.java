package careworkforce.common;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command by which a virtual machine is started for a test. */
public final class JavaCommand {
  private JavaCommand() {}

  /** The program that this one runs in, with its options, but nobody looking on. */
  public static List<String> likeThisOne() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent"))
        .forEach(command::add);
    return command;
  }
}
