package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A table in memory, by column: the data an estimate is made from. Immutable; columns are not
 * copied.
 */
public final class Frame {
  private final Map<String, Column> columns;
  private final int rows;

  private Frame(Map<String, Column> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** A frame of named columns, all of one length. */
  public static Frame of(Map<String, Column> columns) {
    int rows = columns.values().stream().mapToInt(Column::size).findFirst().orElse(0);
    columns.forEach(
        (name, column) -> {
          if (column.size() != rows) {
            throw UserError.usage(
                "make a frame",
                "column '" + name + "' has " + column.size() + " rows, the first has " + rows,
                "Give columns of one length");
          }
        });
    return new Frame(new LinkedHashMap<>(columns), rows);
  }

  /** A frame without columns, to add to. */
  public static Frame empty() {
    return new Frame(new LinkedHashMap<>(), -1);
  }

  /** This frame and a column of numbers. */
  public Frame with(String name, double... values) {
    return with(name, new Column.Numbers(values));
  }

  /** This frame and a column of words, null where missing. */
  public Frame with(String name, String... words) {
    return with(name, Column.words(words));
  }

  /** This frame and a column, or with the column replaced. */
  public Frame with(String name, Column column) {
    Map<String, Column> more = new LinkedHashMap<>(columns);
    more.put(name, column);
    return of(more);
  }

  /** Number of rows. */
  public int rows() {
    return Math.max(rows, 0);
  }

  /** Names of the columns, in their order. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(columns.keySet());
  }

  /** Whether the frame has the column. */
  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /**
   * A column.
   *
   * @throws UserError if there is none of that name, naming the nearest
   */
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw UserError.usage(
          "find column '" + name + "'",
          "the data have " + listed(),
          Nearest.to(name, columns.keySet())
              .map(near -> "Did you mean '" + near + "'? Correct the formula or the data")
              .orElse("Correct the formula or add the column"));
    }
    return column;
  }

  /**
   * A column of numbers.
   *
   * @throws UserError if it holds words, or whole numbers beyond 2^53
   */
  public double[] numbers(String name) {
    Column column = column(name);
    if (column instanceof Column.Numbers numbers) {
      return numbers.values();
    }
    if (column instanceof Wholes wholes) {
      throw identifier(name, wholes.largest());
    }
    if (column instanceof Decimals decimals) {
      decimals
          .identifier()
          .ifPresent(
              value -> {
                throw identifier(name, value);
              });
      return decimals.rounded();
    }
    throw Words.of(name, column.codes()).notANumber();
  }

  private static UserError identifier(String name, Number value) {
    return UserError.usage(
        "use column '" + name + "' as a number",
        "it holds " + value + ", beyond 2^53, where numbers next to each other fall together",
        "Use it as an effect or a cluster, or give the data with a base taken off it");
  }

  /** Some columns; those it lacks are left out, so that the error comes with the formula. */
  public Frame only(Set<String> wanted) {
    Map<String, Column> some = new LinkedHashMap<>(columns);
    some.keySet().retainAll(wanted);
    return new Frame(some, rows);
  }

  /** Some rows, in the order given and as often as given. */
  public Frame take(int[] wanted) {
    Map<String, Column> taken = new LinkedHashMap<>();
    columns.forEach((name, column) -> taken.put(name, column.take(wanted)));
    return new Frame(taken, wanted.length);
  }

  /** The rows of whose places a condition holds, in their order. */
  public Frame where(IntPredicate wanted) {
    return take(IntStream.range(0, rows).filter(wanted).toArray());
  }

  private String listed() {
    List<String> names = List.copyOf(columns.keySet());
    String listed = String.join(", ", names.subList(0, Math.min(20, names.size())));
    return names.isEmpty() ? "no columns" : listed + (names.size() > 20 ? ", …" : "");
  }
}
