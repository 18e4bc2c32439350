package careworkforce.pipelines.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers planted in a synthetic world; none where the data are real.
 *
 * @param numbers name to value, as in {@code truth.json}
 */
public record Planted(Map<String, Object> numbers) {
  static final String EFFECT = "turnover_effect_on_arrivals_per_10pp";
  static final String WAGE_PULL = "outside_wage_on_turnover";

  /** Nothing was planted. */
  public static Planted nothing() {
    return new Planted(Map.of());
  }

  /** The numbers of {@code truth.json} in the folder of the delivered files. */
  public static Planted in(Path landing) {
    Path file = landing.resolve("truth.json");
    if (!Files.exists(file)) {
      return nothing();
    }
    try {
      return new Planted(
          new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, Object>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A planted number; null if it was not planted. */
  @Nullable Double value(String name) {
    return numbers.get(name) instanceof Number number ? number.doubleValue() : null;
  }
}
