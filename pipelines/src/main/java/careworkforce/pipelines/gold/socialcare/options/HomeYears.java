package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.absorb.Singletons;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.dense.LeastSquares;
import careworkforce.common.estimate.dense.Symmetric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of the sample net of its effects, for estimators that work on residuals. */
final class HomeYears {
  private final Frame sample;
  private final Absorber absorber;
  private final double[] weights;
  private final double[][] controls;

  private HomeYears(Frame sample, List<Effect> effects) {
    this.sample = sample;
    this.weights = sample.numbers(OutsideSample.MONTHS);
    this.absorber = Absorber.of(effects, sample.rows());
    this.controls = absorber.residualise(shareControls(sample), weights).residuals();
  }

  /** Net of homes, and of regions by year. */
  static HomeYears of(Frame sample) {
    return new HomeYears(sample, List.of(effect(sample, true), effect(sample, false)));
  }

  /** Net of regions by year alone, for what does not change within a home. */
  static HomeYears acrossHomes(Frame sample) {
    return new HomeYears(sample, List.of(effect(sample, false)));
  }

  /** The home-years that are not alone in their home, nor in their region and year. */
  static Frame told(Frame sample) {
    return notAlone(sample, List.of(effect(sample, true), effect(sample, false)));
  }

  /** The home-years that are not alone in their region and year. */
  static Frame toldAcrossHomes(Frame sample) {
    return notAlone(sample, List.of(effect(sample, false)));
  }

  private static Frame notAlone(Frame sample, List<Effect> effects) {
    boolean[] keep =
        Singletons.keep(
            effects.stream().map(Effect::codes).toList(),
            effects.stream().mapToInt(Effect::levels).toArray());
    return sample.where(i -> keep[i]);
  }

  double[] weights() {
    return weights;
  }

  /** The sum of exposures in each year, and nought in others, net of effects. */
  double[][] controls() {
    return controls;
  }

  /** A column net of effects. */
  double[] net(String column) {
    return absorber.residualise(new double[][] {sample.numbers(column)}, weights).residuals()[0];
  }

  /** The share of a column's variation that effects and the sum of exposures leave. */
  double left(String column) {
    double[] raw = sample.numbers(column);
    double mean = Symmetric.dot(raw, weights) / Arrays.stream(weights).sum();
    double[] centred = Arrays.stream(raw).map(v -> v - mean).toArray();
    double[] net = LeastSquares.fit(net(column), controls, weights).residuals();
    return Symmetric.dot(net, weights, net) / Symmetric.dot(centred, weights, centred);
  }

  private static double[][] shareControls(Frame sample) {
    double[] year = sample.numbers(OutsideSample.YEAR);
    double[] exposures = sample.numbers(OutsideSample.EXPOSURES);
    double[] years = Arrays.stream(year).distinct().sorted().toArray();
    double[][] controls = new double[years.length][year.length];
    for (int c = 0; c < years.length; c++) {
      for (int i = 0; i < year.length; i++) {
        controls[c][i] = year[i] == years[c] ? exposures[i] : 0;
      }
    }
    return controls;
  }

  private static Effect effect(Frame sample, boolean homes) {
    List<String> names = words(sample, homes ? OutsideSample.HOME : OutsideSample.REGION);
    double[] year = sample.numbers(OutsideSample.YEAR);
    Map<String, Integer> levels = new LinkedHashMap<>();
    int[] codes = new int[year.length];
    for (int i = 0; i < codes.length; i++) {
      String level = homes ? names.get(i) : names.get(i) + " " + year[i];
      Integer code = levels.putIfAbsent(level, levels.size());
      codes[i] = code == null ? levels.size() - 1 : code;
    }
    return Effect.of(homes ? OutsideSample.HOME : "region and year", codes, levels.size());
  }

  /** The words of a column, in the order of rows. */
  static List<String> words(Frame sample, String column) {
    careworkforce.common.estimate.data.Column.Codes codes = sample.column(column).codes();
    return Arrays.stream(codes.values()).mapToObj(c -> codes.levels().get(c)).toList();
  }
}
