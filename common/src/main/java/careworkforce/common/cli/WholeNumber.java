package careworkforce.common.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A whole number as typed. */
final class WholeNumber {
  private WholeNumber() {}

  /**
   * Refuses a number that an option does not take, exit code 2.
   *
   * @param least the least that it takes
   * @param option the option's name, such as {@code --last}
   */
  static void mustBeAtLeast(int least, int number, CommandSpec command, String option) {
    if (number < least) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '" + option + "': " + number + " is less than " + least,
          command.findOption(option),
          String.valueOf(number));
    }
  }
}
