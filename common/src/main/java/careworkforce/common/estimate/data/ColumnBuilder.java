package careworkforce.common.estimate.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column that grows as words arrive: numbers as long as every word is one, a dictionary from the
 * first word that is not.
 */
final class ColumnBuilder {
  private final Map<String, Integer> dictionary = new HashMap<>();
  private double[] numbers = new double[1024];
  private int[] codes = new int[1024];
  private boolean numeric = true;
  private boolean large;
  private int size;

  void add(@Nullable String word) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, 2 * size);
      numbers = numeric ? Arrays.copyOf(numbers, 2 * size) : numbers;
    }
    boolean missing = word == null || isMissing(word);
    codes[size] = missing ? -1 : dictionary.computeIfAbsent(word, w -> dictionary.size());
    if (numeric) {
      numbers[size] = missing ? Double.NaN : number(word);
      large |= Math.abs(numbers[size]) >= Column.EXACT && Double.isFinite(numbers[size]);
    }
    size++;
  }

  private double number(@Nullable String word) {
    try {
      return switch (String.valueOf(word)) {
        case "TRUE", "true" -> 1;
        case "FALSE", "false" -> 0;
        case "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> decimal(String.valueOf(word));
      };
    } catch (NumberFormatException e) {
      numeric = false;
      return Double.NaN;
    }
  }

  /** Java would read more as numbers than a table means: 1D, 2F, 0x1p3, Infinity. */
  private static double decimal(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("0123456789+-.eE".indexOf(word.charAt(i)) < 0) {
        throw new NumberFormatException(word);
      }
    }
    return Double.parseDouble(word);
  }

  static boolean isMissing(String word) {
    return switch (word) {
      case "", "NA", "NaN", ".", "null" -> true;
      default -> false;
    };
  }

  Column build() {
    if (numeric) {
      return large ? decimals() : new Column.Numbers(Arrays.copyOf(numbers, size));
    }
    String[] seen = new String[dictionary.size()];
    dictionary.forEach((word, position) -> seen[position] = word);
    String[] levels = seen.clone();
    Arrays.sort(levels);
    int[] place = new int[seen.length];
    for (int i = 0; i < seen.length; i++) {
      place[i] = Arrays.binarySearch(levels, seen[i]);
    }
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = codes[i] < 0 ? -1 : place[codes[i]];
    }
    return new Column.Codes(values, java.util.List.of(levels));
  }

  /** Numbers beyond 2^53, digit by digit; doubles where a word is no decimal number. */
  private Column decimals() {
    BigDecimal[] levels = new BigDecimal[dictionary.size()];
    try {
      dictionary.forEach((word, position) -> levels[position] = new BigDecimal(word));
    } catch (NumberFormatException e) {
      return new Column.Numbers(Arrays.copyOf(numbers, size));
    }
    return Decimals.of(
        Arrays.stream(codes, 0, size)
            .mapToObj(code -> code < 0 ? null : levels[code])
            .toArray(BigDecimal[]::new));
  }
}
