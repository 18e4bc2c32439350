package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawTest {
  private static final int TIMES = 200_000;

  @Test
  void shouldDrawTheSameForTheSameEntityAndOtherwiseForAnother() {
    assertThat(Draw.of(7, "person", 41).bits()).isEqualTo(Draw.of(7, "person", 41).bits());
    assertThat(Draw.of(7, "person", 41).bits())
        .isNotEqualTo(Draw.of(7, "person", 42).bits())
        .isNotEqualTo(Draw.of(8, "person", 41).bits())
        .isNotEqualTo(Draw.of(7, "home", 41).bits());
  }

  @Test
  void shouldNotBeCorrelatedBetweenNeighbouringEntities() {
    double products = 0;
    for (long entity = 0; entity < TIMES; entity++) {
      double one = Draw.of(1, "person", entity).uniform() - 0.5;
      products += one * (Draw.of(1, "person", entity + 1).uniform() - 0.5);
    }
    // The product of two independent centred uniforms has standard deviation 1/12.
    assertThat(products / TIMES).isCloseTo(0, within(4 / 12.0 / Math.sqrt(TIMES)));
  }

  @Test
  void shouldHaveTheMomentsOfEachDistribution() {
    Draw draw = Draw.of(2, "moments", 0);
    double normal = 0;
    double squares = 0;
    double poisson = 0;
    double exponential = 0;
    for (int i = 0; i < TIMES; i++) {
      double z = draw.normal();
      normal += z;
      squares += z * z;
      poisson += draw.poisson(0.082);
      exponential += draw.exponential(8);
    }
    double root = Math.sqrt(TIMES);
    assertThat(normal / TIMES).isCloseTo(0, within(4 / root));
    assertThat(squares / TIMES).isCloseTo(1, within(4 * Math.sqrt(2) / root));
    assertThat(poisson / TIMES).isCloseTo(0.082, within(4 * Math.sqrt(0.082) / root));
    assertThat(exponential / TIMES).isCloseTo(8, within(4 * 8 / root));
  }

  @Test
  void shouldCountAsManyAsALargeMeanHasIt() {
    Draw draw = Draw.of(4, "large means", 0);
    double sum = 0;
    for (int i = 0; i < 400; i++) {
      sum += draw.poisson(1_200);
    }
    assertThat(sum / 400).isCloseTo(1_200, within(4 * Math.sqrt(1_200) / 20));
  }

  @Test
  void shouldPickInProportionToTheWeights() {
    Draw draw = Draw.of(3, "picks", 0);
    int[] picked = new int[3];
    for (int i = 0; i < TIMES; i++) {
      picked[draw.pick(52, 32, 16)]++;
    }
    double bound = 4 * Math.sqrt(0.25 / TIMES);
    assertThat(picked[0] / (double) TIMES).isCloseTo(0.52, within(bound));
    assertThat(picked[2] / (double) TIMES).isCloseTo(0.16, within(bound));
  }
}
