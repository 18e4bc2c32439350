package careworkforce.pipelines.bench.socialcare;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.reference.AreaLinks;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * NHS openings of every area and month drawn by a hash, in place of those that staff records tell:
 * as many rows, so that what is estimated from them takes its time.
 */
final class DrawnNhsOpenings implements Transform {
  private static final NhsOpeningMonths OPENINGS = NhsOpeningMonths.TABLE;
  private static final OutsideWageMonths AREAS = OutsideWageMonths.TABLE;
  private static final int STEPS = 1_000;

  @Override
  public Table writes() {
    return OPENINGS;
  }

  @Override
  public List<Table> reads() {
    return List.of(AREAS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column links = array(AreaLinks.LINKS.codes().stream().map(l -> lit(l)).toArray(Column[]::new));
    return OPENINGS.select(
        inputs
            .table(AREAS)
            .select(AREAS.ttwa.col(), AREAS.month.col(), explode(links).as(OPENINGS.link.name()))
            .withColumn(OPENINGS.predicted.name(), drawn("predicted"))
            .withColumn(
                OPENINGS.openings.name(),
                OPENINGS.predicted.col().plus(drawn("told").divide(lit(2))))
            .withColumn(OPENINGS.perHundred.name(), OPENINGS.openings.col().multiply(lit(3))));
  }

  /** Between 0 and 1. */
  private static Column drawn(String what) {
    Column hash = xxhash64(lit(what), col(AREAS.ttwa.name()), col(AREAS.month.name()));
    return pmod(hash, lit((long) STEPS)).cast("double").divide(lit((double) STEPS));
  }

  /** Whether a job is that which this one stands for. */
  static boolean replaces(Job job) {
    return job.writes().equals(OPENINGS);
  }
}
