package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The imputation estimator of Borusyak, Jaravel and Spiess (2024): effects and controls are fitted
 * on untreated rows only, give every treated row its outcome without treatment, and the differences
 * are averaged.
 *
 * <p>Standard errors are theirs (section 4.3): influences summed by cluster, effects of treated
 * rows taken from the average of their cohort and period, which makes them conservative. Estimates
 * before treatment come from a regression on untreated rows only, with dummies for the periods
 * asked for before treatment.
 */
public final class Imputation {
  private final StaggeredDesign design;
  private final ImputedRows rows;
  private final List<String> notes;

  private Imputation(StaggeredDesign design, ImputedRows rows, List<String> notes) {
    this.design = design;
    this.rows = rows;
    this.notes = notes;
  }

  /**
   * Fits.
   *
   * @throws UserError if no treated row can be imputed
   */
  public static Imputation fit(StaggeredDesign design) {
    List<String> notes = new ArrayList<>(design.clusterNote().stream().toList());
    return new Imputation(design, ImputedRows.of(design, notes), List.copyOf(notes));
  }

  /** Effects by event time from treatment on; the overall averages all treated rows. */
  public EventPath byEventTime() {
    TreeMap<Double, double[]> targets = new TreeMap<>();
    double[] all = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.treated(i)) {
        double[] target = targets.computeIfAbsent(rows.eventTime(i), t -> new double[rows.size()]);
        target[i] = rows.weight(i);
        all[i] = rows.weight(i);
      }
    }
    List<double[]> wanted = new ArrayList<>(targets.values());
    wanted.add(all);
    wanted.forEach(Imputation::normalise);
    double[][] weights = wanted.toArray(double[][]::new);
    double[] estimates = Arrays.stream(weights).mapToDouble(rows::average).toArray();
    double[][] variance = rows.variance(weights);
    List<Coefficient> effects = new ArrayList<>();
    double[] times = targets.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    int size = times.length;
    for (int k = 0; k < size; k++) {
      effects.add(coefficient("event " + Column.label(times[k]), estimates[k], variance[k][k]));
    }
    double[][] joint = new double[size][];
    for (int k = 0; k < size; k++) {
      joint[k] = Arrays.copyOf(variance[k], size);
    }
    return new EventPath(
        "Imputation",
        times,
        effects,
        Small.symmetric(joint),
        coefficient("average after treatment", estimates[size], variance[size][size]),
        Double.POSITIVE_INFINITY,
        Coefficient.LEVEL,
        Double.NaN,
        notes);
  }

  private static void normalise(double[] target) {
    double total = Arrays.stream(target).sum();
    for (int i = 0; i < target.length; i++) {
      target[i] /= total;
    }
  }

  private static Coefficient coefficient(String name, double estimate, double variance) {
    return Coefficient.of(
        name, estimate, Math.sqrt(variance), Double.POSITIVE_INFINITY, Coefficient.LEVEL);
  }

  /**
   * The test of parallel trends on untreated rows: dummies for the last periods before treatment,
   * earlier ones and untreated units being the reference.
   *
   * @param periods how many periods before treatment get a dummy
   */
  public EventPath pretrends(int periods) {
    double[] times = design.eventTimes();
    int[] untreated =
        java.util.stream.IntStream.range(0, times.length).filter(i -> !(times[i] >= 0)).toArray();
    double[] events = new double[untreated.length];
    for (int i = 0; i < events.length; i++) {
      double time = times[untreated[i]];
      events[i] = time >= -periods ? time : Double.NaN;
    }
    StaggeredDesign before = design.on(design.data().take(untreated));
    double reference = -periods - 1.0;
    double[] with = Arrays.copyOf(events, events.length);
    for (int i = 0; i < with.length; i++) {
      with[i] = Double.isNaN(with[i]) ? reference : with[i];
    }
    return TwoWayEventStudy.path(
        before
            .regression(
                before.data().with("event", TwoWayEventStudy.levels(with, reference)),
                "i(event, ref = " + Column.label(reference) + ")")
            .fit(),
        List.of("Estimated on untreated rows only."));
  }
}
