package careworkforce.common.estimate.collapse;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.CompleteRows;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.Points;
import careworkforce.common.estimate.data.RowColumns;
import careworkforce.common.estimate.formula.Specification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Complete rows as cells.
 *
 * @param keys a frame that has each cell's values in some row
 * @param rows that row of each cell
 * @param sums of each cell
 * @param given rows they were made from
 * @param dropped rows left out, by reason
 */
record CellTable(Frame keys, int[] rows, CellSums sums, int given, Map<String, Integer> dropped) {

  /** Collapses a frame. */
  static CellTable of(
      Specification specification,
      Frame frame,
      DesignOptions options,
      Set<String> keys,
      boolean counts) {
    CompleteRows.Found found = DesignBuilder.complete(specification, frame, options);
    CellIndex index = CellIndex.of(frame, keys, found.rows());
    CellSums sums = new CellSums(index.count());
    double[] weights = found.weights();
    for (int i = 0; i < found.rows().length; i++) {
      double weight = weights == null ? 1 : weights[i];
      sums.add(index.cells()[i], found.outcome()[i], weight);
      if (counts && found.outcome()[i] >= 0) {
        sums.addCount(index.cells()[i], found.outcome()[i], weight);
      }
    }
    int[] first = Arrays.stream(index.first()).map(i -> found.rows()[i]).toArray();
    return new CellTable(frame, first, sums, frame.rows(), found.dropped());
  }

  /** Joins parts' cells. */
  static CellTable of(List<CellPart> parts, Set<String> keys) {
    Frame frame = RowColumns.frame(parts.stream().map(CellPart::keys).toList());
    int[] all = IntStream.range(0, frame.rows()).toArray();
    CellIndex index = CellIndex.of(frame, keys, all);
    CellSums sums = new CellSums(index.count());
    Map<String, Integer> dropped = new TreeMap<>();
    int given = 0;
    int at = 0;
    for (CellPart part : parts) {
      for (int c = 0; c < part.sums().size(); c++) {
        sums.add(index.cells()[at++], part.sums(), c);
      }
      part.dropped().forEach((reason, rows) -> dropped.merge(reason, rows, Integer::sum));
      given = Math.addExact(given, part.given());
    }
    return new CellTable(frame, index.first(), sums, given, dropped);
  }

  /** The design of the cells' points. */
  Design design(Specification specification, EstimateOptions options, Set<String> columns) {
    CellPoints points = new CellPoints(sums);
    int[] taken = Arrays.stream(points.cell).map(c -> rows[c]).toArray();
    return DesignBuilder.build(
        specification,
        keys.only(columns).take(taken),
        options.forDesign(),
        new Points(points.outcome, points.weight, points.cells(), given, dropped));
  }
}
