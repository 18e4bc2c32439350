package careworkforce.pipelines.gold.careers.gaps;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.month;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.StaffTraits;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.Trusts;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Staff at work in the record's last September, with their pay and traits. */
final class PayCells {
  static final String TRUST = "organisation";
  static final String SEX = "sex";
  static final String ETHNICITY = "ethnicity";
  static final String GROUP = "level2";
  static final String LOG_PAY = "log_hourly_pay";
  static final String STAFF = "staff";

  /** Traits that every decomposition has. */
  static final List<String> TRAITS = List.of("age_band", "tenure", "region");

  /** What stands for occupation: occupation group and band together. */
  static final List<String> OCCUPATION = List.of("job");

  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final Trusts TRUSTS = Trusts.TABLE;
  private static final int SEPTEMBER = 9;

  private PayCells() {}

  static List<Table> tables() {
    return List.of(MONTHS, PERSONS, TRUSTS);
  }

  /** Mean pay and number of staff by trust, sex, ethnic group and traits. */
  static Dataset<Row> of(Inputs inputs) {
    Column[] key = {
      col(TRUST),
      col(SEX),
      col(ETHNICITY),
      col("job"),
      col("age_band"),
      col("tenure"),
      col("region")
    };
    return september(inputs, 0)
        .groupBy(key)
        .agg(ExactTerms.mean(col(LOG_PAY)).as(LOG_PAY), count(lit(1)).cast("double").as(STAFF))
        .orderBy(key);
  }

  /** Paid staff at work in the last September, or in that of so many years before. */
  static Dataset<Row> september(Inputs inputs, int yearsBefore) {
    Dataset<Row> months = inputs.table(MONTHS);
    Dataset<Row> last =
        months
            .where(month(MONTHS.month.col()).equalTo(lit(SEPTEMBER)))
            .agg(max(Month.number(MONTHS.month.col())).as("september"));
    Column number = Month.number(MONTHS.month.col());
    return months
        .crossJoin(broadcast(last))
        .where(number.equalTo(col("september").minus(lit(12 * yearsBefore))))
        .where(
            MONTHS
                .state
                .col()
                .equalTo(lit(PayrollState.ACTIVE))
                .and(MONTHS.hourlyPay.col().gt(lit(0)))
                .and(MONTHS.level2.col().isNotNull())
                .and(MONTHS.organisation.col().isNotNull()))
        .join(
            inputs
                .table(PERSONS)
                .select(
                    PERSONS.personId.col().as("person"),
                    PERSONS.sex.col(),
                    StaffTraits.ethnicity(PERSONS.ethnicity.col()).as(ETHNICITY)),
            MONTHS.personId.col().equalTo(col("person")),
            "inner")
        .join(
            broadcast(
                inputs
                    .table(TRUSTS)
                    .select(TRUSTS.organisation.col().as("trust"), TRUSTS.region.col())),
            MONTHS.organisation.col().equalTo(col("trust")),
            "left_outer")
        .select(
            MONTHS.personId.col(),
            MONTHS.organisation.col().as(TRUST),
            StaffTraits.known(PERSONS.sex.col()).as(SEX),
            col(ETHNICITY),
            MONTHS.level2.col().as(GROUP),
            concat_ws("|", MONTHS.level2.col(), StaffTraits.known(MONTHS.band.col())).as("job"),
            StaffTraits.ageBand(MONTHS.age.col()).as("age_band"),
            StaffTraits.tenure(number.minus(Month.number(MONTHS.startDate.col()))).as("tenure"),
            StaffTraits.known(TRUSTS.region.col()).as("region"),
            log(MONTHS.hourlyPay.col().cast("double")).as(LOG_PAY));
  }
}
