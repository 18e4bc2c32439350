package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Takes each establishment's last extract of a year, its staff then and its starters' stays. */
@AutoService(Job.class)
public final class AscEstablishmentYearsJob implements Transform {
  private static final AscEstablishmentYears YEARS = AscEstablishmentYears.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;

  @Override
  public Table writes() {
    return YEARS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESTABLISHMENTS, CUTS, SPELLS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> reports =
        inputs.table(ESTABLISHMENTS).where(ESTABLISHMENTS.droppedBy.col().isNull());
    Dataset<Row> staff = staff(inputs.table(CUTS));
    String[] ofYear = {YEARS.establishmentId.name(), YEARS.year.name()};
    return YEARS.select(
        rates(
            lastOfYear(reports)
                .join(
                    staff,
                    new String[] {YEARS.establishmentId.name(), YEARS.month.name()},
                    "left_outer")
                .join(ToldTotals.of(reports, staff), ofYear, "left_outer")
                .join(StarterCohorts.of(inputs.table(SPELLS), reports), ofYear, "left_outer")));
  }

  private static Dataset<Row> lastOfYear(Dataset<Row> reports) {
    WindowSpec all = Window.partitionBy(ESTABLISHMENTS.establishmentId.col());
    WindowSpec ofYear = Window.partitionBy(ESTABLISHMENTS.establishmentId.col(), YEARS.year.col());
    Column month = ESTABLISHMENTS.month.col();
    Dataset<Row> everybody =
        reports.agg(min(month).as("first_of_all"), max(month).as("last_of_all"));
    return reports
        .withColumn(YEARS.year.name(), year(month))
        .withColumn("last_in_year", max(month).over(ofYear))
        .withColumn("first_month", min(month).over(all))
        .withColumn("last_month", max(month).over(all))
        .where(month.equalTo(col("last_in_year")))
        .join(broadcast(everybody), lit(true), "inner")
        .withColumn(
            YEARS.joins.name(),
            year(col("first_month"))
                .equalTo(YEARS.year.col())
                .and(col("first_month").gt(col("first_of_all"))))
        .withColumn(
            YEARS.leaves.name(),
            when(YEARS.year.col().lt(year(col("last_of_all"))), col("last_month").equalTo(month)))
        .withColumn(YEARS.filledPosts.name(), ESTABLISHMENTS.filledPostsKept.col())
        .drop(
            ESTABLISHMENTS.starters.name(),
            ESTABLISHMENTS.leavers.name(),
            ESTABLISHMENTS.vacancies.name());
  }

  private static Dataset<Row> staff(Dataset<Row> cuts) {
    return cuts.groupBy(CUTS.establishmentId.col(), CUTS.month.col())
        .agg(
            count(lit(1)).as(YEARS.workers.name()),
            count_if(CUTS.contract.col().isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED))
                .as(YEARS.employees.name()));
  }

  private static Dataset<Row> rates(Dataset<Row> rows) {
    Column employees = YEARS.employeesThen.col();
    Column posts = YEARS.vacancies.col().plus(employees);
    return rows.withColumn(YEARS.turnover.name(), share(YEARS.leavers, employees))
        .withColumn(YEARS.starterRate.name(), share(YEARS.starters, employees))
        .withColumn(YEARS.vacancyRate.name(), share(YEARS.vacancies, posts))
        .withColumn(YEARS.staffPerBed.name(), share(YEARS.filledPosts, YEARS.beds.col()))
        .withColumn(YEARS.retention6.name(), share(YEARS.kept6, YEARS.cohort6.col()))
        .withColumn(YEARS.retention12.name(), share(YEARS.kept12, YEARS.cohort12.col()))
        .withColumn(YEARS.retention24.name(), share(YEARS.kept24, YEARS.cohort24.col()));
  }

  /** A share, null where there is nothing to divide by. */
  private static Column share(Field part, Column whole) {
    return when(whole.gt(lit(0)), part.col().cast("double").divide(whole));
  }
}
