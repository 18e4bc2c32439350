package careworkforce.common.refresh;

import java.util.List;

/**
 * How two versions of a table differ.
 *
 * @param schema differences of names and types, in words
 * @param rowsBefore rows of the first
 * @param rowsAfter rows of the second
 * @param onlyBefore rows whose key the second does not have; where there is no key, rows the second
 *     has not, or not so often
 * @param onlyAfter the same the other way round
 * @param columns one entry a column in which rows of one key differ
 */
public record TableDifference(
    List<String> schema,
    long rowsBefore,
    long rowsAfter,
    long onlyBefore,
    long onlyAfter,
    List<ColumnDifference> columns) {

  /**
   * How one column differs where the keys agree.
   *
   * @param column its name
   * @param rows in how many rows
   * @param largest the largest absolute difference of numbers; NaN where it holds none
   */
  public record ColumnDifference(String column, long rows, double largest) {}

  /** True if nothing differs beyond the tolerance. */
  public boolean isNone() {
    return schema.isEmpty() && onlyBefore == 0 && onlyAfter == 0 && columns.isEmpty();
  }
}
