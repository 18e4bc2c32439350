package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.BlockRows;

/**
 * The effect of one group at which its likelihood is greatest, the rest of its rows' predictors
 * given: for Poisson log(sum of y / sum of exp of the rest), for binary outcomes by Newton's method
 * within a bracket, their likelihoods being concave.
 */
final class GroupMaximum {
  private static final int MOST = 200;
  private static final double STILL = 1e-14;

  private final Response response;
  private final BlockRows rows;
  private final double[] eta;
  private double score;
  private double information;

  /** Maxima of groups of these rows, whose predictors are given without the groups' effects. */
  GroupMaximum(Response response, BlockRows rows, double[] eta) {
    this.response = response;
    this.rows = rows;
    this.eta = eta;
  }

  /** The effect of the rows from one to before another, whose outcomes differ. */
  double effect(int from, int to) {
    return response.binary() ? binary(from, to) : poisson(from, to);
  }

  private double poisson(int from, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, eta[i]);
    }
    double outcomes = 0;
    double rest = 0;
    for (int i = from; i < to; i++) {
      outcomes += rows.weight(i) * rows.outcome()[i];
      rest += rows.weight(i) * Math.exp(eta[i] - largest);
    }
    return Math.log(outcomes / rest) - largest;
  }

  private double binary(int from, int to) {
    double at = start(from, to);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    Zeros zeros = response.proportional() ? zeros(from, to) : null;
    for (int step = 0; step < MOST; step++) {
      if (zeros == null || !zeros.within(response, at)) {
        score = 0;
        information = 0;
        for (int i = from; i < to; i++) {
          add(i, at);
        }
      } else {
        information = zeros.hazard * Math.exp(zeros.highest + at);
        score = -information;
        for (int i : zeros.others) {
          add(i, at);
        }
      }
      low = score > 0 ? at : low;
      high = score < 0 ? at : high;
      double next = inside(at + score / information, at, low, high);
      if (score == 0 || Math.abs(next - at) <= STILL * (1 + Math.abs(at))) {
        return next;
      }
      at = next;
    }
    return at;
  }

  private void add(int row, double at) {
    double outcome = rows.outcome()[row];
    double there = response.within(eta[row] + at);
    score += rows.weight(row) * response.score(outcome, there);
    information += rows.weight(row) * response.information(outcome, there);
  }

  /**
   * A group's outcomes of 0, whose hazards change in proportion.
   *
   * @param lowest of their predictors
   * @param highest of them
   * @param hazard of all, each as a share of that at the highest
   * @param others rows of the group with another outcome
   */
  private record Zeros(double lowest, double highest, double hazard, int[] others) {
    /** Whether no predictor is bounded when so much is added. */
    boolean within(Response response, double more) {
      return response.within(lowest + more) == lowest + more
          && response.within(highest + more) == highest + more;
    }
  }

  private Zeros zeros(int from, int to) {
    double[] outcomes = rows.outcome();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (outcomes[i] == 0) {
        lowest = Math.min(lowest, eta[i]);
        highest = Math.max(highest, eta[i]);
      } else {
        count++;
      }
    }
    int[] others = new int[count];
    double hazard = 0;
    for (int i = to - 1; i >= from; i--) {
      if (outcomes[i] == 0) {
        hazard += rows.weight(i) * Math.exp(eta[i] - highest);
      } else {
        others[--count] = i;
      }
    }
    return new Zeros(lowest, highest, hazard, others);
  }

  /** A Newton step, or where it leaves the bracket half of that, or a step out of an open one. */
  private static double inside(double next, double at, double low, double high) {
    if (next > low && next < high && Math.abs(next - at) < 16) {
      return next;
    }
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      return at + (Double.isInfinite(high) ? 4 : -4);
    }
    return low + (high - low) / 2;
  }

  private double start(int from, int to) {
    double weight = 0;
    double outcomes = 0;
    double rest = 0;
    for (int i = from; i < to; i++) {
      weight += rows.weight(i);
      outcomes += rows.weight(i) * rows.outcome()[i];
      rest += rows.weight(i) * eta[i];
    }
    return response.link(outcomes / weight) - rest / weight;
  }
}
