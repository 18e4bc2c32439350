package careworkforce.common.estimate.variance;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One fit told under several variances: each as if it alone were asked for, of the same rows. */
class SeveralVariancesTest {
  private static final String FORMULA = "y ~ x | trust";

  /** Trusts in areas, two to an area; of the last trust the area is not known. */
  private static Frame staff() {
    Random random = new Random(41);
    int rows = 300;
    double[] x = IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] y =
        IntStream.range(0, rows)
            .mapToDouble(i -> x[i] + random.nextGaussian() > 0 ? 1 : 0)
            .toArray();
    int[] trust = IntStream.range(0, rows).map(i -> i % 15).toArray();
    int[] area = IntStream.of(trust).map(t -> t == 14 ? -1 : t / 2).toArray();
    return Frame.empty()
        .with("x", x)
        .with("y", y)
        .with("trust", IntStream.of(trust).asDoubleStream().toArray())
        .with(
            "area",
            new Column.Codes(area, IntStream.range(0, 7).mapToObj(a -> "E3000000" + a).toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "poisson", "logit", "probit", "cloglog"})
  void shouldTellEachAsIfItWereAlone(String family) {
    Frame staff = staff();
    Frame placed = staff.where(i -> staff.column("area").codes().values()[i] >= 0);
    List<VarianceSpec> variances =
        List.of(
            VarianceSpec.cluster("trust"),
            VarianceSpec.cluster("area"),
            new VarianceSpec.Hetero(1),
            new VarianceSpec.Iid());
    List<Fit> told =
        Estimate.of(Family.named(family), FORMULA, staff)
            .fitUnder(variances.toArray(VarianceSpec[]::new));
    for (int v = 0; v < variances.size(); v++) {
      Fit alone =
          Estimate.of(Family.named(family), FORMULA, placed).variance(variances.get(v)).fit();
      assertThat(told.get(v).coefficients()).isEqualTo(alone.coefficients());
      assertThat(told.get(v).variance().type()).isEqualTo(alone.variance().type());
      assertThat(told.get(v).variance().clusters()).isEqualTo(alone.variance().clusters());
      assertThat(told.get(v).sample().rows()).isEqualTo(280);
    }
  }
}
