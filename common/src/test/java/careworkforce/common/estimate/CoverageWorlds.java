package careworkforce.common.estimate;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.shiftshare.AdaoKolesarMorales;
import careworkforce.common.estimate.shiftshare.Shares;
import careworkforce.common.estimate.shiftshare.ShiftShareDesign;
import careworkforce.common.estimate.shiftshare.ShiftShareFit;
import careworkforce.common.estimate.shiftshare.ShockLevel;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Data with a planted coefficient of 1 (0.5 in likelihoods) and errors of a kind. */
final class CoverageWorlds {
  /** How errors of a panel hang together. */
  enum Errors {
    EVEN,
    UNEVEN,
    SERIAL
  }

  private CoverageWorlds() {}

  /** y = x + unit effect + error; x and error uneven or autoregressive (0.7) within units. */
  static Frame panel(long seed, int units, int periods, Errors errors) {
    Random random = new Random(seed);
    int n = units * periods;
    double[][] c = new double[4][n];
    for (int u = 0; u < units; u++) {
      double effect = random.nextGaussian();
      double px = random.nextGaussian();
      double pe = random.nextGaussian();
      for (int t = 0; t < periods; t++) {
        int i = u * periods + t;
        boolean serial = errors == Errors.SERIAL;
        px = serial ? 0.7 * px + Math.sqrt(0.51) * random.nextGaussian() : random.nextGaussian();
        pe = serial ? 0.7 * pe + Math.sqrt(0.51) * random.nextGaussian() : random.nextGaussian();
        double spread = errors == Errors.UNEVEN ? 0.3 + px * px : 1;
        c[0][i] = px + effect / 2 + effect + spread * pe;
        c[1][i] = px + effect / 2;
        c[2][i] = u;
        c[3][i] = t;
      }
    }
    return Frame.empty().with("y", c[0]).with("x", c[1]).with("unit", c[2]).with("time", c[3]);
  }

  /**
   * x and error both have parts of the period, and where asked for of the unit, which Driscoll and
   * Kraay do not allow.
   */
  static Frame twoWays(long seed, int size, boolean units) {
    Random random = new Random(seed);
    double[][] unit = draws(random, 2, size);
    double[][] time = draws(random, 2, size);
    double[][] c = new double[4][size * size];
    for (int i = 0; i < size * size; i++) {
      int u = i / size;
      int t = i % size;
      double own = units ? 1 : 0;
      c[1][i] = own * unit[0][u] + time[0][t] + random.nextGaussian();
      c[0][i] = c[1][i] + own * unit[1][u] + time[1][t] + random.nextGaussian();
      c[2][i] = u;
      c[3][i] = t;
    }
    return Frame.empty().with("y", c[0]).with("x", c[1]).with("unit", c[2]).with("time", c[3]);
  }

  /** Eight clusters of 5 to 40 rows; x and error have parts of the cluster. */
  static Frame fewClusters(long seed) {
    Random random = new Random(seed);
    double[][] part = draws(random, 2, 8);
    int[] group =
        IntStream.range(0, 8).flatMap(g -> IntStream.range(0, 5 * (g + 1)).map(i -> g)).toArray();
    double[][] c = new double[3][group.length];
    for (int i = 0; i < group.length; i++) {
      c[1][i] = part[0][group[i]] + random.nextGaussian();
      c[0][i] = c[1][i] + part[1][group[i]] + random.nextGaussian();
      c[2][i] = group[i];
    }
    return Frame.empty().with("y", c[0]).with("x", c[1]).with("g", c[2]);
  }

  /** Places in a square of 800 km; x and error are means of nearby shocks, alike up to 100 km. */
  static Frame map(long seed, int places) {
    Random random = new Random(seed);
    int sources = 200;
    double[][] at = new double[2][places];
    double[][] from = new double[2][sources];
    for (int i = 0; i < places; i++) {
      at[0][i] = 50 + 7.2 * random.nextDouble();
      at[1][i] = 10 * random.nextDouble();
    }
    for (int s = 0; s < sources; s++) {
      from[0][s] = 50 + 7.2 * random.nextDouble();
      from[1][s] = 10 * random.nextDouble();
    }
    double[][] shock = draws(random, 2, sources);
    double[] x = new double[places];
    double[] y = new double[places];
    for (int i = 0; i < places; i++) {
      double e = random.nextGaussian();
      x[i] = random.nextGaussian();
      for (int s = 0; s < sources; s++) {
        double north = 111.2 * (at[0][i] - from[0][s]);
        double east = 66 * (at[1][i] - from[1][s]);
        if (north * north + east * east < 50 * 50) {
          x[i] += shock[0][s];
          e += shock[1][s];
        }
      }
      y[i] = x[i] + e;
    }
    return Frame.empty().with("y", y).with("x", x).with("lat", at[0]).with("lon", at[1]);
  }

