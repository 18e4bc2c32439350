package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The example of Rambachan and Roth (2023): French restaurants' profits around a cut of value added
 * tax (Benzarti and Carloni 2019), with the numbers that R's HonestDiD prints for it.
 */
class HonestPublishedTest {
  private static final double[] TIMES = {-5, -4, -3, -2, 0, 1, 2, 3};

  private static final double[] EFFECTS = {
    0.006696351804, 0.02934503369, -0.006472972222, 0.0730149895,
    0.1959611177, 0.3120639026, 0.2395415455, 0.1260425001
  };

  /** Lower triangle, in units of 1e-6. */
  private static final double[][] VARIANCE = {
    {842.8358124},
    {476.8686777, 642.5420288},
    {261.8051076, 398.7425007, 522.9949602},
    {235.4220342, 243.5515198, 211.768609, 308.9595411},
    {167.6371467, 220.1960306, 184.0722252, 119.7866077, 359.970436},
    {112.8707663, 180.4591157, 145.852784, 133.4081317, 247.8818642, 426.3949813},
    {19.92816215, 38.4376508, 70.05197403, 101.6335009, 174.9579242, 217.1437809, 488.6697861},
    {
      -136.8265366,
      -29.60421989,
      59.52994979,
      107.9051726,
      165.4256921,
      289.2747871,
      380.5322049,
      761.739444
    }
  };

  private static final double[] FIRST = {1, 0, 0, 0};

  private static EventPath path() {
    double[][] variance = new double[8][8];
    List<Coefficient> effects = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j <= i; j++) {
        variance[i][j] = VARIANCE[i][j] * 1e-6;
        variance[j][i] = variance[i][j];
      }
      effects.add(
          Coefficient.of(
              "event " + TIMES[i],
              EFFECTS[i],
              Math.sqrt(variance[i][i]),
              Double.POSITIVE_INFINITY,
              0.95));
    }
    return new EventPath(
        "published",
        TIMES,
        effects,
        variance,
        null,
        Double.POSITIVE_INFINITY,
        0.95,
        Double.NaN,
        List.of());
  }

  /**
   * HonestDiD draws its critical values (a million normals, so 1.9622 for 1.9600 at no bias) and
   * searches a grid of variances; the tolerance is that error of theirs.
   */
  @Test
  void shouldGiveThePublishedFixedLengthIntervals() {
    double[][] published = {
      {0, 0.131411316, 0.2161696482},
      {0.01, 0.154965267, 0.2703845303},
      {0.02, 0.1773010879, 0.3159564682},
      {0.03, 0.1894044644, 0.34854775},
      {0.1, 0.1194440001, 0.4185082143},
      {0.2, 0.01944400015, 0.5185082143}
    };
    SmoothTrends trends = SmoothTrends.of(path(), FIRST, 0.05);
    for (double[] row : published) {
      HonestSet set = trends.interval(row[0]);
      assertThat(set.low()).as("low at " + row[0]).isCloseTo(row[1], within(1e-3));
      assertThat(set.high()).as("high at " + row[0]).isCloseTo(row[2], within(1e-3));
      assertThat(set.high() - set.low())
          .as("length at " + row[0])
          .isCloseTo(row[2] - row[1], within(2e-4));
    }
  }

  /** Half lengths by scipy's minimiser over the weights, with exact critical values. */
  @Test
  void shouldBeAsShortAsAGeneralMinimiserMakesThem() {
    double[][] shortest = {
      {0, 0.04233003899537485},
      {0.01, 0.057751888336082434},
      {0.02, 0.06938616014009262},
      {0.03, 0.07961854910512539},
      {0.1, 0.14957816924305659}
    };
    SmoothTrends trends = SmoothTrends.of(path(), FIRST, 0.05);
    for (double[] row : shortest) {
      HonestSet set = trends.interval(row[0]);
      assertThat((set.high() - set.low()) / 2)
          .as("half length at " + row[0])
          .isCloseTo(row[1], within(1e-9));
    }
  }

  @Test
  void shouldGiveThePublishedSetsUnderRelativeMagnitudes() {
    // Theirs are points of a grid 0.00076 apart, with a simulated first stage.
    double[][] published = {
      {0.5, 0.1181294858, 0.271583866},
      {1, 0.06723125075, 0.3186837253},
      {1.5, 0.01329431512, 0.3695819603},
      {2, -0.04216197081, Double.NaN}
    };
    RelativeMagnitudes magnitudes = RelativeMagnitudes.of(path(), FIRST, 0.05, 1);
    for (double[] row : published) {
      HonestSet set = magnitudes.interval(row[0]);
      assertThat(set.low()).as("low at " + row[0]).isCloseTo(row[1], within(3e-3));
      if (!Double.isNaN(row[2])) {
        assertThat(set.high()).as("high at " + row[0]).isCloseTo(row[2], within(3e-3));
      }
    }
  }
}
