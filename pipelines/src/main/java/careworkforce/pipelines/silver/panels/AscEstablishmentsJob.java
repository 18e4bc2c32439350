package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.bronze.ascwds.AscwdsSentinels.known;
import static careworkforce.pipelines.bronze.ascwds.AscwdsSentinels.knownBelowNines;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.bronze.ascwds.AscwdsSentinels;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplaces;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  private static final String NO_STAFF = "no_staff";
  private static final String NINES = "nines";

  private static final Column DISTRICTS =
      map(
          AscwdsCodes.LOCAL_AUTHORITY.labels().entrySet().stream()
              .flatMap(district -> Stream.of(lit(district.getKey()), lit(district.getValue())))
              .toArray(Column[]::new));

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
    List<Setting<?>> settings = new ArrayList<>(List.of(PURGE));
    settings.addAll(CleaningRule.settings(CleaningRule.dropping(CleaningRule.Of.ESTABLISHMENTS)));
    settings.addAll(CleaningRule.settings(CleaningRule.changing(CleaningRule.Of.ESTABLISHMENTS)));
    return settings;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> kept = dropped(LastAmended.of(told(inputs)), inputs);
    Dataset<Row> posts = PostsPerBed.winsorised(kept);
    return OURS.select(
        RepeatedTotals.blanked(posts, CleaningRule.REPEATED_TOTALS.on(inputs))
            .withColumn(
                OURS.filledPostsKept.name(),
                CleaningRule.POSTS_PER_BED.on(inputs)
                    ? OURS.filledPostsKept.col()
                    : OURS.filledPosts.col().cast("double"))
            .withColumn(OURS.changedBy.name(), changedBy()));
  }

  private static Dataset<Row> told(Inputs inputs) {
    boolean some = CleaningRule.NO_STAFF.on(inputs);
    boolean nines = CleaningRule.ROLE_COUNT_NINES.on(inputs);
    return inputs
        .table(DELIVERED)
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
            OURS.district.is(try_element_at(DISTRICTS, DELIVERED.lauthid.col())),
            OURS.amendedOn.is(DELIVERED.mupddate.col()),
            OURS.totalStaff.is(staff(DELIVERED.totalstaff, some)),
            OURS.workerRecords.is(staff(DELIVERED.wkrrecs, some)),
            OURS.careWorkers.is(roleCount(DELIVERED.jr08emp, nines)),
            OURS.nurses.is(roleCount(DELIVERED.jr16emp, nines)),
            OURS.starters.is(known(DELIVERED.totalstarters)),
            OURS.leavers.is(known(DELIVERED.totalleavers)),
            OURS.vacancies.is(known(DELIVERED.totalvacancies)),
            OURS.beds.is(beds()),
            lit(some).and(under(DELIVERED.totalstaff).or(under(DELIVERED.wkrrecs))).as(NO_STAFF),
            lit(nines).and(nines(DELIVERED.jr08emp).or(nines(DELIVERED.jr16emp))).as(NINES))
        .withColumn(
            OURS.filledPostsBasis.name(), FilledPosts.basis(CleaningRule.COUNTS_APART.on(inputs)))
        .withColumn(OURS.filledPosts.name(), FilledPosts.posts());
  }

  private static Column staff(Field count, boolean atLeastOne) {
    return atLeastOne ? when(count.col().geq(lit(1)), count.col()) : known(count);
  }

  private static Column under(Field staff) {
    return staff.col().equalTo(lit(0));
  }

  private static Column roleCount(Field count, boolean belowNines) {
    return belowNines ? knownBelowNines(count) : known(count);
  }

  private static Column nines(Field count) {
    return count.col().equalTo(lit(AscwdsSentinels.NINES));
  }

  /** Places with and without nursing. */
  private static Column beds() {
    Column nursing = known(DELIVERED.service("01", "cap"));
    Column residential = known(DELIVERED.service("02", "cap"));
    return when(
        nursing.isNotNull().or(residential.isNotNull()),
        coalesce(nursing, lit(0)).plus(coalesce(residential, lit(0))));
  }

  /** A location counts as standing twice among the rows that the rules before leave. */
  private static Dataset<Row> dropped(Dataset<Row> rows, Inputs inputs) {
    Dataset<Row> organisations =
        rows.groupBy(OURS.month.col().as("org_month"), OURS.organisationId.col().as("org"))
            .agg(max(OURS.amendedOn.col()).as("org_amended"));
    Dataset<Row> judged =
        rows.join(
                organisations,
                OURS.month
                    .col()
                    .equalTo(col("org_month"))
                    .and(OURS.organisationId.col().equalTo(col("org"))),
                "left_outer")
            .withColumn(OURS.droppedBy.name(), firstRule(inputs));
    Dataset<Row> twice =
        judged
            .where(OURS.droppedBy.col().isNull().and(OURS.locationId.col().isNotNull()))
            .groupBy(OURS.month.col().as("twice_month"), OURS.locationId.col().as("twice_location"))
            .agg(count(lit(1)).as("times"))
            .where(col("times").gt(lit(1L)));
    Column duplicate =
        CleaningRule.first(
            inputs, Map.of(CleaningRule.DUPLICATE_LOCATION, col("times").isNotNull()));
    return judged
        .join(
            broadcast(twice),
            OURS.month
                .col()
                .equalTo(col("twice_month"))
                .and(OURS.locationId.col().equalTo(col("twice_location"))),
            "left_outer")
        .withColumn(OURS.droppedBy.name(), coalesce(OURS.droppedBy.col(), duplicate));
  }

  private static Column firstRule(Inputs inputs) {
    Column amended = when(col("parent"), col("org_amended")).otherwise(OURS.amendedOn.col());
    Column old = amended.lt(add_months(last_day(OURS.month.col()), -inputs.value(PURGE)));
    return CleaningRule.first(
        inputs,
        Map.of(CleaningRule.TEST_ORGANISATION, testOrganisation(), CleaningRule.NOT_UPDATED, old));
  }

  private static Column changedBy() {
    Column apart =
        OURS.totalStaff
            .col()
            .isNotNull()
            .and(OURS.workerRecords.col().isNotNull())
            .and(OURS.filledPostsBasis.col().isNull());
    Column moved = OURS.filledPostsKept.col().notEqual(OURS.filledPosts.col().cast("double"));
    Column all =
        concat_ws(
            " ",
            when(col(NO_STAFF), lit(CleaningRule.NO_STAFF.name())),
            when(col(NINES), lit(CleaningRule.ROLE_COUNT_NINES.name())),
            when(apart, lit(CleaningRule.COUNTS_APART.name())),
            when(col(RepeatedTotals.FOUND), lit(CleaningRule.REPEATED_TOTALS.name())),
            when(moved, lit(CleaningRule.POSTS_PER_BED.name())));
    return when(all.notEqual(lit("")), all);
  }

  private static Column testOrganisation() {
    return coalesce(OURS.organisationId.col(), OURS.establishmentId.col())
        .isin(TESTS)
        .or(OURS.establishmentId.col().isin(TESTS));
  }
}
