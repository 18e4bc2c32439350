package careworkforce.pipelines.synthetic.care;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
  private static final int HOMES = 4_000;
  private static final WorldSettings WORLD =
      WorldSettings.of(Settings.load(List.of(), Map.of("synthetic.scale", "0.5")));

  /** Shares of ratings that stand on the first day of a year. */
  private static Map<String, Double> standing(int year) {
    Map<String, Double> shares = new HashMap<>();
    for (int index = 0; index < HOMES; index++) {
      Inspection latest =
          Inspection.latest(
              Inspection.of(WORLD, Employer.of(WORLD, index)), LocalDate.of(year, 1, 1));
      shares.merge(latest == null ? "none" : latest.rating(), 1.0 / HOMES, Double::sum);
    }
    return shares;
  }

  /** CQC, residential homes: 1.9 to 4.0, 80 to 82, 14 to 16 and 1.1 to 1.7 in a hundred. */
  @ParameterizedTest
  @ValueSource(ints = {2019, 2020, 2021})
  void shouldRateAsManyBelowGoodAsPublished(int year) {
    Map<String, Double> shares = standing(year);
    assertThat(shares.get("Outstanding")).isBetween(0.015, 0.05);
    assertThat(shares.get("Good")).isBetween(0.76, 0.83);
    assertThat(shares.get("Requires improvement")).isBetween(0.13, 0.18);
    assertThat(shares.get("Inadequate")).isBetween(0.008, 0.026);
  }

  @Test
  void shouldHaveRatedEveryHomeByThen() {
    assertThat(standing(2019)).doesNotContainKey("none");
  }
}
