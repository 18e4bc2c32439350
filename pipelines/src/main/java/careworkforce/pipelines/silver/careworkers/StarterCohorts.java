package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.table.Field;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Those who started at an establishment in a year, and how many of them stay how long. */
final class StarterCohorts {
  private static final AscEstablishmentYears YEARS = AscEstablishmentYears.TABLE;
  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;

  private StarterCohorts() {}

  /**
   * Cohorts by establishment and year of start.
   *
   * @param spells of workers
   * @param reports extracts of establishments that no rule drops
   */
  static Dataset<Row> of(Dataset<Row> spells, Dataset<Row> reports) {
    Dataset<Row> reported =
        reports
            .groupBy(ESTABLISHMENTS.establishmentId.col())
            .agg(
                min(ESTABLISHMENTS.month.col()).as("reports_from"),
                last_day(max(ESTABLISHMENTS.tellsTo())).as("reports_to"));
    WindowSpec workers = Window.partitionBy(SPELLS.establishmentId.col());
    Dataset<Row> starters =
        spells
            .withColumn("workers_from", min(SPELLS.firstSeen.col()).over(workers))
            .where(SPELLS.contract.col().isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED))
            .join(reported, new String[] {SPELLS.establishmentId.name()}, "inner")
            .where(SPELLS.startedOn.col().geq(col("reports_from")))
            .where(not(SPELLS.cameWith(col("reports_from"), col("workers_from"))))
            .withColumn("gone_on", goneOn());
    List<Column> counts = new ArrayList<>();
    counts.addAll(counts(6, YEARS.cohort6, YEARS.kept6));
    counts.addAll(counts(12, YEARS.cohort12, YEARS.kept12));
    counts.addAll(counts(24, YEARS.cohort24, YEARS.kept24));
    return starters
        .groupBy(YEARS.establishmentId.col(), YEARS.year.is(year(SPELLS.startedOn.col())))
        .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new));
  }

  /** The day of leaving; of those who vanished, the month after they were last seen. */
  private static Column goneOn() {
    return coalesce(
        SPELLS.endedOn.col(),
        when(SPELLS.end.col().equalTo(lit("vanished")), add_months(SPELLS.lastSeen.col(), 1)));
  }

  private static List<Column> counts(int months, Field cohort, Field kept) {
    Column then = add_months(SPELLS.startedOn.col(), months);
    Column followed = then.leq(col("reports_to"));
    Column there = col("gone_on").isNull().or(col("gone_on").geq(then));
    return List.of(
        count_if(followed).as(cohort.name()), count_if(followed.and(there)).as(kept.name()));
  }
}
