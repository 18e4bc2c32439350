package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Cells;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Variance matrices of one model: bread times meat times bread times the convention's factor.
 *
 * <p>Serves least squares, instrumental variables and likelihoods alike: the caller gives the
 * design and residuals whose products are the scores.
 */
public final class VarianceEstimator {
  private final int rows;
  private final Map<String, Levels> clusters;
  private final Map<String, double[]> numbers;
  private final SmallSample convention;
  private final ParameterCount parameters;
  private final Supplier<double[]> leverage;
  private final @Nullable Cells cells;

  /**
   * An estimator for some rows.
   *
   * @param rows N
   * @param clusters levels by name, as {@link VarianceSpec#clusterColumns} names them
   * @param numbers numbers by name, as {@link VarianceSpec#numberColumns} names them
   * @param leverage leverage of each row, effects included; asked for by HC2 and HC3 only
   */
  public VarianceEstimator(
      int rows,
      Map<String, Levels> clusters,
      Map<String, double[]> numbers,
      SmallSample convention,
      ParameterCount parameters,
      Supplier<double[]> leverage) {
    this.rows = rows;
    this.clusters = clusters;
    this.numbers = numbers;
    this.convention = convention;
    this.parameters = parameters;
    this.leverage = leverage;
    this.cells = null;
  }

  /** An estimator for a design's rows. */
  public VarianceEstimator(
      Design design,
      SmallSample convention,
      ParameterCount parameters,
      Supplier<double[]> leverage) {
    this.rows = design.observations();
    this.clusters = design.clusters();
    this.numbers = design.numbers();
    this.convention = convention;
    this.parameters = parameters;
    this.leverage = leverage;
    this.cells = design.cells();
  }

  /**
   * The variance matrix.
   *
   * @param design score columns, square-root weights in them
   * @param residual score residual, square-root weights in it
   * @param bread inverse of the information
   */
  public VarianceMatrix estimate(
      VarianceSpec spec, double[][] design, double[] residual, double[][] bread) {
    return estimate(spec, design, residual, bread, null);
  }

  /**
   * The variance matrix of combinations of the coefficients, those that are reported.
   *
   * @param back the combinations, one a row; null for the coefficients themselves
   */
  public VarianceMatrix estimate(
      VarianceSpec spec,
      double[][] design,
      double[] residual,
      double[][] bread,
      double @Nullable [][] back) {
    int count = parameters(spec, design.length);
    return spec instanceof VarianceSpec.Iid
        ? alike(count, CrossProducts.dot(residual, residual), bread, back)
        : matrix(spec, count, meat(spec).of(design, residual), bread, back);
  }

  /**
   * The variance matrix under errors alike, K known: their variance times the bread, which is the
   * inverse of X'(I - k M)X for every k-class, M what instruments leave (as in ivmodel and
   * linearmodels). The design's own products differ from these where k is not 1.
   *
   * @param squares sum of the squared residuals
   */
  public VarianceMatrix alike(int count, double squares, double[][] bread) {
    return alike(count, squares, bread, null);
  }

  private VarianceMatrix alike(
      int count, double squares, double[][] bread, double @Nullable [][] back) {
    VarianceSpec spec = new VarianceSpec.Iid();
    double[][] own = Small.scale(bread, squares / rows * factor(spec, count));
    return reported(spec, count, own, back);
  }

  /** The variance matrix of a meat summed elsewhere, cluster factor included, with its K. */
  public VarianceMatrix matrix(VarianceSpec spec, int count, double[][] meat, double[][] bread) {
    return matrix(spec, count, meat, bread, null);
  }

  private VarianceMatrix matrix(
      VarianceSpec spec, int count, double[][] meat, double[][] bread, double @Nullable [][] back) {
    double[][] own = Small.scale(Small.sandwich(bread, meat), factor(spec, count));
    return reported(spec, count, own, back);
  }

  /** What is no sum of squares is repaired in the matrix that is reported. */
  private VarianceMatrix reported(
      VarianceSpec spec, int count, double[][] own, double @Nullable [][] back) {
    double[][] matrix = back == null ? own : Small.sandwich(back, own);
    boolean squares =
        !(spec instanceof VarianceSpec.Conley
            || spec instanceof VarianceSpec.Cluster c && c.columns().size() > 1);
    VarianceMatrix made =
        new VarianceMatrix(matrix, text(spec), count, counts(spec), degrees(spec, count));
    return squares ? made : made.repair();
  }

  /** As printed, with the lag used where none was asked for. */
  private String text(VarianceSpec spec) {
    return spec instanceof VarianceSpec.Serial serial
        ? serial.with(periods(serial.time()).lag(serial)).text()
        : spec.text();
  }

  /** K of the convention for a model of so many coefficients. */
  public int parameters(VarianceSpec spec, int coefficients) {
    int count =
        parameters.count(
            coefficients,
            spec instanceof VarianceSpec.Cluster || spec instanceof VarianceSpec.ClusterReduced
                ? levels(spec)
                : List.of());
    return requireFewer(count);
  }

