package careworkforce.common.estimate.shiftshare;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.dense.Inference;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Sixty locations with shares of twenty sectors that sum to less than one, by brute force. */
class ShiftShareByHandTest {
  private static final int PLACES = 60;
  private static final int SECTORS = 20;
  private final Random random = new Random(17);
  private final double[] shocks = draws(SECTORS);
  private final double[][] share = shares();
  private final Shares shares = sparse();
  private final double[] instrument = shares.exposure(shocks);
  private final double[] sum =
      Arrays.stream(share).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  private final double[] weights = IntStream.range(0, PLACES).mapToDouble(i -> 1 + i % 3).toArray();
  private final double[] noise = draws(PLACES);
  private final double[] treatment =
      IntStream.range(0, PLACES)
          .mapToDouble(i -> instrument[i] + 0.3 * noise[i] + sum[i])
          .toArray();
  private final double[] outcome = outcome();
  private final double[] ones = IntStream.range(0, PLACES).mapToDouble(i -> 1).toArray();

  private double[] draws(int n) {
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private double[][] shares() {
    double[][] rows = new double[PLACES][SECTORS];
    for (double[] row : rows) {
      for (int s = 0; s < SECTORS; s++) {
        row[s] = random.nextDouble() * (0.5 + random.nextDouble()) / SECTORS;
      }
    }
    return rows;
  }

  private double[] outcome() {
    double[] sector = draws(SECTORS);
    double[] y = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      y[i] = 2 * treatment[i] - noise[i] + 0.5 * random.nextGaussian();
      for (int s = 0; s < SECTORS; s++) {
        y[i] += 2 * share[i][s] * sector[s];
      }
    }
    return y;
  }

  private Shares sparse() {
    int[] place = IntStream.range(0, PLACES * SECTORS).map(e -> e / SECTORS).toArray();
    int[] sector = IntStream.range(0, PLACES * SECTORS).map(e -> e % SECTORS).toArray();
    double[] value =
        IntStream.range(0, PLACES * SECTORS)
            .mapToDouble(e -> share[e / SECTORS][e % SECTORS])
            .toArray();
    return new Shares(PLACES, SECTORS, place, sector, value);
  }

  /** Weighted residuals on a constant and the sum of shares. */
  private double[] net(double[] v) {
    RealMatrix c = new Array2DRowRealMatrix(new double[][] {ones, sum}).transpose();
    RealMatrix w = MatrixUtils.createRealDiagonalMatrix(weights);
    double[] b =
        MatrixUtils.inverse(c.transpose().multiply(w).multiply(c))
            .operate(c.transpose().multiply(w).operate(v));
    double[] fitted = c.operate(b);
    return IntStream.range(0, PLACES).mapToDouble(i -> v[i] - fitted[i]).toArray();
  }

  private double weighted(double[] a, double[] b) {
    return IntStream.range(0, PLACES).mapToDouble(i -> weights[i] * a[i] * b[i]).sum();
  }

  private ShiftShareFit fit() {
    return AdaoKolesarMorales.fit(
        new ShiftShareDesign(
            outcome,
            treatment,
            instrument,
            new double[][] {ones, sum},
            weights,
            shares,
            null,
            null));
  }

  /** Norm over sectors of the shock behind the instrument times the sum of residuals. */
  private double akm(double b) {
    double[] x = net(instrument);
    RealMatrix w = new Array2DRowRealMatrix(share);
    RealMatrix mass = MatrixUtils.createRealDiagonalMatrix(weights);
    double[] behind =
        MatrixUtils.inverse(w.transpose().multiply(mass).multiply(w))
            .operate(w.transpose().multiply(mass).operate(x));
    double[] y = net(outcome);
    double[] d = net(treatment);
    double squares = 0;
    for (int s = 0; s < SECTORS; s++) {
      double score = 0;
      for (int i = 0; i < PLACES; i++) {
        score += weights[i] * share[i][s] * (y[i] - b * d[i]);
      }
      squares += Math.pow(behind[s] * score, 2);
    }
    return Math.sqrt(squares) / Math.abs(weighted(x, d));
  }

  @Test
  void shouldSumResidualsBySectorForAkm() {
    ShiftShareFit fit = fit();
    double b = weighted(net(instrument), outcome) / weighted(net(instrument), treatment);
    assertClose("estimate", fit.estimate(), b, 1e-10);
    assertClose("AKM", fit.akm().standardError(), akm(b), 1e-10);
  }

