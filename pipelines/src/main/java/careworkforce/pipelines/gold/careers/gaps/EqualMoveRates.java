package careworkforce.pipelines.gold.careers.gaps;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.linear.ClusterScores;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What would be otherwise had two groups of staff moved between occupation groups at equal rates in
 * a year: those of both together, by the group moved out of. A move brings the mean change of log
 * pay of all who made it, less that of those who stayed in its origin. Standard errors are by the
 * jackknife over trusts, {@code (G-1)/G Σ(θ₋g - θ)²}, with t of G - 1 degrees.
 */
final class EqualMoveRates {
  /**
   * Staff of a trust and group who were in one occupation group a year ago and are in one now.
   *
   * @param trust number of the trust, from 0
   * @param first whether they are of the first of the two groups
   * @param from number of the occupation group a year ago
   * @param to number of that now
   * @param staff how many
   * @param payChange their changes of log pay, summed
   */
  record Flow(int trust, boolean first, int from, int to, double staff, double payChange) {}

  /**
   * An estimate with its inference.
   *
   * @param whole of all trusts
   * @param scores what each trust adds to it: how it differs without that trust from the mean of
   *     all such, so that they sum to nought, scaled so that the squares sum to the variance
   */
  record Jackknife(Coefficient whole, ClusterScores scores) {}

  private final List<Flow> flows;
  private final int trusts;
  private final int groups;

  EqualMoveRates(List<Flow> flows, int trusts, int groups) {
    this.flows = flows;
    this.trusts = trusts;
    this.groups = groups;
  }

  long staff() {
    return Math.round(flows.stream().mapToDouble(Flow::staff).sum());
  }

  /** Whether there is staff of both groups. */
  boolean ofBoth() {
    return flows.stream().map(Flow::first).distinct().count() == 2;
  }

  int trusts() {
    return trusts;
  }

  /** Change of the gap in mean log pay, first group less second. */
  Jackknife gap() {
    return jackknife("gap", totals -> totals.payChange(0) - totals.payChange(1));
  }

  /** Change of the first group's share of the staff in an occupation group. */
  Jackknife share(int group) {
    return jackknife("share", totals -> totals.shareChange(group));
  }

  private Jackknife jackknife(String name, ToDoubleFunction<Totals> statistic) {
    double whole = statistic.applyAsDouble(new Totals(-1));
    double kept = (trusts - 1.0) / trusts;
    double[] without = new double[trusts];
    Arrays.setAll(without, trust -> statistic.applyAsDouble(new Totals(trust)));
    double mean = Arrays.stream(without).average().orElse(whole);
    double squares = 0;
    double spread = 0;
    for (double other : without) {
      squares += (other - whole) * (other - whole);
      spread += (other - mean) * (other - mean);
    }
    double scale = spread > 0 ? kept * Math.sqrt(squares / spread) : 0;
    double[] scores = Arrays.stream(without).map(other -> scale * (mean - other)).toArray();
    double error = Math.sqrt(squares * kept);
    return new Jackknife(
        Coefficient.of(name, whole, error, trusts - 1.0, Coefficient.LEVEL),
        new ClusterScores(scores, shares()));
  }

  /** Share of the staff in each trust. */
  private double[] shares() {
    double[] shares = new double[trusts];
    double all = flows.stream().mapToDouble(Flow::staff).sum();
    flows.forEach(flow -> shares[flow.trust()] += flow.staff() / all);
    return shares;
  }

  /** Sums over trusts, one of them left out. */
  private final class Totals {
    private final double[][][] staff = new double[2][groups][groups];
    private final double[][] pay = new double[groups][groups];

    Totals(int without) {
      for (Flow flow : flows) {
        if (flow.trust() != without) {
          staff[flow.first() ? 0 : 1][flow.from()][flow.to()] += flow.staff();
          pay[flow.from()][flow.to()] += flow.payChange();
        }
      }
    }

    private double there(int group, int from) {
      return Arrays.stream(staff[group][from]).sum();
    }

    /** How much likelier a member of a group would make a move. */
    private double more(int group, int from, int to) {
      double own = there(group, from);
      double both = there(0, from) + there(1, from);
      return own == 0
          ? 0
          : (staff[0][from][to] + staff[1][from][to]) / both - staff[group][from][to] / own;
    }

    /** Mean change of log pay of a move, less that of staying. */
    private double gain(int from, int to) {
      double movers = staff[0][from][to] + staff[1][from][to];
      double stayers = staff[0][from][from] + staff[1][from][from];
      return movers == 0 || stayers == 0 ? 0 : pay[from][to] / movers - pay[from][from] / stayers;
    }

    double payChange(int group) {
      double change = 0;
      double all = 0;
      for (int from = 0; from < groups; from++) {
        all += there(group, from);
        for (int to = 0; to < groups; to++) {
          if (to != from) {
            change += there(group, from) * more(group, from, to) * gain(from, to);
          }
        }
      }
      return all == 0 ? 0 : change / all;
    }

    double shareChange(int in) {
      double[] now = new double[2];
      double[] then = new double[2];
      for (int group = 0; group < 2; group++) {
        for (int from = 0; from < groups; from++) {
          now[group] += staff[group][from][in];
          then[group] += there(group, from) * more(group, from, in);
        }
        then[group] += now[group];
      }
      return share(then) - share(now);
    }

    private double share(double[] ofTwo) {
      double both = ofTwo[0] + ofTwo[1];
      return both == 0 ? 0 : ofTwo[0] / both;
    }
  }
}
