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

/** A value that only repeats the extract before it tells nothing new, and is null. */
final class RepeatedTotals {
  /** Whether a value of the row was blanked. */
  static final String FOUND = "repeated";

  private static final AscEstablishments OURS = AscEstablishments.TABLE;

  private RepeatedTotals() {}

  /** Marks rows that repeat the extract before, and blanks what repeats if told to. */
  static Dataset<Row> blanked(Dataset<Row> rows, boolean blank) {
    WindowSpec inTime = Window.partitionBy(OURS.establishmentId.col()).orderBy(OURS.month.col());
    Column all = repeats(OURS.starters).and(repeats(OURS.leavers)).and(repeats(OURS.vacancies));
    Column any = repeats(OURS.starters).or(repeats(OURS.leavers)).or(repeats(OURS.vacancies));
    Dataset<Row> both =
        rows.withColumn("starters_before", lag(OURS.starters.col(), 1).over(inTime))
            .withColumn("leavers_before", lag(OURS.leavers.col(), 1).over(inTime))
            .withColumn("vacancies_before", lag(OURS.vacancies.col(), 1).over(inTime))
            .withColumn(OURS.stale.name(), coalesce(all, lit(false)))
            .withColumn(FOUND, lit(blank).and(any));
    return blank
        ? both.withColumn(OURS.starters.name(), unlessRepeated(OURS.starters))
            .withColumn(OURS.leavers.name(), unlessRepeated(OURS.leavers))
            .withColumn(OURS.vacancies.name(), unlessRepeated(OURS.vacancies))
        : both;
  }

  private static Column repeats(Field value) {
    return value.col().equalTo(col(value.name() + "_before"));
  }

  private static Column unlessRepeated(Field value) {
    return when(coalesce(repeats(value), lit(false)), lit(null).cast("int")).otherwise(value.col());
  }
}
