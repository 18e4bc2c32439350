package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intensities of a continuous-time Markov chain from states seen at times, by maximum likelihood
 * (Kalbfleisch and Lawless 1985; Jackson 2011, R's msm).
 *
 * <p>What happens between observations is integrated out. Times of moving to some states, such as
 * death, may be known exactly, with the state just before unknown. Covariates act on log
 * intensities, with the value of the interval's start. Standard errors are from the observed
 * information.
 *
 * <pre>{@code
 * MarkovIntensities fit = MarkovIntensities.of(data, "id", "years", "state",
 *     new int[][] {{0, 1}, {1, 0}, {0, 2}, {1, 2}}).exactly(2).fit();
 * Coefficient q = fit.intensity(0, 1);
 * }</pre>
 */
public final class MarkovIntensities {
  private final PanelLikelihood likelihood;
  private final List<String> states;
  private final int[][] moves;
  private final List<String> covariates;
  private final PanelMaximum maximum;

  private MarkovIntensities(
      PanelLikelihood likelihood,
      List<String> states,
      int[][] moves,
      List<String> covariates,
      PanelMaximum maximum) {
    this.likelihood = likelihood;
    this.states = states;
    this.moves = moves;
    this.covariates = covariates;
    this.maximum = maximum;
  }

  /** A model of some data: which moves are possible, by position of states in their order. */
  public static Model of(Frame data, String unit, String time, String state, int[][] moves) {
    return new Model(data, unit, time, state, moves);
  }

  /** A model to fit. */
  public static final class Model {
    private final Frame data;
    private final String unit;
    private final String time;
    private final String state;
    private final int[][] moves;
    private final List<Integer> exact = new ArrayList<>();
    private final List<String> covariates = new ArrayList<>();

    private Model(Frame data, String unit, String time, String state, int[][] moves) {
      this.data = data;
      this.unit = unit;
      this.time = time;
      this.state = state;
      this.moves = Arrays.stream(moves).map(int[]::clone).toArray(int[][]::new);
    }

    /** States whose time of entry is known exactly. */
    public Model exactly(int... entered) {
      Arrays.stream(entered).forEach(exact::add);
      return this;
    }

    /** Columns that act on every log intensity. */
    public Model covariates(String... columns) {
      covariates.addAll(List.of(columns));
      return this;
    }

    /**
     * Fits.
     *
     * @throws UserError if a move is not between two states of the data, if the data hold moves
     *     that the allowed ones do not explain, or if the likelihood has no maximum
     */
    public MarkovIntensities fit() {
      List<String> names = data.column(state).codes().levels();
      int size = names.size();
      for (int[] move : moves) {
        if (move[0] == move[1]
            || Math.min(move[0], move[1]) < 0
            || Math.max(move[0], move[1]) >= size) {
          throw UserError.usage(
              "allow the move " + Arrays.toString(move),
              "states are 0 to " + (size - 1) + ", " + names,
              "Give two different states");
        }
      }
      List<PanelStates.Step> steps = PanelStates.steps(data, unit, time, state);
      boolean[] known = new boolean[size];
      exact.forEach(s -> known[s] = true);
      List<double[]> columns = covariates.stream().map(data::numbers).toList();
      requireFinite(steps, columns);
      PanelLikelihood likelihood = new PanelLikelihood(steps, columns, moves, size, known);
      double[] start = new double[likelihood.parameters()];
      System.arraycopy(crude(steps, size), 0, start, 0, moves.length);
      return new MarkovIntensities(
          likelihood, names, moves, covariates, PanelMaximum.of(likelihood, start));
    }

    private void requireFinite(List<PanelStates.Step> steps, List<double[]> columns) {
      for (int c = 0; c < columns.size(); c++) {
        for (PanelStates.Step step : steps) {
          if (!Double.isFinite(columns.get(c)[step.row()])) {
            throw UserError.checks(
                "use covariate '" + covariates.get(c) + "'",
                "it is missing in row " + (step.row() + 1),
                "Drop the unit, or fill the covariate");
          }
        }
      }
    }

    /** Logs of direct moves over time spent, as if nothing happened between observations. */
    private double[] crude(List<PanelStates.Step> steps, int size) {
      double[] spent = new double[size];
      double[][] moved = new double[size][size];
      for (PanelStates.Step step : steps) {
        spent[step.from()] += step.elapsed();
        moved[step.from()][step.to()]++;
      }
      return Arrays.stream(moves)
          .mapToDouble(m -> Math.log((moved[m[0]][m[1]] + 0.5) / (spent[m[0]] + 1e-9)))
          .toArray();
    }
  }

  /** Names of the states. */
  public List<String> states() {
    return states;
  }

  /** Log likelihood at the maximum. */
  public double logLikelihood() {
    return maximum.value();
  }

  /** Intensity of a move, or of staying (the diagonal, negative), at covariates of zero. */
  public Coefficient intensity(int from, int to) {
    double[][] q = matrix(new double[covariates.size()]);
    double[] gradient = new double[maximum.parameters().length];
    for (int m = 0; m < moves.length; m++) {
      if (moves[m][0] == from && (moves[m][1] == to || from == to)) {
        gradient[m] = (from == to ? -1 : 1) * q[from][moves[m][1]];
      }
    }
    return coefficient(states.get(from) + " to " + states.get(to), q[from][to], gradient);
  }

  /** Intensities at some values of the covariates. */
  public double[][] matrix(double... at) {
    return likelihood.intensities(maximum.parameters(), at);
  }

  /** Mean time of a stay in a state, at covariates of zero. */
  public Coefficient sojourn(int state) {
    Coefficient leaving = intensity(state, state);
    double mean = -1 / leaving.estimate();
    return Coefficient.of(
        "stay in " + states.get(state),
        mean,
        mean * mean * leaving.standardError(),
        Double.POSITIVE_INFINITY,
        Coefficient.LEVEL);
  }

  /** Log hazard ratio of a covariate on a move. */
  public Coefficient effect(String covariate, int from, int to) {
    int c = covariates.indexOf(covariate);
    for (int m = 0; m < moves.length && c >= 0; m++) {
      if (moves[m][0] == from && moves[m][1] == to) {
        double[] gradient = new double[maximum.parameters().length];
        int at = moves.length * (c + 1) + m;
        gradient[at] = 1;
        return coefficient(covariate, maximum.parameters()[at], gradient);
      }
    }
    throw UserError.usage(
        "give the effect of '" + covariate + "' on moves from " + from + " to " + to,
        "the model has covariates " + covariates + " and moves " + Arrays.deepToString(moves),
        "Ask for one of these");
  }

  /**
   * Probability of a state some time on, at covariates of zero; interval on the logit scale. One
   * that the allowed moves make 0 or 1 is known and has no standard error.
   */
  public Coefficient probability(double elapsed, int from, int to) {
    double[][] q = matrix(new double[covariates.size()]);
    MatrixExponential p =
        new MatrixExponential(Small.scale(q, elapsed), likelihood.directions(q, elapsed));
    double[] gradient = new double[maximum.parameters().length];
    for (int m = 0; m < moves.length; m++) {
      gradient[m] = p.derivatives[m][from][to];
    }
    String name = states.get(from) + " to " + states.get(to);
    double error = coefficient(name, 0, gradient).standardError();
    return LogitInterval.of(name, p.value[from][to], error, Coefficient.LEVEL);
  }

  private Coefficient coefficient(String name, double estimate, double[] gradient) {
    double variance = Small.sandwich(new double[][] {gradient}, maximum.variance())[0][0];
    return Coefficient.of(
        name,
        estimate,
        Math.sqrt(Math.max(0, variance)),
        Double.POSITIVE_INFINITY,
        Coefficient.LEVEL);
  }
}
