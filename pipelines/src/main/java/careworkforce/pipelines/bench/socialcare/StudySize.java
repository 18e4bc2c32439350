package careworkforce.pipelines.bench.socialcare;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import java.sql.Date;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * How large a study is, in the figures by which England's is known: 20,000 establishments and
 * 750,000 workers at a time, 400,000 residents a year and 3 million arrivals of people of 65 and
 * over.
 *
 * @param establishments in an extract of ASC-WDS, on average
 * @param workers in a cut, on average
 * @param residents found in the last twelve months
 * @param arrivals at A&E in the last twelve months
 */
record StudySize(long establishments, long workers, long residents, long arrivals) {
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final ResidentMonths RESIDENTS = ResidentMonths.TABLE;
  private static final AeArrivals ARRIVALS = AeArrivals.TABLE;

  /** That of tables as read. */
  static StudySize of(Function<Table, Dataset<Row>> lake) {
    return new StudySize(
        perMonth(lake, ESTABLISHMENTS, ESTABLISHMENTS.month),
        perMonth(lake, CUTS, CUTS.month),
        lastYear(lake, RESIDENTS, RESIDENTS.month)
            .select(count_distinct(RESIDENTS.personId.col()))
            .as(Encoders.LONG())
            .first(),
        lastYear(lake, ARRIVALS, ARRIVALS.month).count());
  }

  private static long perMonth(Function<Table, Dataset<Row>> lake, Table table, Field month) {
    Dataset<Row> rows = lake.apply(table);
    return rows.count() / Math.max(1, rows.select(month.col()).distinct().count());
  }

  private static Dataset<Row> lastYear(
      Function<Table, Dataset<Row>> lake, Table table, Field month) {
    Dataset<Row> rows = lake.apply(table);
    Date last = rows.select(max(month.col())).first().getDate(0);
    return rows.where(month.col().gt(add_months(lit(last), -12)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d establishments and %,d workers an extract, %,d residents and %,d arrivals a year",
        establishments,
        workers,
        residents,
        arrivals);
  }
}