  /** d = strength (z1 + z2) + v; y = d + error alike with v. */
  static Frame instruments(long seed, double strength) {
    Random random = new Random(seed);
    int n = 300;
    double[][] c = new double[4][n];
    for (int i = 0; i < n; i++) {
      c[2][i] = random.nextGaussian();
      c[3][i] = random.nextGaussian();
      double v = random.nextGaussian();
      c[1][i] = strength * (c[2][i] + c[3][i]) + v;
      c[0][i] = c[1][i] + 0.6 * v + 0.8 * (0.5 + Math.abs(c[2][i])) * random.nextGaussian();
    }
    return Frame.empty().with("y", c[0]).with("d", c[1]).with("z1", c[2]).with("z2", c[3]);
  }

  /** Outcomes of a family with slope 0.5 on x and unit effects a that go with x. */
  static Frame outcomes(long seed, String family, int units, int times) {
    Random random = new Random(seed);
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    int n = units * times;
    double[][] c = new double[5][n];
    for (int i = 0; i < n; i++) {
      boolean first = i % times == 0;
      c[4][i] = first ? 0.5 * random.nextGaussian() : c[4][i - 1];
      c[1][i] = random.nextGaussian() + c[4][i];
      c[2][i] = i / times;
      c[3][i] = i % times;
      double eta = 0.5 * c[1][i] + c[4][i];
      double draw = random.nextDouble();
      c[0][i] =
          switch (family) {
            case "logit" -> draw < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            case "probit" -> draw < normal.cumulativeProbability(eta) ? 1 : 0;
            case "cloglog" -> draw < -Math.expm1(-Math.exp(eta - 1)) ? 1 : 0;
            default -> count(random, Math.exp(eta) * (0.5 + random.nextDouble()));
          };
    }
    return Frame.empty()
        .with("y", c[0])
        .with("x", c[1])
        .with("unit", c[2])
        .with("time", c[3])
        .with("a", c[4]);
  }

  private static double count(Random random, double mean) {
    double left = random.nextDouble();
    double share = Math.exp(-mean);
    int events = 0;
    while (left > share && events < 1000) {
      left -= share;
      events++;
      share *= mean / events;
    }
    return events;
  }

  private static double[][] draws(Random random, int columns, int rows) {
    double[][] drawn = new double[columns][rows];
    for (double[] column : drawn) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    return drawn;
  }

  /** 200 places with shares of 60 sectors, whose shocks to the outcome they share as well. */
  static ShiftShareWorld shiftShare(long seed) {
    Random random = new Random(seed);
    int places = 200;
    int sectors = 60;
    int each = 6;
    int[] place = IntStream.range(0, places * each).map(e -> e / each).toArray();
    int[] sector = new int[place.length];
    double[] share = new double[place.length];
    for (int i = 0; i < places; i++) {
      double sum = 0;
      int start = random.nextInt(sectors);
      for (int k = 0; k < each; k++) {
        sector[i * each + k] = (start + k * (1 + i % 9)) % sectors;
        share[i * each + k] = 0.2 + random.nextDouble();
        sum += share[i * each + k];
      }
      for (int k = 0; k < each; k++) {
        share[i * each + k] /= sum;
      }
    }
    Shares shares = new Shares(places, sectors, place, sector, share);
    double[][] shock = draws(random, 2, sectors);
    double[] instrument = shares.exposure(shock[0]);
    double[] shared = shares.exposure(shock[1]);
    double[] treatment = new double[places];
    double[] outcome = new double[places];
    for (int i = 0; i < places; i++) {
      double v = 0.3 * random.nextGaussian();
      treatment[i] = instrument[i] + v;
      outcome[i] = treatment[i] + v + shared[i] + 0.2 * random.nextGaussian();
    }
    return new ShiftShareWorld(outcome, treatment, instrument, shock[0], shares);
  }

  /** A shift-share design and the two ways of estimating it. */
  record ShiftShareWorld(
      double[] outcome, double[] treatment, double[] instrument, double[] shocks, Shares shares) {

    private double[][] constant() {
      double[] ones = new double[outcome.length];
      Arrays.fill(ones, 1);
      return new double[][] {ones};
    }

    ShiftShareFit fit() {
      return AdaoKolesarMorales.fit(
          new ShiftShareDesign(
              outcome, treatment, instrument, constant(), null, shares, null, null));
    }

    Coefficient shockLevel() {
      ShockLevel level =
          ShockLevel.of(new double[][] {outcome, treatment}, constant(), constant()[0], shares);
      Frame rows =
          Frame.empty()
              .with("y", level.values()[0])
              .with("x", level.values()[1])
              .with("g", shocks)
              .with("s", level.weights());
      return Estimate.iv("y ~ 1 | x ~ g", rows).weights("s").hetero().fit().coefficient("x");
    }
  }
}
