package careworkforce.common.estimate.collapse;

import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.data.RowColumns;
import careworkforce.common.estimate.formula.Specification;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Cells of some rows, as they travel.
 *
 * @param keys one row a cell
 * @param sums of each cell
 * @param given rows they were made from
 * @param dropped rows left out, by reason
 */
record CellPart(RowColumns keys, CellSums sums, int given, LinkedHashMap<String, Integer> dropped)
    implements Serializable {

  static CellPart of(
      Specification specification,
      RowColumns rows,
      DesignOptions options,
      Set<String> keys,
      boolean counts) {
    CellTable table = CellTable.of(specification, rows.frame(), options, keys, counts);
    return new CellPart(
        rows.take(table.rows()), table.sums(), table.given(), new LinkedHashMap<>(table.dropped()));
  }
}
