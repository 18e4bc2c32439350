package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Leavers, starters and vacancies of each establishment and year, of the last of those extracts
 * that tell most of them: later extracts that repeat them tell nothing new, and would leave the
 * year without, and one that no longer tells one of them would hide it.
 */
final class ToldTotals {
  private static final AscEstablishmentYears YEARS = AscEstablishmentYears.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;

  /** Whether total staff and worker records agree in the extract of the totals. */
  private static final String AGREE = "counts_agree";

  private static final String HOW_MANY = "totals_told";

  private ToldTotals() {}

  /**
   * One row an establishment and year in which any is told.
   *
   * @param reports extracts of establishments that no rule drops
   * @param staff employees by establishment and cut
   */
  static Dataset<Row> of(Dataset<Row> reports, Dataset<Row> staff) {
    Dataset<Row> told = told(reports);
    return told.join(
            employees(told, staff),
            new String[] {YEARS.establishmentId.name(), YEARS.year.name()},
            "left_outer")
        .drop(AGREE);
  }

  private static Dataset<Row> told(Dataset<Row> reports) {
    Column any =
        coalesce(
            ESTABLISHMENTS.leavers.col(),
            ESTABLISHMENTS.starters.col(),
            ESTABLISHMENTS.vacancies.col());
    Column totals =
        struct(
            told(ESTABLISHMENTS.leavers)
                .plus(told(ESTABLISHMENTS.starters))
                .plus(told(ESTABLISHMENTS.vacancies))
                .as(HOW_MANY),
            YEARS.toldIn.is(ESTABLISHMENTS.month.col()),
            ESTABLISHMENTS.leavers.col(),
            ESTABLISHMENTS.starters.col(),
            ESTABLISHMENTS.vacancies.col(),
            agree().as(AGREE));
    return reports
        .where(any.isNotNull())
        .groupBy(
            ESTABLISHMENTS.establishmentId.col(), YEARS.year.is(year(ESTABLISHMENTS.month.col())))
        .agg(max(totals).as("told"))
        .select(YEARS.establishmentId.col(), YEARS.year.col(), col("told.*"))
        .drop(HOW_MANY);
  }

  private static Column told(Field total) {
    return when(total.col().isNotNull(), lit(1)).otherwise(lit(0));
  }

  /** Counts that are equal agree even where they are too small for filled posts. */
  private static Column agree() {
    return ESTABLISHMENTS
        .filledPostsBasis
        .col()
        .isNotNull()
        .or(ESTABLISHMENTS.totalStaff.col().equalTo(ESTABLISHMENTS.workerRecords.col()));
  }

  /** Of the first cut of the year from the month of the totals on, where both counts agree. */
  private static Dataset<Row> employees(Dataset<Row> told, Dataset<Row> staff) {
    Column since = YEARS.month.col().geq(YEARS.toldIn.col());
    Column first =
        min(when(since, struct(YEARS.month.col(), YEARS.employees.col())))
            .getField(YEARS.employees.name());
    return staff
        .withColumn(YEARS.year.name(), year(YEARS.month.col()))
        .join(
            told.where(col(AGREE)),
            new String[] {YEARS.establishmentId.name(), YEARS.year.name()},
            "inner")
        .groupBy(YEARS.establishmentId.col(), YEARS.year.col())
        .agg(first.as(YEARS.employeesThen.name()));
  }
}
