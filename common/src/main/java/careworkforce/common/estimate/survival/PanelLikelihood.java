package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Log likelihood of a continuous-time Markov chain seen at times, with its gradient by interval.
 *
 * <p>Parameters are the log intensity of each allowed move, then for each covariate its log hazard
 * ratio on each move. Intervals alike in both states, length and covariates are counted together.
 */
final class PanelLikelihood {
  /** Intervals alike. */
  private record Key(int from, int to, double elapsed, List<Double> covariates) {}

  /** An interval and how often it is seen. */
  private record Interval(Key key, double count) {}

  private final List<Interval> intervals = new ArrayList<>();
  private final int[][] moves;
  private final int states;
  private final int covariates;
  private final boolean[] exact;

  /** A value with its gradient and the sum of outer products of its parts' gradients. */
  record Point(double value, double[] gradient, double[][] outer) {}

  PanelLikelihood(
      List<PanelStates.Step> steps,
      List<double[]> covariates,
      int[][] moves,
      int states,
      boolean[] exact) {
    this.moves = moves;
    this.states = states;
    this.covariates = covariates.size();
    this.exact = exact;
    Map<Key, Integer> counts = new java.util.LinkedHashMap<>();
    for (PanelStates.Step step : steps) {
      List<Double> values = covariates.stream().map(column -> column[step.row()]).toList();
      counts.merge(new Key(step.from(), step.to(), step.elapsed(), values), 1, Integer::sum);
    }
    counts.forEach((key, count) -> intervals.add(new Interval(key, count)));
    intervals.sort(
        java.util.Comparator.comparingInt((Interval i) -> i.key.from)
            .thenComparingInt(i -> i.key.to)
            .thenComparingDouble(i -> i.key.elapsed));
  }

  int parameters() {
    return moves.length * (1 + covariates);
  }

  /** Intensities at some covariates. */
  double[][] intensities(double[] parameters, double[] at) {
    double[][] q = new double[states][states];
    for (int m = 0; m < moves.length; m++) {
      double log = parameters[m];
      for (int c = 0; c < covariates; c++) {
        log += parameters[moves.length * (c + 1) + m] * at[c];
      }
      double rate = Math.exp(log);
      q[moves[m][0]][moves[m][1]] = rate;
      q[moves[m][0]][moves[m][0]] -= rate;
    }
    return q;
  }

  /** Derivative of the intensities by the log intensity of each move. */
  double[][][] directions(double[][] q, double factor) {
    double[][][] directions = new double[moves.length][states][states];
    for (int m = 0; m < moves.length; m++) {
      double rate = factor * q[moves[m][0]][moves[m][1]];
      directions[m][moves[m][0]][moves[m][1]] = rate;
      directions[m][moves[m][0]][moves[m][0]] = -rate;
    }
    return directions;
  }

  /**
   * The likelihood at some parameters.
   *
   * @throws UserError if a move that was seen has no probability there
   */
  Point at(double[] parameters) {
    return at(parameters, true);
  }

  /**
   * The same after a step that may be too long: minus infinity where the probability of a move that
   * was seen rounds to nothing.
   */
  Point tried(double[] parameters) {
    return at(parameters, false);
  }

  private Point at(double[] parameters, boolean explained) {
    double value = 0;
    double[] gradient = new double[parameters()];
    double[][] outer = new double[parameters()][parameters()];
    Map<List<Double>, MatrixExponential> known = new HashMap<>();
    Map<List<Double>, double[][]> rates = new HashMap<>();
    for (Interval interval : intervals) {
      Key key = interval.key;
      double[] at = key.covariates.stream().mapToDouble(Double::doubleValue).toArray();
      double[][] q = rates.computeIfAbsent(key.covariates, k -> intensities(parameters, at));
      List<Double> same = new ArrayList<>(key.covariates);
      same.add(key.elapsed);
      MatrixExponential p =
          known.computeIfAbsent(
              same,
              k ->
                  new MatrixExponential(
                      careworkforce.common.estimate.linear.Small.scale(q, key.elapsed),
                      directions(q, key.elapsed)));
      double[] own = new double[moves.length];
      double likelihood = likelihood(key, p, q, own);
      if (!(likelihood > 0)) {
        if (!explained) {
          return new Point(Double.NEGATIVE_INFINITY, gradient, outer);
        }
        throw UserError.checks(
            "explain a move from state "
                + (key.from + 1)
                + " to "
                + (key.to + 1)
                + " within "
                + key.elapsed,
            "no allowed moves lead there",
            "Allow more moves");
      }
      value += interval.count * Math.log(likelihood);
      double[] score = new double[gradient.length];
      for (int m = 0; m < moves.length; m++) {
        score[m] = own[m] / likelihood;
        for (int c = 0; c < covariates; c++) {
          score[moves.length * (c + 1) + m] = score[m] * at[c];
        }
      }
      for (int i = 0; i < score.length; i++) {
        gradient[i] += interval.count * score[i];
        for (int j = 0; j < score.length; j++) {
          outer[i][j] += interval.count * score[i] * score[j];
        }
      }
    }
    return new Point(value, gradient, outer);
  }

  /** Probability of the interval's end, or its density where the time of moving there is known. */
  private double likelihood(Key key, MatrixExponential p, double[][] q, double[] derivatives) {
    if (!exact[key.to]) {
      for (int m = 0; m < moves.length; m++) {
        derivatives[m] = p.derivatives[m][key.from][key.to];
      }
      return p.value[key.from][key.to];
    }
    double sum = 0;
    for (int s = 0; s < states; s++) {
      if (s != key.to) {
        sum += p.value[key.from][s] * q[s][key.to];
        for (int m = 0; m < moves.length; m++) {
          boolean own = moves[m][0] == s && moves[m][1] == key.to;
          derivatives[m] +=
              p.derivatives[m][key.from][s] * q[s][key.to]
                  + (own ? p.value[key.from][s] * q[s][key.to] : 0);
        }
      }
    }
    return sum;
  }
}
