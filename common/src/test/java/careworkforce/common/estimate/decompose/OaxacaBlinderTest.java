package careworkforce.common.estimate.decompose;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.ClusterScores;
import careworkforce.common.estimate.variance.WildBootstrap;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OaxacaBlinderTest {
  private static final double TOLERANCE = 1e-8;
  private static final String WAGES =
      "ln.real.wage ~ age + female + LTHS + some.college + college + advanced.degree";

  /** Group A: y = 1 + 2x at x = 1, 2, 3; group B: y = 3x at x = 0, 1, 2. */
  private static final Frame EXACT =
      Frame.empty()
          .with("g", "a", "a", "a", "b", "b", "b")
          .with("x", 1, 2, 3, 0, 1, 2)
          .with("y", 3, 5, 7, 0, 3, 6);

  @Test
  void shouldSplitAGapByHand() {
    OaxacaBlinder split = OaxacaBlinder.of("y ~ x", EXACT, "g");
    Decomposition three = split.threefold();
    assertThat(three.gap().estimate()).isCloseTo(2, within(1e-12));
    assertThat(three.part("endowments").total().estimate()).isCloseTo(3, within(1e-12));
    assertThat(three.part("coefficients").total().estimate()).isCloseTo(1 - 1, within(1e-12));
    assertThat(three.part("interaction").total().estimate()).isCloseTo(-1, within(1e-12));
    Decomposition half = split.twofold(new Reference.Share(0.5));
    assertThat(half.part("explained").total().estimate()).isCloseTo(2.5, within(1e-12));
    assertThat(half.part("unexplained A").detail().get(0).estimate()).isCloseTo(0.5, within(1e-12));
    assertThat(half.part("unexplained A").detail().get(1).estimate())
        .isCloseTo(2 * -0.5, within(1e-12));
  }

  @Test
  @Tag("validation")
  void shouldAgreeOnTheWageGapInChicago() {
    ValidationCase shared = ValidationCase.open("19");
    JsonNode expected = shared.expected();
    OaxacaBlinder split =
        OaxacaBlinder.of(WAGES, CsvFrames.read(shared.file("data.csv")), "foreign.born");
    Decomposition three = split.threefold();
    close("gap", three.gap().estimate(), expected.get("gap"));
    for (String name : List.of("endowments", "coefficients", "interaction")) {
      close(name, three.part(name).total().estimate(), expected.get("threefold").get(name));
      JsonNode detail = expected.get("threefold_detail").get(name);
      for (Coefficient c : three.part(name).detail()) {
        close(name + " of " + c.name(), c.estimate(), detail.get(c.name()));
      }
    }
    Map<String, Reference> references =
        Map.of(
            "ref_A", new Reference.Share(1),
            "ref_B", new Reference.Share(0),
            "ref_half", new Reference.Share(0.5),
            "ref_size_weighted", new Reference.Size(),
            "ref_neumark_pooled", new Reference.Pooled(),
            "ref_jann_pooled_with_group", new Reference.PooledWithGroup());
    JsonNode twofold = expected.get("twofold");
    assertThat(references).hasSize(twofold.size());
    references.forEach(
        (name, reference) -> {
          Decomposition two = split.twofold(reference);
          JsonNode wanted = twofold.get(name);
          close(name, two.part("explained").total().estimate(), wanted.get("explained"));
          assertThat(two.part("unexplained A").total().estimate())
              .isCloseTo(wanted.get("unexplained_A").asDouble(), within(1e-10));
          assertThat(two.part("unexplained B").total().estimate())
              .isCloseTo(wanted.get("unexplained_B").asDouble(), within(1e-10));
        });
  }

  /**
   * R's package draws its standard errors from a bootstrap without a recorded seed (for the first
   * reference three times those of the delta method below), so that only its estimates are
   * compared.
   */
  @Test
  @Tag("validation")
  void shouldAgreeWithThePackageOnEveryReference() {
    ValidationCase shared = ValidationCase.open("19");
    Frame data = CsvFrames.read(shared.file("data.csv"));
    OaxacaBlinder split = OaxacaBlinder.of(WAGES, data, "foreign.born");
    for (JsonNode row : shared.expected().at("/twofold_oaxaca_package/rows")) {
      double weight = row.get(0).asDouble();
      Reference reference =
          weight == -1
              ? new Reference.Pooled()
              : weight == -2
                  ? new Reference.PooledWithGroup()
                  : weight > 0.4 && weight < 0.5
                      ? new Reference.Size()
                      : new Reference.Share(weight);
      Decomposition two = split.twofold(reference);
      double own = two.part("unexplained A").total().estimate();
      double other = two.part("unexplained B").total().estimate();
      close("explained", two.part("explained").total().estimate(), row.get(1));
      close("unexplained", own + other, row.get(3));
      close("unexplained A", own, row.get(5));
      close("unexplained B", other, row.get(7));
    }
  }

  @Test
  @Tag("validation")
  void shouldAgreeOnTheRegressionsAndMeansOfTheGroups() {
    ValidationCase shared = ValidationCase.open("19");
    JsonNode expected = shared.expected();
    Frame data = CsvFrames.read(shared.file("data.csv"));
    double[] born = data.numbers("foreign.born");
    double[] wage = data.numbers("ln.real.wage");
    for (int g = 0; g < 2; g++) {
      String group = g == 0 ? "A" : "B";
      int level = g;
      Frame own =
          data.take(
              IntStream.range(0, born.length)
                  .filter(i -> born[i] == level && !Double.isNaN(wage[i]))
                  .toArray());
      var fit = Estimate.ols(WAGES, own).fit();
      assertThat(fit.sample().rows()).isEqualTo(expected.get("n").get(group).asInt());
      for (Coefficient c : fit.coefficients()) {
        close(group + c.name(), c.estimate(), expected.get("beta" + group).get(c.name()));
        double mean =
            c.name().equals("(Intercept)")
                ? 1
                : Arrays.stream(own.numbers(c.name())).average().orElseThrow();
        close(group + " mean " + c.name(), mean, expected.get("x" + group).get(c.name()));
      }
    }
  }

  @Test
  @Tag("validation")
  void shouldAgreeOnDeltaMethodStandardErrors() {
    ValidationCase shared = ValidationCase.open("19");
    JsonNode expected = shared.expected().get("delta_method");
    Decomposition two =
        OaxacaBlinder.of(WAGES, CsvFrames.read(shared.file("data.csv")), "foreign.born")
            .twofold(new Reference.Share(1));
    close(
        "explained",
        two.part("explained").total().standardError(),
        expected.get("se_explained_refA"));
    close("gap", two.gap().standardError(), expected.get("se_gap"));
  }

  private static Frame wages(long seed) {
    Random random = new Random(seed);
    int n = 200;
    double[] group = IntStream.range(0, n).mapToDouble(i -> i % 2).toArray();
    double[] x = Arrays.stream(group).map(g -> 1 + g + random.nextGaussian()).toArray();
    double[] z = Arrays.stream(x).map(v -> v > 1.5 ? 1 : 0).toArray();
    double[] w = IntStream.range(0, n).mapToDouble(i -> 1 + i % 3).toArray();
    double[] firm = IntStream.range(0, n).mapToDouble(i -> i / 10).toArray();
    double[] y =
        IntStream.range(0, n)
            .mapToDouble(i -> 1 + x[i] * (1 + group[i]) + z[i] + random.nextGaussian())
            .toArray();
    return Frame.empty()
        .with("g", group)
        .with("x", x)
        .with("z", z)
        .with("w", w)
        .with("firm", firm)
        .with("y", y);
  }

  @Test
  void shouldTakePooledCoefficientsFromARegressionOnAllRows() {
    Frame data = wages(1);
    OaxacaBlinder split =
        OaxacaBlinder.of("y ~ x + z", data, "g").estimated(e -> e.weights("w").cluster("firm"));
    for (String dummy : List.of("", " + g")) {
      var all = Estimate.ols("y ~ x + z" + dummy, data).weights("w").fit();
      Decomposition.Part explained =
          split
              .twofold(dummy.isEmpty() ? new Reference.Pooled() : new Reference.PooledWithGroup())
              .part("explained");
      for (String name : List.of("x", "z")) {
        double gap = mean(data, name, 0) - mean(data, name, 1);
        assertThat(
                explained.detail().stream()
                    .filter(c -> c.name().equals(name))
                    .mapToDouble(Coefficient::estimate)
                    .sum())
            .isCloseTo(gap * all.coefficient(name).estimate(), within(1e-12));
      }
    }
  }

  private static double mean(Frame data, String column, double group) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < data.rows(); i++) {
      if (data.numbers("g")[i] == group) {
        sum += data.numbers("w")[i] * data.numbers(column)[i];
        total += data.numbers("w")[i];
      }
    }
    return sum / total;
  }

  @Test
  void shouldSumDetailsToTotalsAndPartsToTheGap() {
    Decomposition two =
        OaxacaBlinder.of("y ~ x + z", wages(2), "g").twofold(new Reference.PooledWithGroup());
    double sum = 0;
    for (Decomposition.Part part : two.parts()) {
      assertThat(part.detail().stream().mapToDouble(Coefficient::estimate).sum())
          .isCloseTo(part.total().estimate(), within(1e-12));
      sum += part.total().estimate();
    }
    assertThat(sum).isCloseTo(two.gap().estimate(), within(1e-12));
    assertThat(two.toString()).contains("twofold: 0 less 1", "explained");
  }

  @Test
  void shouldDifferentiateEveryPartRightly() {
    // With one regressor and reference A, var(explained) = b^2 (v(xA) + v(xB)) + dx^2 v(b).
    Frame data = wages(3);
    OaxacaBlinder split = OaxacaBlinder.of("y ~ x", data, "g").estimated(Estimate::hetero);
    int[] rows = IntStream.range(0, 200).filter(i -> data.numbers("g")[i] == 0).toArray();
    int[] others = IntStream.range(0, 200).filter(i -> data.numbers("g")[i] == 1).toArray();
    Coefficient slope = Estimate.ols("y ~ x", data.take(rows)).hetero().fit().coefficient("x");
    Coefficient own = Estimate.ols("x ~ 1", data.take(rows)).fit().coefficient("(Intercept)");
    Coefficient other = Estimate.ols("x ~ 1", data.take(others)).fit().coefficient("(Intercept)");
    double means = Math.pow(own.standardError(), 2) + Math.pow(other.standardError(), 2);
    double gap = own.estimate() - other.estimate();
    double fromSlope = gap * gap * Math.pow(slope.standardError(), 2);
    Coefficient explained = split.twofold(new Reference.Share(1)).part("explained").total();
    assertThat(explained.standardError())
        .isCloseTo(Math.sqrt(fromSlope + Math.pow(slope.estimate(), 2) * means), within(1e-12));
    assertThat(
            split
                .fixedRegressors()
                .twofold(new Reference.Share(1))
                .part("explained")
                .total()
                .standardError())
        .isCloseTo(Math.sqrt(fromSlope), within(1e-12));
  }

  /** Three firms, each with one member of a and one of b. */
  private static OaxacaBlinder firms(String formula, double... outcomes) {
    Frame data =
        Frame.empty()
            .with("g", "a", "a", "a", "b", "b", "b")
            .with("firm", "u", "v", "w", "u", "v", "w")
            .with("x", 1, 2, 4, 0, 3, 1)
            .with("y", outcomes);
    return OaxacaBlinder.of(formula, data, "g").estimated(e -> e.cluster("firm"));
  }

  @Test
  void shouldBeCertainOfAGapThatEveryClusterHas() {
    // Firms pay 10, 20 and 60, and a one more than b in each of them.
    Coefficient gap = firms("y ~ 1", 11, 21, 61, 10, 20, 60).threefold().gap();
    assertThat(gap.estimate()).isCloseTo(1, within(1e-12));
    assertThat(gap.standardError()).isCloseTo(0, within(1e-12));
  }

  @Test
  void shouldJudgeAGapByItsSpreadOverClustersThatHoldBothGroups() {
    // Gaps of 1, 2 and 3: variance 3/2 (1 + 0 + 1) / 9 = 1/3; t of 2 degrees, 4.3027 at 95 %.
    Coefficient gap = firms("y ~ 1", 11, 22, 63, 10, 20, 60).threefold().gap();
    assertThat(gap.standardError()).isCloseTo(Math.sqrt(1 / 3.0), within(1e-12));
    assertThat(gap.ciHigh()).isCloseTo(2 + 4.302652729911275 * Math.sqrt(1 / 3.0), within(1e-8));
  }

  @Test
  void shouldHaveOneStandardErrorForOneGap() {
    Coefficient plain = firms("y ~ 1", 11, 22, 63, 10, 20, 60).threefold().gap();
    Coefficient split = firms("y ~ x", 11, 22, 63, 10, 20, 60).threefold().gap();
    assertThat(split.standardError()).isCloseTo(plain.standardError(), within(1e-12));
  }

  /** Eight firms: the first group's twelve rows mostly in the last, the second's in the others. */
  private static Frame uneven() {
    double[] outcomes = {
      4, 5, 5, 2, 2, 3, 3, 4, 2, 7, 6, 2, //
      0, -2, -2, -2, 5, 4, 5, 1, 2, 3, 3, 3, 1, 2, -1, -2, 2, 5, 0, 3
    };
    double[] firms = {
      0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7, //
      0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7
    };
    double[] second = IntStream.range(0, 32).mapToDouble(i -> i < 12 ? 0 : 1).toArray();
    return Frame.empty()
        .with("y", outcomes)
        .with("firm", firms)
        .with("second", second)
        .with("first", Arrays.stream(second).map(s -> 1 - s).toArray());
  }

  private static Decomposition.Part gapOf(Frame data) {
    return OaxacaBlinder.of("y ~ 1", data, "second")
        .estimated(e -> e.cluster("firm"))
        .threefold()
        .whole();
  }

  /** By hand: residuals from the mean of all rows, times the group less its part of the rows. */
  @Test
  void shouldHaveTheScoresOfARegressionInWhichThereIsNoGap() {
    Frame data = uneven();
    Decomposition.Part gap = gapOf(data);
    double mean = Arrays.stream(data.numbers("y")).average().orElseThrow();
    double part = 12 / 32.0;
    double[] wanted = new double[8];
    for (int i = 0; i < data.rows(); i++) {
      double away = (data.numbers("first")[i] - part) * (data.numbers("y")[i] - mean);
      wanted[(int) data.numbers("firm")[i]] += away / (32 * part * (1 - part));
    }
    ClusterScores scores = Objects.requireNonNull(gap.scores());
    for (int firm = 0; firm < wanted.length; firm++) {
      double moved = gap.total().estimate() * scores.shares()[firm];
      assertThat(scores.influences()[firm] + moved).isCloseTo(wanted[firm], within(1e-12));
    }
    assertThat(gap.total().estimate()).isCloseTo(2.25, within(1e-12));
    assertThat(Arrays.stream(scores.influences()).sum()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(scores.shares()).sum()).isCloseTo(1, within(1e-12));
  }

  /** Of the 256 vectors of signs, 14 are as far from nought in either. */
  @Test
  void shouldTestAGapBySignsOfItsScoresAsARegressionDoes() {
    Frame data = uneven();
    WildBootstrap regression =
        Estimate.ols("y ~ first", data)
            .cluster("firm")
            .wildBootstrap(1_999, 1)
            .bootstrapWeights("rademacher")
            .fit()
            .bootstraps()
            .get(0);
    Decomposition.Part gap = gapOf(data);
    WildBootstrap byScores =
        Objects.requireNonNull(gap.scores()).bootstrap(gap.total(), 1_999, "rademacher", 1, 0.95);
    assertThat(byScores.exhaustive()).isTrue();
    assertThat(regression.pValueTies()).isEqualTo(14 / 256.0);
    assertThat(byScores.pValueTies()).isEqualTo(14 / 256.0);
  }

  @Test
  void shouldFollowEachClustersWeightInEveryPart() {
    Frame data = wages(5);
    Decomposition three = clustered(data).threefold();
    Decomposition two = clustered(data).twofold(new Reference.Share(0));
    int firms = 20;
    double[] squares = new double[6];
    for (int firm = 0; firm < firms; firm++) {
      double[] heavier = estimates(weighed(data, firm, 1 + 1e-4));
      double[] lighter = estimates(weighed(data, firm, 1 - 1e-4));
      for (int part = 0; part < squares.length; part++) {
        squares[part] += Math.pow((heavier[part] - lighter[part]) / 2e-4, 2);
      }
    }
    List<Coefficient> totals = totals(three, two);
    for (int part = 0; part < squares.length; part++) {
      assertThat(totals.get(part).standardError())
          .as(totals.get(part).name())
          .isCloseTo(Math.sqrt(squares[part] * firms / (firms - 1)), within(1e-8));
    }
  }

  private static OaxacaBlinder clustered(Frame data) {
    return OaxacaBlinder.of("y ~ x + z", data, "g").estimated(e -> e.weights("w").cluster("firm"));
  }

  private static List<Coefficient> totals(Decomposition three, Decomposition two) {
    return List.of(
        three.gap(),
        three.part("endowments").total(),
        three.part("coefficients").total(),
        three.part("interaction").total(),
        two.part("explained").total(),
        two.part("unexplained A").total());
  }

  private static double[] estimates(Frame data) {
    return totals(clustered(data).threefold(), clustered(data).twofold(new Reference.Share(0)))
        .stream()
        .mapToDouble(Coefficient::estimate)
        .toArray();
  }

  private static Frame weighed(Frame data, int firm, double factor) {
    double[] weights = data.numbers("w").clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= data.numbers("firm")[i] == firm ? factor : 1;
    }
    return data.with("w", weights);
  }

  @Test
  void shouldSayWhatCannotBeDecomposed() {
    Frame data = wages(4);
    assertThatThrownBy(() -> OaxacaBlinder.of("y ~ x", data, "firm").threefold())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it has 20 levels");
    assertThatThrownBy(() -> OaxacaBlinder.of("y ~ x | firm", data, "g").threefold())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not one regression with a constant");
    assertThatThrownBy(() -> OaxacaBlinder.of("y ~ x + g", data, "g").threefold())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no variation of its own in [g]");
    assertThatThrownBy(() -> OaxacaBlinder.of("y ~ x", data, "g").threefold().part("luck"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("endowments, coefficients, interaction");
    assertThatThrownBy(() -> OaxacaBlinder.of("y ~ x", data, "g").twofold(new Reference.Share(2)))
        .isInstanceOf(UserError.class);
  }

  private static void close(String what, double actual, JsonNode wanted) {
    if (Math.abs(wanted.asDouble()) < 1e-12) {
      assertThat(actual).as(what).isCloseTo(wanted.asDouble(), within(1e-10));
    } else {
      assertClose(what, actual, wanted.asDouble(), TOLERANCE);
    }
  }
}
