package careworkforce.common.estimate.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers, some with more digits than a double holds: exact as levels, rounded as numbers.
 *
 * @param values one a row, null where missing; not copied
 */
public record Decimals(@Nullable BigDecimal[] values) implements Column {
  private static final BigDecimal EXACT_WHOLE = BigDecimal.valueOf(EXACT);

  /** The numbers as doubles where each has one of its own, as they are otherwise. */
  static Column of(@Nullable BigDecimal[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      BigDecimal value = values[i];
      doubles[i] = value == null ? Double.NaN : value.doubleValue();
      if (value != null && !exact(value)) {
        return new Decimals(values);
      }
    }
    return new Numbers(doubles);
  }

  /** Whether a double stands for this number and for no other of as few digits. */
  private static boolean exact(BigDecimal value) {
    double nearest = value.doubleValue();
    return !Double.isInfinite(nearest) && BigDecimal.valueOf(nearest).compareTo(value) == 0;
  }

  /** The first whole number beyond 2^53, if there is one. */
  Optional<BigDecimal> identifier() {
    return Arrays.stream(values)
        .filter(v -> v != null && v.abs().compareTo(EXACT_WHOLE) > 0)
        .filter(v -> v.stripTrailingZeros().scale() <= 0)
        .findFirst();
  }

  /** The nearest doubles, NaN where missing. */
  double[] rounded() {
    return Arrays.stream(values)
        .mapToDouble(v -> v == null ? Double.NaN : v.doubleValue())
        .toArray();
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Column take(int[] rows) {
    return of(Arrays.stream(rows).mapToObj(row -> values[row]).toArray(BigDecimal[]::new));
  }

  /** Levels in ascending order; 1.0 and 1.00 are one. */
  @Override
  public Codes codes() {
    BigDecimal[] levels =
        Arrays.stream(values)
            .filter(v -> v != null)
            .map(BigDecimal::stripTrailingZeros)
            .sorted()
            .distinct()
            .toArray(BigDecimal[]::new);
    int[] codes =
        Arrays.stream(values)
            .parallel()
            .mapToInt(v -> v == null ? -1 : Arrays.binarySearch(levels, v))
            .toArray();
    return new Codes(codes, new LevelNames(levels.length, i -> name(levels[i])));
  }

  private static String name(BigDecimal level) {
    return exact(level) ? Column.label(level.doubleValue()) : level.toPlainString();
  }
}
