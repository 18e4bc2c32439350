package careworkforce.common.estimate.table;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Degrees of freedom of t are told beside rows less parameters: 40 rows in 8 groups. */
class DegreesToldTest {
  private final Random random = new Random(6);
  private final double[] x = filled(i -> random.nextGaussian());
  private final Frame data =
      Frame.empty()
          .with("y", filled(i -> x[i] + random.nextGaussian()))
          .with("n", filled(i -> i % 4))
          .with("x", x)
          .with("g", filled(i -> i % 8));

  @ParameterizedTest
  @CsvSource({"iid, 38", "hetero, 38", "cluster:g, 7", "cr3:g, 7"})
  void shouldTellTheDegreesOfT(String variance, int degrees) {
    Fit fit = Estimate.ols("y ~ x", data).variance(variance).fit();
    assertThat(fit.toString()).contains(", t with " + degrees + " df\n");
    JsonNode json = FitJson.of(fit);
    assertThat(json.get("dof_residual").asInt()).isEqualTo(38);
    assertThat(json.get("dof_t").asDouble()).isEqualTo(degrees);
    assertThat(json.at("/coefficients/x/dof").asDouble()).isEqualTo(degrees);
  }

  @Test
  void shouldTellEachCoefficientsOwn() {
    Fit fit = Estimate.ols("y ~ x", data).variance("cr2:g").fit();
    double own = fit.variance().degrees(1);
    assertThat(own).isBetween(1.0, 6.99);
    assertThat(fit.toString()).contains("df of each coefficient's own");
    assertThat(fit.toString()).contains(String.format("%.2f   [", own));
    JsonNode json = FitJson.of(fit);
    assertThat(json.at("/coefficients/x/dof").asDouble()).isEqualTo(own);
    assertThat(json.get("dof_t").asDouble()).isEqualTo(7);
  }

  @Test
  void shouldTellTheNormal() {
    Fit fit = Estimate.of(Family.named("poisson"), "n ~ x", data).fit();
    assertThat(fit.toString()).contains(", normal\n");
    assertThat(FitJson.of(fit).get("dof_t").asText()).isEqualTo("Infinity");
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, 40).mapToDouble(value).toArray();
  }
}
