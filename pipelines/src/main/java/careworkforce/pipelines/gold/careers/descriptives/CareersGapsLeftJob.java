package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careers.CareerYears;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Follows each trust's staff of a group for a year and counts those in their place. */
@AutoService(Job.class)
public final class CareersGapsLeftJob implements Transform {
  private static final CareersGapsLeft GAPS = CareersGapsLeft.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final CareerYears.Horizon LATER = YEARS.horizons.get(0);
  private static final String FOLLOWED = "followed_in_year";
  private static final List<Field> COUNTS =
      List.of(GAPS.staff, GAPS.stayed, GAPS.movedOn, GAPS.otherTrust, GAPS.left, GAPS.staffLater);

  @Override
  public Table writes() {
    return GAPS;
  }

  @Override
  public List<Table> reads() {
    return List.of(YEARS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> staff =
        inputs
            .table(YEARS)
            .where(YEARS.atStart.col())
            .where(YEARS.organisation.col().isNotNull().and(YEARS.level2.col().isNotNull()));
    Dataset<Row> both =
        bothEnds(staff)
            .withColumn(GAPS.arrived.name(), GAPS.staffLater.col().minus(GAPS.stayed.col()));
    Column gone = GAPS.staff.col().minus(GAPS.stayed.col());
    Column shrunk = GAPS.staff.col().minus(GAPS.staffLater.col());
    return GAPS.select(
        GAPS.movedOnShare
            .of(both, GAPS.movedOn.col(), GAPS.staff.col())
            .withColumn(
                GAPS.replaced.name(),
                when(gone.gt(lit(0L)), GAPS.arrived.col().cast("double").divide(gone)))
            .withColumn(
                GAPS.gap.name(),
                when(
                    GAPS.staff.col().gt(lit(0L)), shrunk.cast("double").divide(GAPS.staff.col()))));
  }

  /** Groups with staff at either end of a year, of the years in which any staff is followed. */
  private static Dataset<Row> bothEnds(Dataset<Row> staff) {
    Dataset<Row> both =
        followed(staff)
            .join(
                later(staff),
                new String[] {GAPS.year.name(), GAPS.trust.name(), GAPS.group.name()},
                "full_outer")
            .withColumn(FOLLOWED, max(GAPS.staff.col()).over(Window.partitionBy(GAPS.year.col())))
            .where(col(FOLLOWED).isNotNull())
            .drop(FOLLOWED);
    for (Field count : COUNTS) {
      both = both.withColumn(count.name(), coalesce(count.col(), lit(0L)));
    }
    return both;
  }

  private static Dataset<Row> followed(Dataset<Row> staff) {
    Column there = LATER.nhs().col();
    Column same = LATER.occupation().col();
    Column trust = LATER.trust().col();
    return staff
        .where(there.isNotNull())
        .groupBy(GAPS.year.col(), GAPS.trust.is(YEARS.organisation.col()), GAPS.group.col())
        .agg(
            count(lit(1)).as(GAPS.staff.name()),
            count_if(same.and(trust)).as(GAPS.stayed.name()),
            count_if(there.and(not(same))).as(GAPS.movedOn.name()),
            count_if(same.and(not(trust))).as(GAPS.otherTrust.name()),
            count_if(not(there)).as(GAPS.left.name()));
  }

  /** Those of the next 30 September, under the year that it ends. */
  private static Dataset<Row> later(Dataset<Row> staff) {
    return staff
        .groupBy(
            GAPS.year.is(YEARS.year.col().minus(lit(1))),
            GAPS.trust.is(YEARS.organisation.col()),
            GAPS.group.col())
        .agg(count(lit(1)).as(GAPS.staffLater.name()));
  }
}
