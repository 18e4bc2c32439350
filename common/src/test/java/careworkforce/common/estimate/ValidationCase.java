package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * One case of the shared validation library: data that others published, and the numbers that other
 * software gets from them. The library stands beside the project root (or where the environment
 * variable CAREWORKFORCE_SHARED says); without it a test that opens a case is skipped and says so.
 */
public final class ValidationCase {

  private final Path folder;
  private final JsonNode expected;

  private ValidationCase(Path folder) {
    this.folder = folder;
    this.expected =
        ValidationReads.parse(
            folder.getFileName().toString(), folder.resolve("expected.json").toFile());
  }

  /** Opens a case by its folder, or by the unique beginning of its folder's name such as "07". */
  public static ValidationCase open(String name) {
    Path library = shared().resolve("validation");
    Assumptions.assumeTrue(Files.isDirectory(library), () -> "no validation library at " + library);
    try (var folders = Files.list(library)) {
      return new ValidationCase(
          folders
              .filter(f -> f.getFileName().toString().startsWith(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no case " + name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared() {
    return Optional.ofNullable(System.getenv("CAREWORKFORCE_SHARED"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("careworkforce.home", ".."), "..", "shared"))
        .toAbsolutePath()
        .normalize();
  }

  /** The folders of all cases, in their order. */
  static List<String> all() {
    Path library = shared().resolve("validation");
    Assumptions.assumeTrue(Files.isDirectory(library), () -> "no validation library at " + library);
    try (var folders = Files.list(library)) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole of expected.json. */
  public JsonNode expected() {
    return expected;
  }

  /** The model with this id. */
  public JsonNode model(String id) {
    return model("id", id);
  }

  /** The first model whose field has this value, for cases that name models by another field. */
  public JsonNode model(String field, String value) {
    for (JsonNode model : expected.get("models")) {
      if (value.equals(model.path(field).asText())) {
        return model;
      }
    }
    throw new IllegalArgumentException("no model with " + field + " = " + value + " in " + folder);
  }

  /** The variance matrix of a model by its type, such as "cluster_sid". */
  public static JsonNode vcov(JsonNode model, String type) {
    for (JsonNode vcov : model.get("vcov")) {
      if (type.equals(vcov.path("type").asText())) {
        return vcov;
      }
    }
    throw new IllegalArgumentException("no variance " + type + " in " + model.path("id"));
  }

  /** A file of the case. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** data.csv of the case, read whole. */
  public ValidationTable data() {
    return data("data.csv");
  }

  /** A delimited file of the case (plain or gzipped), read whole. */
  public ValidationTable data(String file) {
    return ValidationTable.read(file(file));
  }

  /** A JSON list of numbers as an array; null becomes NaN. */
  public static double[] numbers(JsonNode list) {
    if (!list.isArray()) {
      return new double[] {list.asDouble(Double.NaN)};
    }
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).isNumber() ? list.get(i).asDouble() : Double.NaN;
    }
    return values;
  }

  /** Asserts agreement within a relative tolerance; an expected zero is held to it absolutely. */
  public static void assertClose(
      String what, double actual, double wanted, double relativeTolerance) {
    double scale = wanted == 0 ? 1 : Math.abs(wanted);
    assertThat(actual).as(what).isCloseTo(wanted, within(relativeTolerance * scale));
  }
}
