package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.StaffTraits;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.reference.Trusts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Person-months with the traits by which staff are compared and what outcomes are made of. */
final class StaffPanel {
  static final String PERSON = "person_id";
  static final String AT = "at";
  static final String TRUST = "organisation";
  static final String AREA = "ttwa";
  static final String GROUP = "level2";
  static final String RANK = "band_rank";
  static final String ENTRY = "entry";
  static final String LOG_PAY = "log_hourly_pay";
  static final String FTE = "fte";
  static final String PART_TIME = "part_time";
  static final String BANK = "bank_contract";

  /** Name of what recruits are compared by. */
  static final String JOB = "job";

  /** Name of what stayers are compared by. */
  static final String KIND = "kind";

  /** In words, what those of the same {@link #JOB} share. */
  static final String SAME_JOB = "occupation group, band and trust type";

  /** In words, what those of the same {@link #KIND} share. */
  static final String SAME_KIND = "occupation group, band, trust type, sex and age band";

  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final TrustAreas AREAS = TrustAreas.TABLE;
  private static final Trusts TRUSTS = Trusts.TABLE;

  private static final Column AT_WORK = MONTHS.state.col().equalTo(lit(PayrollState.ACTIVE));

  private StaffPanel() {}

  static List<Table> tables() {
    return List.of(MONTHS, PERSONS, AREAS, TRUSTS);
  }

  /**
   * By what staff are compared, and their outcomes.
   *
   * @param months of {@link EsrPersonMonths}
   * @param more columns of the rows given that are kept
   */
  static Dataset<Row> of(Dataset<Row> months, Inputs inputs, String... more) {
    Column job =
        concat_ws(
            "|",
            StaffTraits.known(MONTHS.level2.col()),
            StaffTraits.known(MONTHS.band.col()),
            StaffTraits.known(TRUSTS.trustType.col()));
    Column kind =
        concat_ws(
            "|", job, StaffTraits.known(PERSONS.sex.col()), StaffTraits.ageBand(MONTHS.age.col()));
    List<Column> kept = new ArrayList<>(List.of(col(ENTRY), job.as(JOB), kind.as(KIND)));
    List.of(more).forEach(name -> kept.add(col(name)));
    return placed(months, inputs)
        .join(
            broadcast(
                inputs
                    .table(TRUSTS)
                    .select(TRUSTS.organisation.col().as("typed"), TRUSTS.trustType.col())),
            MONTHS.organisation.col().equalTo(col("typed")),
            "left_outer")
        .join(
            inputs
                .table(PERSONS)
                .select(
                    PERSONS.personId.col().as("person"),
                    PERSONS.sex.col(),
                    Month.number(PERSONS.firstMonth.col()).as(ENTRY)),
            MONTHS.personId.col().equalTo(col("person")),
            "inner")
        .select(outcomes(kept));
  }

  /** Months at work. */
  static Dataset<Row> atWork(Dataset<Row> months) {
    return months.where(AT_WORK);
  }

  /** The outcomes alone, for which neither persons nor trusts are read. */
  static Dataset<Row> outcomes(Inputs inputs) {
    return placed(inputs.table(MONTHS), inputs).select(outcomes(List.of()));
  }

  private static Dataset<Row> placed(Dataset<Row> months, Inputs inputs) {
    return months
        .where(MONTHS.organisation.col().isNotNull())
        .join(
            broadcast(
                inputs
                    .table(AREAS)
                    .select(AREAS.organisation.col().as("placed"), AREAS.ttwa.col())),
            MONTHS.organisation.col().equalTo(col("placed")),
            "left_outer");
  }

  private static Column[] outcomes(List<Column> more) {
    Column fte = MONTHS.fte.col().cast("double");
    List<Column> columns =
        new ArrayList<>(
            List.of(
                MONTHS.personId.col().as(PERSON),
                Month.number(MONTHS.month.col()).as(AT),
                MONTHS.organisation.col().as(TRUST),
                AREAS.ttwa.col().as(AREA),
                MONTHS.level2.col().as(GROUP),
                MONTHS.bandRank.col().as(RANK),
                when(
                        AT_WORK.and(MONTHS.hourlyPay.col().gt(lit(0))),
                        log(MONTHS.hourlyPay.col().cast("double")))
                    .as(LOG_PAY),
                when(AT_WORK, fte).as(FTE),
                when(AT_WORK, fte.lt(lit(1)).cast("double")).as(PART_TIME),
                when(AT_WORK, coalesce(MONTHS.bankHeld.col(), lit(false)).cast("double"))
                    .as(BANK)));
    columns.addAll(more);
    return columns.toArray(Column[]::new);
  }
}
