package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Follows movers, and those back from leave or long sickness, beside comparable staff. */
@AutoService(Job.class)
public final class CareersEventPathsJob implements Transform {
  private static final CareersEventPaths PATHS = CareersEventPaths.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;

  @Override
  public Table writes() {
    return PATHS;
  }

  @Override
  public List<Table> reads() {
    List<Table> reads = new ArrayList<>(StaffPanel.tables());
    reads.add(MOVES);
    return reads;
  }

  /** Events, and the staff who have them, are few and asked for several times. */
  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> months = inputs.table(MONTHS);
    Dataset<Row> panel = StaffPanel.of(inputs);
    Dataset<Row> events =
        CareerEvents.of(inputs.table(MOVES), months).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> treated =
        MatchedUnits.treated(panel, events, window(months)).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> units = MatchedUnits.of(treated, panel, events);
      Dataset<Row> sums = MatchedPaths.sums(units, StaffPanel.outcomes(inputs));
      List<Row> rows = new EventPathRows(inputs, reads()).rows(sums);
      return PATHS.select(inputs.rows(rows, PATHS.schema()));
    } finally {
      treated.unpersist(false);
      events.unpersist(false);
    }
  }

  /** The record's first and last month. */
  private static Dataset<Row> window(Dataset<Row> months) {
    return months
        .agg(min(MONTHS.month.col()).as("first_day"), max(MONTHS.month.col()).as("last_day"))
        .select(
            Month.number(col("first_day")).as("begins"), Month.number(col("last_day")).as("ends"));
  }
}
