package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.absorb.BlockRows;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.absorb.LocalBlocks;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.NamedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A design's rows as blocks of whole groups, small enough to stay in a processor's cache. */
final class DesignBlocks {
  private static final int ROWS = 16_384;

  /** Rows of a design, from and to. */
  record Range(int from, int to) {}

  private final Design design;
  private final Effect eliminated;
  private final List<Effect> others;

  private DesignBlocks(Design design, Effect eliminated) {
    this.design = design;
    this.eliminated = eliminated;
    this.others = design.effects().stream().filter(e -> e != eliminated).toList();
  }

  /**
   * Linear predictors at the maximum of a Poisson likelihood, to start from; null where the design
   * is not arranged by its largest effect or has effects that are more than dummies.
   */
  static double @Nullable [] poissonStart(Design design, EstimateOptions options) {
    List<Effect> effects = design.effects();
    if (effects.isEmpty() || !effects.stream().allMatch(Effect::plain)) {
      return null;
    }
    Effect largest = effects.get(0);
    for (Effect effect : effects) {
      largest = effect.levels() > largest.levels() ? effect : largest;
    }
    for (int i = 1; i < design.size(); i++) {
      if (largest.codes()[i] < largest.codes()[i - 1]) {
        return null;
      }
    }
    return new DesignBlocks(design, largest).start(options);
  }

  private double[] start(EstimateOptions options) {
    int columns = others.stream().mapToInt(Effect::levels).sum();
    List<Range> ranges = ranges();
    var maximum =
        new ConcentratedLikelihood<>(
                Response.POISSON,
                new LocalBlocks<>(ranges),
                this::read,
                columns,
                design.exogenous().size(),
                options.absorb())
            .maximise();
    double[] eta = new double[design.size()];
    for (Range range : ranges) {
      double[] part =
          ConcentratedLikelihood.predictors(
              Response.POISSON, read(range), maximum.slopes(), maximum.effects());
      System.arraycopy(part, 0, eta, range.from, part.length);
    }
    return eta;
  }

  private List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    int[] codes = eliminated.codes();
    int from = 0;
    for (int i = 1; i <= codes.length; i++) {
      boolean ends = i == codes.length || codes[i] != codes[i - 1] && i - from >= ROWS;
      if (ends) {
        ranges.add(new Range(from, i));
        from = i;
      }
    }
    return ranges;
  }

  private BlockRows read(Range range) {
    int[][] index = new int[others.size()][];
    int before = 0;
    for (int e = 0; e < index.length; e++) {
      index[e] = Arrays.copyOfRange(others.get(e).codes(), range.from, range.to);
      for (int i = 0; i < index[e].length; i++) {
        index[e][i] += before;
      }
      before += others.get(e).levels();
    }
    return new BlockRows(
        starts(range),
        index,
        slice(design.outcome().values(), range),
        design.exogenous().stream()
            .map(NamedColumn::values)
            .map(v -> slice(v, range))
            .toArray(double[][]::new),
        sliceOrNull(design.weights(), range),
        sliceOrNull(design.offset(), range));
  }

  private int[] starts(Range range) {
    int[] codes = eliminated.codes();
    int[] starts = new int[range.to - range.from + 1];
    int groups = 0;
    for (int i = range.from; i < range.to; i++) {
      if (i == range.from || codes[i] != codes[i - 1]) {
        starts[groups++] = i - range.from;
      }
    }
    starts[groups] = range.to - range.from;
    return Arrays.copyOf(starts, groups + 1);
  }

  private static double[] slice(double[] values, Range range) {
    return Arrays.copyOfRange(values, range.from, range.to);
  }

  private static double @Nullable [] sliceOrNull(double @Nullable [] values, Range range) {
    return values == null ? null : slice(values, range);
  }
}
