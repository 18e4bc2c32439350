package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.MonotoneLikelihood;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cox's (1972) proportional hazards regression of spells, {@code months ~ wage + beds | region}:
 * the time at which a spell ends, log-linear regressors of its hazard, and after a bar the strata
 * that have baseline hazards of their own.
 *
 * <p>Variances are the inverse information (iid), or sums of score residuals by row (hetero) or by
 * cluster (Lin and Wei 1989), without small-sample factors; inference is normal.
 */
public final class CoxRegression {
  /** How events at one time share the risk set. */
  public enum Ties {
    /** B. Efron (1977): each in turn sees a share of the others gone. */
    EFRON,
    /** N. Breslow (1974): all see the whole risk set. */
    BRESLOW
  }

  private static final int MOST = 100;
  private static final double TOLERANCE = 1e-13;
  private static final double FLAT = 1e-6;

  private final String formula;
  private final String event;
  private final Frame data;
  private @Nullable String entry;
  private Ties ties = Ties.EFRON;
  private VarianceSpec variance = new VarianceSpec.Iid();

  private CoxRegression(String formula, String event, Frame data) {
    this.formula = formula;
    this.event = event;
    this.data = data;
  }

  /**
   * A regression by Efron's rule with the inverse information.
   *
   * @param event column that is 1 where the spell ends with the event, 0 where it is censored
   */
  public static CoxRegression of(String formula, String event, Frame data) {
    return new CoxRegression(formula, event, data);
  }

  /** Names the column of times at which spells come under observation; before all times if none. */
  public CoxRegression entry(String column) {
    entry = column;
    return this;
  }

  /** Chooses the rule for ties. */
  public CoxRegression ties(Ties rule) {
    ties = rule;
    return this;
  }

  /** Chooses the variance: iid, hetero or cluster:a+b. */
  public CoxRegression variance(String text) {
    variance = VarianceSpec.parse(text);
    return this;
  }

  /**
   * Fits the model.
   *
   * @throws UserError if the formula stands for several models, a spell ends before its entry,
   *     nothing happens, or a regressor tells the order of events perfectly
   */
  public CoxFit fit() {
    Specification specification = Formula.parse(formula).single();
    String what = "fit hazards '" + specification.text() + "'";
    require(!specification.instrumented(), what, "it has instruments", "Leave them out");
    require(
        specification.effects().size() <= 1
            && specification.effects().stream().allMatch(e -> e.slopes().isEmpty()),
        what,
        "it has " + specification.effects().size() + " terms after the bar, or slopes",
        "Give one, such as region^year");
    Design design = DesignBuilder.build(specification, data, options());
    CoxLikelihood.Spells all = spells(what, design);
    int[][] strata = strata(design);
    List<Dropped> dropped = new ArrayList<>();
    int[] kept = varying(design, dropped);
    require(kept.length > 0, what, "no regressor varies within strata", "Use others");
    double[][] x = Arrays.stream(kept).mapToObj(c -> all.x()[c]).toArray(double[][]::new);
    CoxLikelihood.Spells spells =
        new CoxLikelihood.Spells(all.entry(), all.end(), all.event(), x, all.offset());
    double nothing =
        CoxLikelihood.at(spells, strata, ties == Ties.EFRON, new double[kept.length]).value;
    return maximum(what, specification, design, spells, strata, kept, dropped, nothing);
  }

  private DesignOptions options() {
    List<String> numbers = entry == null ? List.of(event) : List.of(event, entry);
    return new DesignOptions(null, null, variance.clusterColumns(), numbers, false, null, null);
  }

