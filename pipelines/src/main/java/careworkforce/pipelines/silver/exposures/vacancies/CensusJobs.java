package careworkforce.pipelines.silver.exposures.vacancies;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.bronze.adverts.OccupationJobs;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Jobs of the first census by district and occupation: a base that does not move. */
public final class CensusJobs {
  /** Column of the districts, as the census has them, whose jobs a row adds up. */
  static final String OF = "census_districts";

  private static final OccupationJobs JOBS = OccupationJobs.TABLE;

  private CensusJobs() {}

  /** A row a present district and occupation that has jobs, under the names given; {@link #OF}. */
  public static Dataset<Row> of(
      Dataset<Row> delivered,
      Dataset<Row> districts,
      String district,
      String occupation,
      String jobs) {
    Dataset<Row> first = delivered.agg(min(JOBS.period.col()).as("first_census"));
    return delivered
        .join(broadcast(first), JOBS.period.col().equalTo(col("first_census")), "inner")
        .groupBy(JOBS.ladCode.col(), JOBS.occupation.col().as(occupation))
        .agg(
            min(struct(JOBS.sourceLine.col(), JOBS.jobs.col()))
                .getField(JOBS.jobs.name())
                .as("told"))
        .join(
            broadcast(PresentDistricts.of(districts, JOBS.ladCode.name(), district)),
            new String[] {JOBS.ladCode.name()},
            "inner")
        .groupBy(col(district), col(occupation))
        .agg(
            sum(col("told")).as(jobs),
            collect_set(when(col("told").gt(lit(0L)), JOBS.ladCode.col())).as(OF))
        .where(col(jobs).gt(lit(0L)));
  }
}
