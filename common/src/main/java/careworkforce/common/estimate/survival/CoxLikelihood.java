package careworkforce.common.estimate.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Partial likelihood of Cox (1972) of spells in strata, with its derivatives and, when asked for,
 * score residuals of each spell (Therneau, Grambsch and Fleming 1990; Lin and Wei 1989).
 *
 * <p>Events at one time share the risk set: each sees it whole (Breslow), or less the share of the
 * tied events that is thought to have gone before (Efron). A spell is at risk after its entry up to
 * and including its end.
 */
final class CoxLikelihood {
  /** Spells: times, whether the event ends them, regressors by column. */
  record Spells(double[] entry, double[] end, boolean[] event, double[][] x, double[] offset) {}

  private final Spells spells;
  private final boolean efron;
  private final int width;
  private final double[] index;
  private final double[] risk;
  final double[] gradient;
  final double[][] information;
  final double[][] scores;
  double value;

  private CoxLikelihood(Spells spells, boolean efron, double[] coefficients) {
    this.spells = spells;
    this.efron = efron;
    this.width = coefficients.length;
    this.index = spells.offset.clone();
    this.risk = new double[index.length];
    for (int c = 0; c < width; c++) {
      for (int i = 0; i < index.length; i++) {
        index[i] += coefficients[c] * spells.x[c][i];
      }
    }
    this.gradient = new double[width];
    this.information = new double[width][width];
    this.scores = new double[width][index.length];
  }

  /**
   * The likelihood at some coefficients.
   *
   * @param strata rows of each stratum
   */
  static CoxLikelihood at(Spells spells, int[][] strata, boolean efron, double[] coefficients) {
    CoxLikelihood likelihood = new CoxLikelihood(spells, efron, coefficients);
    for (int[] rows : strata) {
      likelihood.add(rows);
    }
    return likelihood;
  }

  /**
   * Events from the last time to the first, while the risk set grows by ends, shrinks by entries.
   */
  private void add(int[] rows) {
    double highest = IntStream.of(rows).mapToDouble(i -> index[i]).max().orElse(0);
    for (int i : rows) {
      risk[i] = Math.exp(index[i] - highest);
    }
    int[] byEnd = descending(rows, spells.end);
    int[] byEntry = descending(rows, spells.entry);
    Sums atRisk = new Sums(width);
    CoxHazard path = new CoxHazard(width);
    int in = 0;
    int out = 0;
    for (int first = 0; first < byEnd.length; ) {
      double time = spells.end[byEnd[first]];
      int next = first;
      while (next < byEnd.length && spells.end[byEnd[next]] == time) {
        next++;
      }
      Sums tied = new Sums(width);
      for (; in < next; in++) {
        atRisk.add(risk[byEnd[in]], spells.x, byEnd[in], 1);
        if (spells.event[byEnd[in]]) {
          tied.add(risk[byEnd[in]], spells.x, byEnd[in], 1);
        }
      }
      for (; out < byEntry.length && spells.entry[byEntry[out]] >= time; out++) {
        atRisk.add(risk[byEntry[out]], spells.x, byEntry[out], -1);
      }
      if (tied.count > 0) {
        events(byEnd, first, next, highest, atRisk, tied, path, time);
      }
      first = next;
    }
    for (int i : rows) {
      double after = spells.entry[i];
      double exposure = path.between(after, spells.end[i]);
      for (int a = 0; a < width; a++) {
        double pull = path.pullBetween(a, after, spells.end[i]);
        scores[a][i] -= risk[i] * (spells.x[a][i] * exposure - pull);
      }
    }
  }

  private static int[] descending(int[] rows, double[] by) {
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -by[i]).thenComparing(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void events(
      int[] order,
      int from,
      int to,
      double highest,
      Sums atRisk,
      Sums tied,
      CoxHazard path,
      double time) {
    double[] mean = new double[width];
    double[] average = new double[width];
    double hazard = 0;
    double[] pull = new double[width];
    double spared = 0;
    double[] sparedPull = new double[width];
    for (int k = 0; k < tied.count; k++) {
      double gone = efron ? (double) k / tied.count : 0;
      double total = atRisk.total - gone * tied.total;
      value -= Math.log(total) + highest;
      for (int a = 0; a < width; a++) {
        mean[a] = (atRisk.first[a] - gone * tied.first[a]) / total;
        gradient[a] -= mean[a];
        average[a] += mean[a] / tied.count;
        pull[a] += mean[a] / total;
        sparedPull[a] += gone * mean[a] / total;
      }
      for (int a = 0; a < width; a++) {
        for (int b = 0; b < width; b++) {
          double second = atRisk.second[a][b] - gone * tied.second[a][b];
          information[a][b] += second / total - mean[a] * mean[b];
        }
      }
      hazard += 1 / total;
      spared += gone / total;
    }
    path.add(time, hazard, pull);
    for (int p = from; p < to; p++) {
      int i = order[p];
      if (spells.event[i]) {
        value += index[i];
        for (int a = 0; a < width; a++) {
          double x = spells.x[a][i];
          gradient[a] += x;
          scores[a][i] += x - average[a] + risk[i] * (x * spared - sparedPull[a]);
        }
      }
    }
  }

  /** Sums of risks over spells, with first and second moments of the regressors. */
  private static final class Sums {
    final double[] first;
    final double[][] second;
    double total;
    int count;

    Sums(int width) {
      first = new double[width];
      second = new double[width][width];
    }

    void add(double risk, double[][] x, int row, int sign) {
      double weight = sign * risk;
      total += weight;
      count += sign;
      for (int a = 0; a < first.length; a++) {
        double along = weight * x[a][row];
        first[a] += along;
        for (int b = 0; b < first.length; b++) {
          second[a][b] += along * x[b][row];
        }
      }
    }
  }
}