  private CoxFit maximum(
      String what,
      Specification specification,
      Design design,
      CoxLikelihood.Spells spells,
      int[][] strata,
      int[] kept,
      List<Dropped> dropped,
      double nothing) {
    boolean efron = ties == Ties.EFRON;
    double[] b = new double[kept.length];
    CoxLikelihood at = CoxLikelihood.at(spells, strata, efron, b);
    double[][] start = at.information;
    int iteration = 0;
    boolean converged = false;
    while (!converged && iteration++ < MOST) {
      double[] step = Small.multiply(Small.inverse(at.information), at.gradient);
      double gain = 0;
      for (int c = 0; c < b.length; c++) {
        gain += step[c] * at.gradient[c];
      }
      converged = gain <= TOLERANCE * (1 + Math.abs(at.value));
      double share = 1;
      CoxLikelihood next = at;
      double[] tried = b;
      for (int half = 0; half < 40; half++, share /= 2) {
        tried = moved(b, step, share);
        next = CoxLikelihood.at(spells, strata, efron, tried);
        if (next.value >= at.value - TOLERANCE * Math.abs(at.value)) {
          break;
        }
      }
      b = tried;
      at = next;
      for (int c = 0; c < b.length; c++) {
        require(
            at.information[c][c] > FLAT * start[c][c],
            what,
            orders(design.exogenous().get(kept[c]).name()),
            "Leave it out");
      }
    }
    requireMaximum(what, design, kept, at, spells.x(), strata);
    VarianceMatrix matrix = matrix(design, at);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int c = 0; c < b.length; c++) {
      coefficients.add(
          Coefficient.of(
              design.exogenous().get(kept[c]).name(),
              b[c],
              matrix.standardError(c),
              Double.POSITIVE_INFINITY,
              Coefficient.LEVEL));
    }
    int events = 0;
    for (boolean happened : spells.event()) {
      events += happened ? 1 : 0;
    }
    Fit fit =
        new Fit(
            specification.text(),
            "cox",
            "partial likelihood (" + (efron ? "Efron" : "Breslow") + ")",
            specification.outcome().name(),
            coefficients,
            matrix,
            SmallSample.NONE.name(),
            Coefficient.LEVEL,
            design.effects().isEmpty()
                ? Map.of()
                : Map.of(design.effects().get(0).name(), design.effects().get(0).levels()),
            new Fit.Sample(
                design.size(),
                design.weight(),
                design.rowsGiven(),
                0,
                0,
                design.dropped(),
                dropped),
            new Fit.Quality(Double.NaN, Double.NaN, at.value, Double.NaN, -2 * at.value),
            new Fit.Numerics(iteration, converged, 0, "none"),
            null,
            List.of(),
            "association",
            List.of("Log hazard ratios; " + events + " of the spells end with the event."));
    return new CoxFit(fit, nothing, events);
  }

  /** Each regressor may leave the order open that several tell together. */
  private static void requireMaximum(
      String what, Design design, int[] kept, CoxLikelihood at, double[][] x, int[][] strata) {
    double[] step = Small.multiply(Small.inverse(at.information), at.gradient);
    double[] ranges =
        Arrays.stream(x).mapToDouble(c -> MonotoneLikelihood.range(c, strata)).toArray();
    List<String> names =
        Arrays.stream(kept).mapToObj(k -> design.exogenous().get(k).name()).toList();
    MonotoneLikelihood.along(names, step, ranges)
        .ifPresent(name -> require(false, what, orders(name), "Leave it out"));
  }

  private static String orders(String name) {
    return "'" + name + "' tells the order of events perfectly";
  }

  private static double[] moved(double[] b, double[] step, double share) {
    double[] moved = b.clone();
    for (int c = 0; c < b.length; c++) {
      moved[c] += share * step[c];
    }
    return moved;
  }

  private VarianceMatrix matrix(Design design, CoxLikelihood at) {
    double[][] bread = Small.symmetric(Small.inverse(at.information));
    if (variance instanceof VarianceSpec.Iid) {
      return new VarianceMatrix(
          bread, variance.text(), bread.length, Map.of(), Double.POSITIVE_INFINITY);
    }
    boolean known =
        variance instanceof VarianceSpec.Cluster
            || variance instanceof VarianceSpec.Hetero hetero && hetero.kind() <= 1;
    if (!known) {
      throw UserError.usage(
          "estimate variance '" + variance.text() + "' of hazards",
          "it needs leverages or an order of rows that a partial likelihood has not",
          "Give iid, hetero or cluster:a");
    }
    double[] ones = new double[design.size()];
    Arrays.fill(ones, 1);
    ParameterCount none = new ParameterCount(SmallSample.NONE, Absorber.of(List.of(), 0), null);
    return new VarianceEstimator(
            design.size(), design.clusters(), Map.of(), SmallSample.NONE, none, () -> ones)
        .estimate(variance, at.scores, ones, bread)
        .normal(1);
  }

  private CoxLikelihood.Spells spells(String what, Design design) {
    double[] end = design.outcome().values();
    double[] happened = numbers(design, event);
    double[] begin = new double[end.length];
    if (entry == null) {
      Arrays.fill(begin, Double.NEGATIVE_INFINITY);
    } else {
      begin = numbers(design, entry);
    }
    boolean[] events = new boolean[end.length];
    boolean any = false;
    for (int i = 0; i < end.length; i++) {
      double h = happened[i];
      require(h == 0 || h == 1, what, "'" + event + "' has the value " + h, "Give 0 and 1");
      require(
          begin[i] < end[i],
          what,
          "row " + (design.rows()[i] + 1) + " is entered at " + begin[i] + " and ends at " + end[i],
          "Give spells that end after their entry");
      events[i] = h == 1;
      any |= events[i];
    }
    require(any, what, "no spell ends with the event", "Check column '" + event + "'");
    double[][] x = new double[design.exogenous().size()][];
    for (int c = 0; c < x.length; c++) {
      x[c] = centred(design.exogenous().get(c).values());
    }
    return new CoxLikelihood.Spells(begin, end, events, x, new double[end.length]);
  }

  private static double[] numbers(Design design, String name) {
    double[] values = design.numbers().get(name);
    if (values == null) {
      throw new IllegalArgumentException("Cannot use '" + name + "': its numbers were not given.");
    }
    return values;
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }

  private static int[][] strata(Design design) {
    int n = design.size();
    int[] codes = design.effects().isEmpty() ? new int[n] : design.effects().get(0).codes();
    int levels = design.effects().isEmpty() ? 1 : design.effects().get(0).levels();
    int[] size = new int[levels];
    for (int code : codes) {
      size[code]++;
    }
    int[][] rows = Arrays.stream(size).mapToObj(int[]::new).toArray(int[][]::new);
    for (int i = n - 1; i >= 0; i--) {
      rows[codes[i]][--size[codes[i]]] = i;
    }
    return rows;
  }

  /** Positions of the regressors that strata and earlier ones do not explain. */
  private static int[] varying(Design design, List<Dropped> dropped) {
    List<NamedColumn> columns = design.exogenous();
    double[][] raw = columns.stream().map(c -> centred(c.values())).toArray(double[][]::new);
    double[][] left =
        design.effects().isEmpty()
            ? raw.clone()
            : Absorber.of(design.effects(), design.size(), AbsorbOptions.defaults())
                .residualise(raw, null)
                .residuals();
    for (int c = 0; c < raw.length; c++) {
      double mean = columns.get(c).values().length == 0 ? 0 : columns.get(c).values()[0];
      double constant = 1e-26 * mean * mean * raw[c].length;
      double all = Arrays.stream(raw[c]).map(v -> v * v).sum();
      double own = Arrays.stream(left[c]).map(v -> v * v).sum();
      boolean explained = all <= constant || own <= LeastSquares.REDUNDANT * all;
      left[c] = explained ? new double[left[c].length] : left[c];
    }
    LeastSquares fit = LeastSquares.of(left);
    int[] kept = fit.kept();
    for (int c = 0; c < raw.length; c++) {
      int column = c;
      if (Arrays.stream(kept).noneMatch(k -> k == column)) {
        List<String> before = columns.subList(0, c).stream().map(NamedColumn::name).toList();
        dropped.add(new Dropped(columns.get(c).name(), fit.ratio(c), before));
      }
    }
    return kept;
  }

  private static void require(boolean holds, String what, String why, String remedy) {
    if (!holds) {
      throw UserError.checks(what, why, remedy);
    }
  }
}
