package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  @ParameterizedTest
  @MethodSource("commands")
  void shouldTellHowEveryCommandIsUsed(List<String> command) {
    StringWriter told = new StringWriter();
    List<String> asked = new ArrayList<>(command);
    asked.add("--help");
    int exit =
        Application.commandLine()
            .setOut(new PrintWriter(told))
            .execute(asked.toArray(String[]::new));
    assertThat(exit).isZero();
    assertThat(told.toString()).startsWith("Usage: careworkforce " + String.join(" ", command));
  }

  static Stream<List<String>> commands() {
    return below(List.of(), Application.commandLine()).stream();
  }

  private static List<List<String>> below(List<String> path, CommandLine command) {
    List<List<String>> all = new ArrayList<>();
    command
        .getSubcommands()
        .forEach(
            (name, under) -> {
              List<String> longer = Stream.concat(path.stream(), Stream.of(name)).toList();
              all.add(longer);
              all.addAll(below(longer, under));
            });
    return all;
  }
}
