package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Small;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Probabilities of moving between states from one observation to the next, of one chain alike for
 * all, with delta-method intervals for them and for what follows from them. A probability of 0 or 1
 * has no standard error, however often its state was seen.
 *
 * @param states their names
 * @param counts moves from state to state, rows from
 */
public record TransitionMatrix(List<String> states, double[][] counts) {
  private static final double STEP = 1e-6;

  /** Copies the names. */
  public TransitionMatrix {
    states = List.copyOf(states);
  }

  /** Counts consecutive observations of units ordered by time. */
  public static TransitionMatrix of(Frame data, String unit, String time, String state) {
    var codes = data.column(state).codes();
    int size = codes.levels().size();
    double[][] counts = new double[size][size];
    for (PanelStates.Step step : PanelStates.steps(data, unit, time, state)) {
      counts[step.from()][step.to()]++;
    }
    return new TransitionMatrix(codes.levels(), counts);
  }

  /** Times a state was seen and followed. */
  public double left(int from) {
    double sum = 0;
    for (double count : counts[from]) {
      sum += count;
    }
    return sum;
  }

  /** The probabilities; a state never left stays where it is. */
  public double[][] probabilities() {
    int size = counts.length;
    double[][] p = new double[size][size];
    for (int i = 0; i < size; i++) {
      double sum = left(i);
      for (int j = 0; j < size; j++) {
        p[i][j] = sum > 0 ? counts[i][j] / sum : (i == j ? 1 : 0);
      }
    }
    return p;
  }

  /** A probability with its interval on the logit scale, which stays between 0 and 1. */
  public Coefficient probability(int from, int to, double level) {
    return after(1, from, to, level);
  }

  /** Probability of a state some steps on, interval on the logit scale. */
  public Coefficient after(int steps, int from, int to, double level) {
    if (steps < 1) {
      throw UserError.usage(
          "look " + steps + " steps ahead", "that is not ahead", "Give 1 step or more");
    }
    double[][][] powers = new double[steps + 1][][];
    powers[0] = identity(counts.length);
    for (int k = 1; k <= steps; k++) {
      powers[k] = Small.multiply(powers[k - 1], probabilities());
    }
    int size = counts.length;
    double[][] gradient = new double[size][size];
    for (int k = 0; k < steps; k++) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          gradient[a][b] += powers[k][from][a] * powers[steps - 1 - k][b][to];
        }
      }
    }
    String name = states.get(from) + " to " + states.get(to) + " in " + steps;
    return LogitInterval.of(name, powers[steps][from][to], Math.sqrt(variance(gradient)), level);
  }

  /**
   * Share of time in a state in the long run, interval on the logit scale.
   *
   * @throws UserError if the long run depends on where it starts, as no state is reached from all
   */
  public Coefficient stationary(int state, double level) {
    int[] lasting = lasting();
    double[][] p = probabilities();
    double[] shares = stationary(p, lasting);
    double[][] gradient = new double[p.length][p.length];
    for (int a = 0; a < p.length; a++) {
      for (int b = 0; b < p.length; b++) {
        double[][] up = copy(p);
        double[][] down = copy(p);
        up[a][b] += STEP;
        down[a][b] -= STEP;
        gradient[a][b] =
            (stationary(up, lasting)[state] - stationary(down, lasting)[state]) / (2 * STEP);
      }
    }
    return LogitInterval.of(
        "long run " + states.get(state), shares[state], Math.sqrt(variance(gradient)), level);
  }

  /**
   * Left null vector of P - I over the states that last, scaled to sum 1; rows of P need not sum to
   * one. The others are left for good and have none of the time.
   */
  private static double[] stationary(double[][] p, int[] lasting) {
    int size = lasting.length;
    double[][] system = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        system[j][i] = p[lasting[i]][lasting[j]] - (i == j ? 1 : 0);
      }
    }
    java.util.Arrays.fill(system[size - 1], 1);
    double[] right = new double[size];
    right[size - 1] = 1;
    double[] among = Small.multiply(Small.inverse(system), right);
    double[] shares = new double[p.length];
    for (int i = 0; i < size; i++) {
      shares[lasting[i]] = among[i];
    }
    return shares;
  }

  /** The states that are reached from all. */
  private int[] lasting() {
    boolean[][] reached = reached();
    int size = counts.length;
    int[] lasting =
        IntStream.range(0, size)
            .filter(to -> IntStream.range(0, size).allMatch(from -> reached[from][to]))
            .toArray();
    if (lasting.length == 0) {
      throw UserError.checks(
          "find the long run of states " + states,
          "it depends on where it starts: more than one of them, or of groups of them, is never"
              + " left for the others",
          "Ask for a number of steps");
    }
    return lasting;
  }

  /** Whether a state is reached from another in any number of steps, none included. */
  private boolean[][] reached() {
    int size = counts.length;
    boolean[][] reached = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        reached[i][j] = i == j || counts[i][j] > 0;
      }
    }
    for (int by = 0; by < size; by++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          reached[i][j] |= reached[i][by] && reached[by][j];
        }
      }
    }
    return reached;
  }

  /** Multinomial variance by rows, along a gradient. */
  private double variance(double[][] gradient) {
    double[][] p = probabilities();
    double total = 0;
    for (int i = 0; i < p.length; i++) {
      double n = left(i);
      double mean = 0;
      double square = 0;
      for (int j = 0; j < p.length; j++) {
        mean += p[i][j] * gradient[i][j];
        square += p[i][j] * gradient[i][j] * gradient[i][j];
      }
      total += n > 0 ? Math.max(0, square - mean * mean) / n : 0;
    }
    return total;
  }

  private static double[][] identity(int size) {
    double[][] one = new double[size][size];
    for (int i = 0; i < size; i++) {
      one[i][i] = 1;
    }
    return one;
  }

  private static double[][] copy(double[][] p) {
    return java.util.Arrays.stream(p).map(double[]::clone).toArray(double[][]::new);
  }
}
