package careworkforce.pipelines.silver.exposures.nhsopenings;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Openings in bands 2 to 4 by trust, occupation group and month, and the jobs there were in the
 * window's first month. Spells begin and end; nobody is counted month by month. Who is transferred
 * out of the record with a service ends no job: the job goes on, for another employer.
 */
final class TrustOpenings {
  static final String TRUST = "trust";
  static final String GROUP = "occupation_group";
  static final String MONTH = "month_number";
  static final String OPENINGS = "openings";
  static final String BASE = "base_jobs";
  private static final String MOVED_OUT = "moved_out";
  private static final EsrSpells SPELLS = EsrSpells.TABLE;

  /** Bands 2 to 4 by rank, ten a band. */
  private static final int LOWEST = 20;

  private static final int HIGHEST = 49;

  private TrustOpenings() {}

  /**
   * A row a trust, group and month with a change: openings, starters and growth together.
   *
   * @param spells with transfers told from exits, by {@link
   *     careworkforce.pipelines.silver.spells.ServiceTransfers}
   */
  static Dataset<Row> months(Dataset<Row> spells) {
    Dataset<Row> held = held(spells);
    Dataset<Row> begun =
        held.where(not(SPELLS.leftCensored.col()))
            .select(
                col(TRUST),
                col(GROUP),
                Month.number(SPELLS.firstMonth.col()).as(MONTH),
                when(col("there_before"), lit(1L)).otherwise(lit(2L)).as("count"));
    Dataset<Row> ended =
        held.where(not(col(MOVED_OUT)))
            .select(
                col(TRUST),
                col(GROUP),
                Month.number(SPELLS.lastMonth.col()).plus(lit(1)).as(MONTH),
                lit(-1L).as("count"));
    return begun
        .unionByName(ended)
        .groupBy(col(TRUST), col(GROUP), col(MONTH))
        .agg(sum(col("count")).cast("double").as(OPENINGS));
  }

  /** A row a trust and group with the jobs of the window's first month. */
  static Dataset<Row> base(Dataset<Row> spells) {
    return held(spells)
        .where(SPELLS.leftCensored.col())
        .groupBy(col(TRUST), col(GROUP))
        .agg(count(lit(1)).cast("double").as(BASE));
  }

  /**
   * Spells on a payroll in the bands, leave among them, with whether the one before was so too, and
   * whether a transfer out of the record follows.
   */
  private static Dataset<Row> held(Dataset<Row> spells) {
    WindowSpec career = Window.partitionBy(SPELLS.personId.col()).orderBy(SPELLS.firstMonth.col());
    Column same =
        lag(SPELLS.organisation.col(), 1)
            .over(career)
            .equalTo(SPELLS.organisation.col())
            .and(lag(inBands(), 1).over(career));
    Column transfer =
        lead(SPELLS.state.col(), 1).over(career).equalTo(lit(PayrollState.TRANSFERRED));
    return spells
        .withColumn("there_before", coalesce(same, lit(false)))
        .withColumn(MOVED_OUT, coalesce(transfer, lit(false)))
        .where(inBands())
        .withColumn(TRUST, SPELLS.organisation.col())
        .withColumn(GROUP, SPELLS.level2.col());
  }

  private static Column inBands() {
    return SPELLS
        .organisation
        .col()
        .isNotNull()
        .and(coalesce(SPELLS.bandRank.col().between(LOWEST, HIGHEST), lit(false)));
  }
}
