package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.data.BlockDesign;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.data.NamedColumn;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows as they are kept between passes: whole groups of the eliminated effect, columns
 * primitive, levels numbered within the block and packed.
 *
 * @param bases one column for each term: what multiplies its dummies, or the term itself
 * @param slopes of effects whose slopes vary by level, one value a row
 * @param keys least and largest key of the eliminated effect where rows are read as they lie
 * @param given rows it was made from
 * @param reasons rows left out, by reason
 * @param singletons rows dropped for being alone in a level
 * @param separated rows dropped because their level's outcomes are all zero
 */
record Block(
    int[] starts,
    double[] outcome,
    double[][] bases,
    double @Nullable [] weights,
    double @Nullable [] offset,
    Map<String, PackedCodes> codes,
    Map<String, String[]> labels,
    Map<String, double[][]> slopes,
    long[] keys,
    long given,
    TreeMap<String, Integer> reasons,
    long singletons,
    long separated)
    implements Serializable {

  static Block of(BlockDesign made, String eliminated, long[] keys) {
    Design design = made.design();
    int[] group =
        design.effects().stream()
            .filter(e -> e.name().equals(eliminated))
            .findFirst()
            .orElseThrow()
            .codes();
    Map<String, PackedCodes> codes = new LinkedHashMap<>();
    made.levels().forEach((name, l) -> codes.put(name, new PackedCodes(l.codes(), l.count())));
    return new Block(
        starts(group),
        design.outcome().values(),
        Stream.of(design.exogenous(), design.endogenous(), design.instruments())
            .flatMap(List::stream)
            .map(NamedColumn::values)
            .toArray(double[][]::new),
        design.weights(),
        design.offset(),
        codes,
        made.labels(),
        slopes(design),
        keys,
        design.rowsGiven(),
        new TreeMap<>(design.dropped()),
        0,
        0);
  }

  /**
   * The block with one of its bases for the outcome, and the first of them for bases.
   *
   * @param base place of the outcome, or less than 0 to leave it
   * @param first how many bases remain
   */
  Block of(int base, int first) {
    return new Block(
        starts,
        base < 0 ? outcome : bases[base],
        Arrays.copyOf(bases, first),
        weights,
        offset,
        codes,
        labels,
        slopes,
        keys,
        given,
        reasons,
        singletons,
        separated);
  }

  private static int[] starts(int[] group) {
    int[] starts = new int[group.length + 1];
    int groups = 0;
    for (int i = 0; i < group.length; i++) {
      if (i == 0 || group[i] != group[i - 1]) {
        starts[groups++] = i;
      }
    }
    starts[groups] = group.length;
    return Arrays.copyOf(starts, groups + 1);
  }

  private static Map<String, double[][]> slopes(Design design) {
    Map<String, double[][]> slopes = new LinkedHashMap<>();
    design.effects().stream()
        .filter(e -> !e.slopes().isEmpty())
        .forEach(e -> slopes.put(e.name(), e.slopes().toArray(double[][]::new)));
    return slopes;
  }

  /** Slopes of an effect that vary by its levels, one value a row. */
  double[][] slopesOf(String effect) {
    return slopes.getOrDefault(effect, new double[0][]);
  }

  int size() {
    return outcome.length;
  }

  /** Levels as numbered within the block. */
  Levels levels(String name) {
    int count = labelsOf(name).length;
    int[] same = new int[count];
    Arrays.setAll(same, i -> i);
    return new Levels(codesOf(name).translated(same), count);
  }

  String[] labelsOf(String name) {
    return found(labels.get(name), name);
  }

  PackedCodes codesOf(String name) {
    return found(codes.get(name), name);
  }

  private static <T> T found(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("Cannot find the levels of '" + name + "' in a block.");
    }
    return value;
  }

  /** The block without some rows, counted as singletons or as separated. */
  Block without(boolean[] drop, boolean asSeparated) {
    int[] keep = java.util.stream.IntStream.range(0, size()).filter(i -> !drop[i]).toArray();
    int gone = size() - keep.length;
    if (gone == 0) {
      return this;
    }
    int[] group = new int[size()];
    for (int g = 0; g + 1 < starts.length; g++) {
      Arrays.fill(group, starts[g], starts[g + 1], g);
    }
    Map<String, PackedCodes> fewer = new LinkedHashMap<>();
    for (String name : codes.keySet()) {
      Levels levels = levels(name);
      fewer.put(name, new PackedCodes(pick(levels.codes(), keep), levels.count()));
    }
    Map<String, double[][]> fewerSlopes = new LinkedHashMap<>();
    slopes.forEach((name, columns) -> fewerSlopes.put(name, pick(columns, keep)));
    return new Block(
        starts(pick(group, keep)),
        pick(outcome, keep),
        pick(bases, keep),
        weights == null ? null : pick(weights, keep),
        offset == null ? null : pick(offset, keep),
        fewer,
        labels,
        fewerSlopes,
        keys,
        given,
        reasons,
        singletons + (asSeparated ? 0 : gone),
        separated + (asSeparated ? gone : 0));
  }

  private static double[][] pick(double[][] columns, int[] keep) {
    return Arrays.stream(columns).map(x -> pick(x, keep)).toArray(double[][]::new);
  }

  private static double[] pick(double[] values, int[] keep) {
    return Arrays.stream(keep).mapToDouble(i -> values[i]).toArray();
  }

  private static int[] pick(int[] values, int[] keep) {
    return Arrays.stream(keep).map(i -> values[i]).toArray();
  }
}
