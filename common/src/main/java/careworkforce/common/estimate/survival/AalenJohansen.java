package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Probabilities of being in each state by time since a start, without assuming anything of the
 * hazards (Aalen and Johansen 1978); with one state to leave and several to end in, the cumulative
 * incidence of competing risks.
 *
 * <p>The product over event times of I + dA, dA the moves over those at risk; variances by the
 * recursion of Greenwood's type (Andersen, Borgan, Gill and Keiding 1993, IV.4.1.3).
 *
 * @param times at which moves happened, ascending
 * @param probability of each state just after each time
 * @param standardErrors of the probabilities
 */
public record AalenJohansen(double[] times, double[][] probability, double[][] standardErrors) {

  /**
   * Estimates.
   *
   * @param stays of all units
   * @param states their number
   * @param initial state at the start of time
   * @throws UserError if a stay is empty or names a state that is not there
   */
  public static AalenJohansen of(List<Sojourn> stays, int states, int initial) {
    TreeMap<Double, double[][]> moves = new TreeMap<>();
    for (Sojourn stay : stays) {
      boolean known =
          stay.from() >= 0 && stay.from() < states && stay.to() >= -1 && stay.to() < states;
      if (!known || !(stay.start() < stay.stop()) || stay.to() == stay.from()) {
        throw UserError.checks(
            "follow " + stay,
            "it ends no later than it starts, or does not move between states 0 to " + (states - 1),
            "Correct the stay");
      }
      if (stay.to() >= 0) {
        moves
            .computeIfAbsent(stay.stop(), t -> new double[states][states])[stay.from()][
            stay.to()]++;
      }
    }
    return new Walk(stays, states, initial).along(moves);
  }

  /** Probability of a state at a time. */
  public double at(double time, int state, int initial) {
    double value = state == initial ? 1 : 0;
    for (int k = 0; k < times.length && times[k] <= time; k++) {
      value = probability[k][state];
    }
    return value;
  }

  private static final class Walk {
    private final List<Sojourn> entering;
    private final List<Sojourn> leaving;
    private final int states;
    private double[] now;
    private double[][] variance;
    private int entered;
    private int left;
    private final double[] atRisk;

    Walk(List<Sojourn> stays, int states, int initial) {
      this.entering = new ArrayList<>(stays);
      this.leaving = new ArrayList<>(stays);
      this.states = states;
      entering.sort(Comparator.comparingDouble(Sojourn::start));
      leaving.sort(Comparator.comparingDouble(Sojourn::stop));
      now = new double[states];
      now[initial] = 1;
      variance = new double[states][states];
      atRisk = new double[states];
    }

    AalenJohansen along(TreeMap<Double, double[][]> moves) {
      int size = moves.size();
      double[] times = new double[size];
      double[][] probability = new double[size][];
      double[][] errors = new double[size][states];
      int k = 0;
      for (var entry : moves.entrySet()) {
        times[k] = entry.getKey();
        advance(times[k]);
        step(entry.getValue());
        probability[k] = now.clone();
        for (int s = 0; s < states; s++) {
          errors[k][s] = Math.sqrt(Math.max(0, variance[s][s]));
        }
        k++;
      }
      return new AalenJohansen(times, probability, errors);
    }

    /** Brings the numbers at risk to just before a time. */
    private void advance(double time) {
      while (entered < entering.size() && entering.get(entered).start() < time) {
        atRisk[entering.get(entered++).from()]++;
      }
      while (left < leaving.size() && leaving.get(left).stop() < time) {
        atRisk[leaving.get(left++).from()]--;
      }
    }

    private void step(double[][] moved) {
      double[][] step = new double[states][states];
      double[][] noise = new double[states][states];
      for (int h = 0; h < states; h++) {
        double y = atRisk[h];
        double out = 0;
        for (int j = 0; j < states && y > 0; j++) {
          step[h][j] = moved[h][j] / y;
          out += moved[h][j];
        }
        step[h][h] = 1 - (y > 0 ? out / y : 0);
        addNoise(noise, step[h], h, y, now[h] * now[h]);
      }
      variance = Small.add(Small.sandwich(Small.transpose(step), variance), noise, 1, 1);
      now = Small.multiply(Small.transpose(step), now);
    }

    /** Multinomial variance of one row of the step. */
    private void addNoise(double[][] noise, double[] row, int h, double y, double factor) {
      for (int i = 0; i < states && y > 0 && row[h] < 1; i++) {
        for (int j = 0; j < states; j++) {
          noise[i][j] += factor * ((i == j ? row[i] : 0) - row[i] * row[j]) / y;
        }
      }
    }
  }
}
