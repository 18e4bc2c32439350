package careworkforce.pipelines.synthetic;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes down facts of the world: which file, which header, which cells. Found by
 * declaration, one beside each source's contract; nothing central is edited for a new one.
 *
 * @param <F> the facts it writes
 */
public interface SourceWriter<F extends Fact> extends Serializable {

  /** The facts it writes. */
  Class<F> writes();

  /** The folder of the source. */
  String folder();

  /** The name of the file that a month's facts go to; null if none is delivered. */
  @Nullable String file(int month, WorldSettings world);

  /** What stands before the first row, line end included; empty for none. */
  String header(int month);

  /** Appends a row, without line end; wide sources append only the cells they fill. */
  void row(F fact, StringBuilder to);

  /**
   * Whether the source publishes sums: rows are then a key and two whole numbers, parted by tabs,
   * and those of a file are summed by key, in the order of keys, before they are expanded.
   */
  default boolean summed() {
    return false;
  }

  /** Makes the delivered line of what {@link #row} wrote. */
  default void expand(int month, String row, StringBuilder to) {
    to.append(row);
  }

  /** Between the cells of {@link #row}. */
  default char delimiter(int month) {
    return ',';
  }

  /** What may stand wrongly in a copy of a row, so that ingest has something to reject. */
  default List<Spoil> spoils() {
    return List.of();
  }

  /**
   * A wrong cell.
   *
   * @param trap whose rate it has
   * @param cell place among the cells of {@link #row}, from 0
   * @param text what stands there
   */
  record Spoil(Trap trap, int cell, String text) implements Serializable {

    /** A row with the cell wrong. */
    public String in(String row, char delimiter) {
      int start = 0;
      for (int before = 0; before < cell; before++) {
        start = row.indexOf(delimiter, start) + 1;
      }
      int end = row.indexOf(delimiter, start);
      return row.substring(0, start) + text + (end < 0 ? "" : row.substring(end));
    }
  }
}