  /** The count, when rows are left after it. */
  public int requireFewer(int count) {
    if (rows <= count) {
      throw UserError.checks(
          "estimate a variance",
          rows + " rows leave nothing after " + count + " parameters",
          "Use more rows, or fewer regressors and effects");
    }
    return count;
  }

  /** The factor with N and K; the one with G is in the meat. */
  public double factor(VarianceSpec spec, int count) {
    if (!convention.adjustParameters()
        || spec instanceof VarianceSpec.Hetero hetero && hetero.kind() != 1) {
      return 1;
    }
    boolean grouped =
        !(spec instanceof VarianceSpec.Iid
            || spec instanceof VarianceSpec.Hetero
            || spec instanceof VarianceSpec.Conley);
    return (rows - (grouped ? 1.0 : 0.0)) / (rows - count);
  }

  /** Degrees of freedom of t and of F's denominator. */
  public double degrees(VarianceSpec spec, int count) {
    int groups = groups(spec);
    if (groups == 0) {
      return rows - count;
    }
    return convention.smallerDegrees() ? Math.min(rows - count, groups - 1) : groups - 1;
  }

  /** The meat of a kind of variance, its cluster factor included. */
  public Meat meat(VarianceSpec spec) {
    if (spec instanceof VarianceSpec.Iid) {
      return (design, residual) ->
          Small.scale(CrossProducts.gram(design), CrossProducts.dot(residual, residual) / rows);
    }
    if (spec instanceof VarianceSpec.Hetero hetero) {
      return new HeteroMeat(hetero.kind(), leverage, cells);
    }
    if (spec instanceof VarianceSpec.Cluster) {
      return new ClusterMeat(levels(spec), convention.clusters());
    }
    if (spec instanceof VarianceSpec.NeweyWest serial) {
      Periods periods = periods(serial.time());
      Meat meat = SerialMeat.neweyWest(levels(spec).get(0), periods, serial, periods.lag(serial));
      return scaled(meat, periods.distinct);
    }
    if (spec instanceof VarianceSpec.DriscollKraay serial) {
      Periods periods = periods(serial.time());
      return scaled(SerialMeat.driscollKraay(periods, periods.lag(serial)), periods.distinct);
    }
    if (spec instanceof VarianceSpec.Conley conley) {
      return new ConleyMeat(
          number(conley.latitude()), number(conley.longitude()), conley.kilometres());
    }
    throw UserError.usage(
        "use variance '" + spec.text() + "' here",
        "it needs the whole regression, not its scores",
        "Use it with ols");
  }

  private Meat scaled(Meat meat, int groups) {
    double factor =
        convention.clusters() == SmallSample.ClusterFactor.NONE ? 1 : groups / (groups - 1.0);
    return (design, residual) -> Small.scale(meat.of(design, residual), factor);
  }

  /** Number of groups that t's degrees of freedom follow, 0 when they follow the rows. */
  public int groups(VarianceSpec spec) {
    if (spec instanceof VarianceSpec.Cluster || spec instanceof VarianceSpec.ClusterReduced) {
      return levels(spec).stream().mapToInt(Levels::count).min().orElse(0);
    }
    return spec instanceof VarianceSpec.Serial serial ? periods(serial.time()).distinct : 0;
  }

  private Map<String, Integer> counts(VarianceSpec spec) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    spec.clusterColumns().forEach(name -> counts.put(name, level(name).count()));
    return counts;
  }

  private List<Levels> levels(VarianceSpec spec) {
    List<Levels> found = new ArrayList<>();
    for (String name : spec.clusterColumns()) {
      Levels levels = level(name);
      if (levels.count() < 2) {
        throw UserError.checks(
            "cluster by '" + name + "'",
            "the " + rows + " rows used lie in " + levels.count() + " cluster",
            "Cluster by a column with two levels or more, best "
                + VarianceMatrix.FEW_CLUSTERS
                + " or more");
      }
      found.add(levels);
    }
    return found;
  }

  private Levels level(String name) {
    Levels levels = clusters.get(name);
    if (levels == null) {
      throw new IllegalArgumentException(
          "Cannot cluster by '" + name + "': its levels were not given.");
    }
    return levels;
  }

  private double[] number(String name) {
    double[] values = numbers.get(name);
    if (values == null) {
      throw new IllegalArgumentException("Cannot use '" + name + "': its numbers were not given.");
    }
    return values;
  }

  private Periods periods(String time) {
    Periods periods = new Periods(number(time), time);
    if (periods.distinct < 2) {
      throw UserError.checks(
          "use a variance over periods of '" + time + "'",
          "the " + rows + " rows used lie in " + periods.distinct + " period",
          "Use rows of two periods or more, or another variance");
    }
    return periods;
  }
}
