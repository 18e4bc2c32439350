package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.careers.consequences.CareersEventPaths;
import careworkforce.pipelines.gold.careers.consequences.EventStudy;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who is still on a payroll two years after a move, beside each group of comparisons. */
final class StayingAfterMoves {
  private static final CareersRobustness ROBUSTNESS = CareersRobustness.TABLE;
  private static final CareersEventPaths PATHS = CareersEventPaths.TABLE;
  private static final int TWO_YEARS = 24;
  static final String RECRUITS = EventStudy.MOVES_AND_RECRUITS.sample();
  static final String STAYERS = EventStudy.MOVES_AND_STAYERS.sample();

  private StayingAfterMoves() {}

  static Dataset<Row> rows(Inputs inputs) {
    Column[] columns =
        ROBUSTNESS.fields().stream().map(Field::name).map(name -> col(name)).toArray(Column[]::new);
    return inputs
        .table(PATHS)
        .where(
            PATHS
                .outcome
                .col()
                .equalTo(lit("on_payroll"))
                .and(PATHS.eventMonth.col().equalTo(lit(TWO_YEARS)))
                .and(PATHS.sample.col().isin(RECRUITS, STAYERS)))
        .withColumn(
            ROBUSTNESS.place.name(),
            when(PATHS.sample.col().equalTo(lit(RECRUITS)), lit(0)).otherwise(lit(1)))
        .withColumn(
            ROBUSTNESS.meaning.name(), concat(lit("staying two years after "), PATHS.sample.col()))
        .select(columns);
  }
}