  /** AKM0: at the ends the distance from the estimate is 1.96 errors made under that null. */
  @Test
  void shouldEndAkm0WhereTheNullIsJustRejected() {
    ShiftShareFit fit = fit();
    assertThat(fit.akmNullSet().shape()).isEqualTo(ConfidenceSet.Shape.INTERVAL);
    double quantile = Inference.normalQuantile(0.975);
    for (double end : new double[] {fit.akmNull().low(), fit.akmNull().high()}) {
      assertClose("end", Math.abs(end - fit.estimate()) / akm(end), quantile, 1e-8);
    }
    assertThat(fit.akmNullSet().contains(fit.estimate())).isTrue();
  }

  /** Proposition 1 of Borusyak, Hull and Jaravel, with the missing sector completed. */
  @Test
  void shouldGiveTheLocationsEstimateFromShocks() {
    Shares complete = shares.completed(new int[PLACES]);
    ShockLevel level =
        ShockLevel.of(
            new double[][] {outcome, treatment}, new double[][] {ones, sum}, weights, complete);
    double[] g = Arrays.copyOf(shocks, SECTORS + 1);
    double[] constant = new double[SECTORS + 1];
    Arrays.fill(constant, 1);
    ShockRegression shocked =
        ShockRegression.fit(
            level.values()[0],
            level.values()[1],
            g,
            new double[][] {constant},
            level.weights(),
            null);
    assertClose("estimate", shocked.coefficients()[0], fit().estimate(), 1e-10);
    // The same by the formula, with its robust variance.
    Frame rows =
        Frame.empty()
            .with("y", level.values()[0])
            .with("x", level.values()[1])
            .with("g", g)
            .with("s", level.weights());
    var fit = Estimate.iv("y ~ 1 | x ~ g", rows).weights("s").hetero().fit().coefficient("x");
    assertClose("by formula", fit.estimate(), shocked.coefficients()[0], 1e-10);
    assertClose("se", fit.standardError(), Math.sqrt(shocked.robust()[0][0]), 1e-10);
  }

  /** Each sector's estimate is what its share alone gives as an instrument. */
  @Test
  void shouldWeighEstimatesOfSingleShares() {
    RotembergWeights rotemberg =
        RotembergWeights.of(
            outcome, treatment, shocks, new double[][] {ones, sum}, weights, shares);
    Frame rows =
        Frame.empty().with("y", outcome).with("x", treatment).with("sum", sum).with("w", weights);
    double total = 0;
    double combined = 0;
    for (int s = 0; s < SECTORS; s++) {
      int sector = s;
      double[] own = IntStream.range(0, PLACES).mapToDouble(i -> share[i][sector]).toArray();
      double alone =
          Estimate.iv("y ~ sum | x ~ own", rows.with("own", own))
              .weights("w")
              .fit()
              .coefficient("x")
              .estimate();
      assertClose("sector " + s, rotemberg.estimates()[s], alone, 1e-9);
      double weight =
          shocks[s] * weighted(net(own), treatment) / weighted(net(instrument), treatment);
      assertClose("weight " + s, rotemberg.weights()[s], weight, 1e-9);
      total += rotemberg.weights()[s];
      combined += rotemberg.weights()[s] * rotemberg.estimates()[s];
    }
    assertClose("sum", total, 1, 1e-12);
    assertClose("estimate", combined, fit().estimate(), 1e-10);
  }

  /** Places 1 and 2 have equal shares in the second sector and opposite treatments. */
  @Test
  void shouldGiveNoEstimateOfAShareThatDoesNotMoveTheTreatment() {
    RotembergWeights rotemberg =
        RotembergWeights.of(
            new double[] {2, 0, 0, 0},
            new double[] {1, -1, 1, -1},
            new double[] {1, 1},
            new double[][] {{1, 1, 1, 1}},
            new double[] {1, 1, 1, 1},
            new Shares(
                4, 2, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new double[] {0.5, 0.5, 0.5}));
    assertThat(rotemberg.weights()).containsExactly(1, 0);
    assertThat(rotemberg.estimates()[0]).isEqualTo(1.5);
    assertThat(rotemberg.estimates()[1]).isNaN();
  }
}
