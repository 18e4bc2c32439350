package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.bronze.ascwds.AscwdsSentinels.known;
import static careworkforce.pipelines.bronze.ascwds.AscwdsSentinels.knownBelowNines;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplaces;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Applies the cleaning rules to workplace extracts, each rule a method that says its name. */
@AutoService(Job.class)
public final class AscEstablishmentsJob implements Transform {
  private static final AscEstablishments OURS = AscEstablishments.TABLE;
  private static final AscwdsWorkplaces DELIVERED = AscwdsWorkplaces.TABLE;

  static final Setting<Integer> PURGE =
      Setting.integer(
          "socialcare.establishments.purge",
          "months",
          "an establishment not amended for so long is dropped",
          1,
          120);

  /** Organisations made for tests (Skills for Care). */
  private static final Object[] TESTS = {
    "305", "307", "308", "309", "310", "2452", "28470", "26792", "31657", "31138", "51818"
  };

  @Override
  public Table writes() {
    return OURS;
  }

  @Override
  public List<Table> reads() {
    return List.of(DELIVERED);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(PURGE);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return OURS.select(withoutRepeats(dropped(told(inputs.table(DELIVERED)), inputs.value(PURGE))));
  }

  private static Dataset<Row> told(Dataset<Row> extracts) {
    Column staff = atLeastOne(DELIVERED.totalstaff);
    Column records = atLeastOne(DELIVERED.wkrrecs);
    return extracts
        .select(
            OURS.establishmentId.is(DELIVERED.establishmentid.col()),
            OURS.month.is(DELIVERED.period.col()),
            OURS.organisationId.is(DELIVERED.orgid.col()),
            coalesce(DELIVERED.isparent.col().cast("string"), lit("0"))
                .isin("1", "true")
                .as("parent"),
            OURS.providerId.is(DELIVERED.providerid.col()),
            OURS.locationId.is(DELIVERED.locationid.col()),
            OURS.establishmentType.is(DELIVERED.esttype.col()),
            OURS.mainService.is(DELIVERED.mainstid.col()),
            OURS.region.is(DELIVERED.regionid.col()),
            OURS.council.is(DELIVERED.cssr.col()),
            OURS.amendedOn.is(DELIVERED.mupddate.col()),
            OURS.totalStaff.is(staff),
            OURS.workerRecords.is(records),
            OURS.careWorkers.is(knownBelowNines(DELIVERED.jr08emp)),
            OURS.nurses.is(knownBelowNines(DELIVERED.jr16emp)),
            OURS.starters.is(known(DELIVERED.totalstarters)),
            OURS.leavers.is(known(DELIVERED.totalleavers)),
            OURS.vacancies.is(known(DELIVERED.totalvacancies)))
        .withColumn(OURS.filledPostsBasis.name(), basis())
        .withColumn(OURS.filledPosts.name(), filledPosts());
  }

  private static Column atLeastOne(Field count) {
    return when(count.col().geq(lit(1)), count.col());
  }

  private static Column basis() {
    Column staff = OURS.totalStaff.col();
    Column records = OURS.workerRecords.col();
    Column apart = abs(staff.minus(records));
    Column near = apart.lt(lit(5)).or(apart.multiply(lit(20)).lt(staff.plus(records)));
    return when(staff.equalTo(records), when(staff.geq(lit(3)), lit("equal")))
        .when(near, lit("mean"));
  }

  private static Column filledPosts() {
    Column both =
        OURS.totalStaff
            .col()
            .plus(OURS.workerRecords.col())
            .cast("decimal(10,0)")
            .divide(lit(2))
            .cast(OURS.filledPosts.type());
    return when(OURS.filledPostsBasis.col().isNotNull(), both);
  }

  private static Dataset<Row> dropped(Dataset<Row> rows, int purge) {
    Dataset<Row> twice =
        rows.where(OURS.locationId.col().isNotNull())
            .groupBy(OURS.month.col().as("twice_month"), OURS.locationId.col().as("twice_location"))
            .agg(count(lit(1)).as("times"))
            .where(col("times").gt(lit(1L)));
    Dataset<Row> organisations =
        rows.groupBy(OURS.month.col().as("org_month"), OURS.organisationId.col().as("org"))
            .agg(max(OURS.amendedOn.col()).as("org_amended"));
    Column amended = when(col("parent"), col("org_amended")).otherwise(OURS.amendedOn.col());
    return rows.join(
            broadcast(twice),
            OURS.month
                .col()
                .equalTo(col("twice_month"))
                .and(OURS.locationId.col().equalTo(col("twice_location"))),
            "left_outer")
        .join(
            organisations,
            OURS.month
                .col()
                .equalTo(col("org_month"))
                .and(OURS.organisationId.col().equalTo(col("org"))),
            "left_outer")
        .withColumn(
            OURS.droppedBy.name(),
            when(testOrganisation(), lit("TEST_ORGANISATION"))
                .when(col("times").isNotNull(), lit("DUPLICATE_LOCATION"))
                .when(amended.lt(add_months(OURS.month.col(), -purge)), lit("NOT_UPDATED")));
  }

  private static Column testOrganisation() {
    return coalesce(OURS.organisationId.col(), OURS.establishmentId.col())
        .isin(TESTS)
        .or(OURS.establishmentId.col().isin(TESTS));
  }

  /** A value that only repeats the extract before it tells nothing new, and is null. */
  private static Dataset<Row> withoutRepeats(Dataset<Row> rows) {
    WindowSpec inTime = Window.partitionBy(OURS.establishmentId.col()).orderBy(OURS.month.col());
    Column all = repeats(OURS.starters).and(repeats(OURS.leavers)).and(repeats(OURS.vacancies));
    return rows.withColumn("starters_before", lag(OURS.starters.col(), 1).over(inTime))
        .withColumn("leavers_before", lag(OURS.leavers.col(), 1).over(inTime))
        .withColumn("vacancies_before", lag(OURS.vacancies.col(), 1).over(inTime))
        .withColumn(OURS.stale.name(), coalesce(all, lit(false)))
        .withColumn(OURS.starters.name(), unlessRepeated(OURS.starters))
        .withColumn(OURS.leavers.name(), unlessRepeated(OURS.leavers))
        .withColumn(OURS.vacancies.name(), unlessRepeated(OURS.vacancies));
  }

  private static Column repeats(Field value) {
    return value.col().equalTo(col(value.name() + "_before"));
  }

  private static Column unlessRepeated(Field value) {
    return when(coalesce(repeats(value), lit(false)), lit(null).cast("int")).otherwise(value.col());
  }
}
