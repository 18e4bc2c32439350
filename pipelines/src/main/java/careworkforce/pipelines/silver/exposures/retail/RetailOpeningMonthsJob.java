package careworkforce.pipelines.silver.exposures.retail;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.trunc;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.panels.HomeMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts a home's openings so far; a home that no site is near has no rows. */
@AutoService(Job.class)
public final class RetailOpeningMonthsJob implements Transform {
  private static final RetailOpeningMonths MONTHS = RetailOpeningMonths.TABLE;
  private static final RetailOpenings OPENINGS = RetailOpenings.TABLE;
  private static final HomeMonths STAFF = HomeMonths.TABLE;

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(OPENINGS, STAFF);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> near =
        inputs
            .table(OPENINGS)
            .where(OPENINGS.ring.col().equalTo(lit("treated")))
            .groupBy(OPENINGS.radius.col(), OPENINGS.homeId.col())
            .agg(collect_list(trunc(OPENINGS.openedOn.col(), "month")).as("opened"));
    return MONTHS.select(
        inputs
            .table(STAFF)
            .select(STAFF.homeId.col(), STAFF.month.col())
            .join(broadcast(near), new String[] {STAFF.homeId.name()}, "inner")
            .withColumn(
                MONTHS.openings.name(),
                size(filter(col("opened"), opened -> opened.leq(STAFF.month.col())))));
  }
}
