package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The way to registered nurse as an event of its own, whatever the bands, among nursing support and
 * learners, who are in training posts on the way. Learners who were no support staff before are
 * among them, as the cells do not tell what anybody was before.
 */
final class NursePathway {
  /** What the event is called. */
  static final String EVENT = "support_to_nurse";

  /** Who is at risk of it, in words. */
  static final String STAFF = "nursing support staff and nursing learners";

  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;

  private NursePathway() {}

  /** The cells at risk, with this event where it is what happens. */
  static Dataset<Row> of(Dataset<Row> cells) {
    Column nurse = CELLS.destination.col().equalTo(lit(OccupationGroups.NURSES));
    return cells
        .where(
            CELLS
                .level2
                .col()
                .isin(OccupationGroups.NURSING_SUPPORT, OccupationGroups.NURSING_LEARNERS))
        .withColumn(CELLS.event.name(), when(nurse, lit(EVENT)).otherwise(CELLS.event.col()));
  }
}
