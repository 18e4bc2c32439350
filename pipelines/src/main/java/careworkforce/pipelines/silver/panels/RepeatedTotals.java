package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * A return whose starters, leavers and vacancies all repeat the extract before it, those not told
 * among them, tells nothing new, and its totals are null. One total that repeats while another
 * changes is kept: small numbers, and none above all, repeat by chance, so that blanking each by
 * itself would select those who have more (of methods 2.6 "repeated starters/leavers/vacancies are
 * nulled as stale").
 */
final class RepeatedTotals {
  /** Whether the totals of the row were blanked. */
  static final String FOUND = "repeated";

  private static final AscEstablishments OURS = AscEstablishments.TABLE;

  private RepeatedTotals() {}

  /** Marks rows that repeat the extract before, and blanks their totals if told to. */
  static Dataset<Row> blanked(Dataset<Row> rows, boolean blank) {
    WindowSpec inTime = Window.partitionBy(OURS.establishmentId.col()).orderBy(OURS.month.col());
    Column told =
        coalesce(OURS.starters.col(), OURS.leavers.col(), OURS.vacancies.col()).isNotNull();
    Column all =
        told.and(repeats(OURS.starters)).and(repeats(OURS.leavers)).and(repeats(OURS.vacancies));
    Dataset<Row> both =
        rows.withColumn("starters_before", lag(OURS.starters.col(), 1).over(inTime))
            .withColumn("leavers_before", lag(OURS.leavers.col(), 1).over(inTime))
            .withColumn("vacancies_before", lag(OURS.vacancies.col(), 1).over(inTime))
            .withColumn(OURS.stale.name(), all)
            .withColumn(FOUND, lit(blank).and(OURS.stale.col()));
    return blank
        ? both.withColumn(OURS.starters.name(), unlessStale(OURS.starters))
            .withColumn(OURS.leavers.name(), unlessStale(OURS.leavers))
            .withColumn(OURS.vacancies.name(), unlessStale(OURS.vacancies))
        : both;
  }

  private static Column repeats(Field value) {
    return value.col().eqNullSafe(col(value.name() + "_before"));
  }

  private static Column unlessStale(Field value) {
    return when(OURS.stale.col(), lit(null).cast("int")).otherwise(value.col());
  }
}
