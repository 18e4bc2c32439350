package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.List;

/**
 * One column of a frame: numbers, or codes of a dictionary. Numbers that doubles would not tell
 * apart are {@link Wholes} or {@link Decimals}.
 */
public sealed interface Column permits Column.Numbers, Column.Codes, Wholes, Decimals {
  /** Whole numbers up to this have a double each. */
  long EXACT = 1L << 53;

  /** Number of rows. */
  int size();

  /** Some rows, in the order given and as often as given. */
  Column take(int[] rows);

  /** One long a row, the same where the column's values are the same and not missing. */
  default long[] keys() {
    return Arrays.stream(codes().values()).asLongStream().toArray();
  }

  /** The levels of each row, dense from 0, with -1 where missing. */
  Codes codes();

  /**
   * Numbers, with NaN where missing.
   *
   * @param values one a row; not copied
   */
  record Numbers(double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Codes codes() {
      return NumberLevels.of(values);
    }

    @Override
    public long[] keys() {
      return Arrays.stream(values).mapToLong(v -> Double.doubleToLongBits(v + 0.0)).toArray();
    }

    @Override
    public Column take(int[] rows) {
      return new Numbers(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }
  }

  /**
   * Words by a dictionary.
   *
   * @param values level of each row, -1 where missing; not copied
   * @param levels the words, in the order in which dummies are written
   */
  record Codes(int[] values, List<String> levels) implements Column {
    private static final int SHOWN = 20;

    /**
     * Requires a level to be left out to be one of these.
     *
     * @throws UserError naming the column and some of its levels
     */
    public void requireReference(String column, String level) {
      require(column, level, "leave out", "ref");
    }

    /**
     * Requires a level to be kept to be one of these.
     *
     * @throws UserError naming the column and some of its levels
     */
    public void requireKept(String column, String level) {
      require(column, level, "keep", "keep");
    }

    private void require(String column, String level, String doing, String option) {
      if (!levels.contains(level)) {
        throw UserError.usage(
            doing + " level '" + level + "' of '" + column + "'",
            "its levels are " + levels.subList(0, Math.min(SHOWN, levels.size())),
            "Give " + option + " one of them");
      }
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Codes codes() {
      return this;
    }

    @Override
    public Column take(int[] rows) {
      return new Codes(Arrays.stream(rows).map(row -> values[row]).toArray(), levels);
    }
  }

  /** Words as they come, null where missing; levels in alphabetical order. */
  static Codes words(String[] words) {
    String[] levels =
        Arrays.stream(words).filter(w -> w != null).distinct().sorted().toArray(String[]::new);
    java.util.Map<String, Integer> positions = new java.util.HashMap<>();
    for (int i = 0; i < levels.length; i++) {
      positions.put(levels[i], i);
    }
    int[] values = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = words[i] == null ? -1 : positions.getOrDefault(words[i], -1);
    }
    return new Codes(values, List.of(levels));
  }

  /** A number as a level's name: whole numbers without a decimal point. */
  static String label(double value) {
    return value == Math.rint(value) && Math.abs(value) <= EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
