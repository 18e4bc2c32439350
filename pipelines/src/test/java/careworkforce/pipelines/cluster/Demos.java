package careworkforce.pipelines.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.JavaCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;

/**
 * Demos of a small England in processes of their own, one beside another.
 *
 * @param folder where each has a folder by its name
 */
record Demos(Path folder) {
  static final String CLASS_PATH = System.getProperty("java.class.path");
  static final List<String> OPTIONS = ManagementFactory.getRuntimeMXBean().getInputArguments();
  static final String MAIN = "careworkforce.pipelines.Application";

  /** What a demo is asked for. */
  List<String> words(String name, String... more) {
    List<String> words = new ArrayList<>(List.of("demo"));
    words.addAll(List.of("--to", folder.resolve(name).toString(), "--scale", "0.003"));
    words.addAll(List.of(more));
    return words;
  }

  /** Runs one by our own main to its end, which is to be a good one. */
  void run(String name, Consumer<String> line, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of(MAIN));
    words.addAll(words(name, more));
    String told = java(CLASS_PATH, Map.of(), line, words);
    assertThat(told).endsWith("exit code 0\n");
  }

  /**
   * Runs a program of Java's to its end.
   *
   * @param line is given each line that it prints
   * @return all that it printed, and its exit code
   */
  String java(
      String classPath, Map<String, String> environment, Consumer<String> line, List<String> words)
      throws Exception {
    List<String> command = JavaCommand.likeThisOne();
    command.addAll(List.of("-cp", classPath));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    StringBuilder told = new StringBuilder();
    try (BufferedReader out = process.inputReader()) {
      for (String next = out.readLine(); next != null; next = out.readLine()) {
        told.append(next).append('\n');
        line.accept(next);
      }
    }
    return told.append("exit code ").append(process.waitFor()).append('\n').toString();
  }

  /** Holds the headline of one against that of another. */
  void mustAgree(String one, String other) throws IOException {
    JsonNode there = headline(one);
    JsonNode expected = headline(other);
    assertThat(there.size()).isPositive().isEqualTo(expected.size());
    expected
        .fields()
        .forEachRemaining(
            number -> {
              JsonNode found = there.get(number.getKey());
              if (number.getValue().isNumber()) {
                assertThat(found.asDouble())
                    .as(number.getKey())
                    .isCloseTo(number.getValue().asDouble(), Offset.offset(1e-9));
              } else {
                assertThat(found).isEqualTo(number.getValue());
              }
            });
  }

  private JsonNode headline(String name) throws IOException {
    return new JsonMapper().readTree(folder.resolve(name + "/headline.json").toFile());
  }
}
