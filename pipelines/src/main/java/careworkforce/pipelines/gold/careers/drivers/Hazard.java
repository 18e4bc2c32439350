package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The hazard of one kind of event as a model of the cells, wherever they are.
 *
 * @param event that happens
 * @param formula of {@value #HAPPENS} on what drives it
 * @param traits the levels of each that are told
 */
record Hazard(String event, String formula, Map<String, MergedLevels> traits) {
  /** 1 where the event happens, 0 otherwise. */
  static final String HAPPENS = "happens";

  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;

  /** The cells as the model wants them, in memory. */
  Frame of(Frame cells) {
    Column.Codes codes = cells.column(CELLS.event.name()).codes();
    int own = codes.levels().indexOf(event);
    Frame frame =
        cells.with(
            HAPPENS, IntStream.of(codes.values()).mapToDouble(e -> e == own ? 1 : 0).toArray());
    for (Map.Entry<String, MergedLevels> trait : traits.entrySet()) {
      Column.Codes given = cells.column(trait.getKey()).codes();
      frame = frame.with(trait.getKey(), trait.getValue().of(given));
    }
    return frame;
  }

  /** The same, where Spark has them. */
  Dataset<Row> of(Dataset<Row> cells) {
    Dataset<Row> rows = cells.withColumn(HAPPENS, CELLS.event.col().equalTo(event).cast("double"));
    for (Map.Entry<String, MergedLevels> trait : traits.entrySet()) {
      rows = rows.withColumn(trait.getKey(), trait.getValue().of(rows.col(trait.getKey())));
    }
    return rows;
  }
}
