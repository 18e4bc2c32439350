package careworkforce.pipelines.silver.outcomes.admissions;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.hes.HesApc;
import careworkforce.pipelines.bronze.hes.HesCodes;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Folds episodes to spells, and spells to continuous inpatient spells. */
@AutoService(Job.class)
public final class EmergencyAdmissionsJob implements Transform {
  private static final EmergencyAdmissions ADMISSIONS = EmergencyAdmissions.TABLE;
  private static final HesApc APC = HesApc.TABLE;

  /** Days from one spell's discharge within which the next may continue it. */
  private static final int TRANSFER_DAYS = 3;

  private static final String LATEST = "latest";

  @Override
  public Table writes() {
    return ADMISSIONS;
  }

  @Override
  public List<Table> reads() {
    return List.of(APC);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return ADMISSIONS.select(continuous(spells(inputs.table(APC))));
  }

  /** Spells: episodes of one person, provider and date of admission. */
  private static Dataset<Row> spells(Dataset<Row> episodes) {
    Column order = struct(APC.epiorder.col(), APC.epistart.col(), APC.epikey.col());
    Column place = struct(order, APC.admimeth.col(), APC.admisorc.col(), APC.disdest.col());
    Column ended = coalesce(APC.disdate.col(), APC.epiend.col(), APC.admidate.col());
    return episodes
        .where(APC.personKey.col().equalTo(lit(HesCodes.TOKEN)))
        .where(APC.personId.col().isNotNull().and(APC.admidate.col().isNotNull()))
        .groupBy(
            ADMISSIONS.personId.col(),
            ADMISSIONS.admittedOn.is(APC.admidate.col()),
            ADMISSIONS.provider.is(coalesce(APC.procode3.col(), lit("not known"))))
        .agg(
            min(place).as("first"),
            max(place).as("last"),
            max(ended).as("ended"),
            count(lit(1)).as("of_spell"),
            max(fall()).as("fell"));
  }

  /** The external causes W00 to W19 of ICD-10. */
  private static Column fall() {
    return coalesce(substring(APC.cause.col(), 1, 2).isin("W0", "W1"), lit(false));
  }

  private static Dataset<Row> continuous(Dataset<Row> spells) {
    WindowSpec inTime =
        Window.partitionBy(ADMISSIONS.personId.col())
            .orderBy(ADMISSIONS.admittedOn.col(), col("ended"), ADMISSIONS.provider.col());
    Column emergency =
        min(inOrder()).getField("method").isin(HesCodes.EMERGENCY_ADMISSION.codes().toArray());
    return spells
        .withColumn(LATEST, latest().over(inTime.rowsBetween(Window.unboundedPreceding(), -1)))
        .withColumn("continues", continues())
        .withColumn("beside", not(col("continues")).and(within()))
        .withColumn("number", count_if(not(col("continues").or(col("beside")))).over(inTime))
        .withColumn("place", when(col("beside"), row_number().over(inTime)).otherwise(lit(0)))
        .groupBy(ADMISSIONS.personId.col(), col("number"), col("place"))
        .agg(
            min(inOrder()).as("opened"),
            emergency.as("emergency"),
            max(col("ended")).as(ADMISSIONS.dischargedOn.name()),
            count(lit(1)).as(ADMISSIONS.spells.name()),
            sum(col("of_spell")).as(ADMISSIONS.episodes.name()),
            max(col("fell")).as(ADMISSIONS.fall.name()))
        .where(col("emergency"))
        .withColumn(ADMISSIONS.admittedOn.name(), col("opened").getField("on"))
        .withColumn(ADMISSIONS.provider.name(), col("opened").getField("at"))
        .withColumn(ADMISSIONS.month.name(), trunc(ADMISSIONS.admittedOn.col(), "month"));
  }

  private static Column inOrder() {
    return struct(
        ADMISSIONS.admittedOn.col().as("on"),
        col("ended"),
        ADMISSIONS.provider.col().as("at"),
        col("first").getField(APC.admimeth.name()).as("method"));
  }

  /** Of spells, the latest end, and whether one that ended then tells of a transfer. */
  private static Column latest() {
    Column destination = col("last").getField(APC.disdest.name());
    return max(struct(col("ended"), in(destination, HesCodes.OTHER_HOSPITAL).as("transferred")));
  }

  /** Whether a spell ends no later than one before it. */
  private static Column within() {
    return coalesce(col("ended").leq(col(LATEST).getField("ended")), lit(false));
  }

  /** Whether a spell continues the one that ended last of those before it. */
  private static Column continues() {
    return coalesce(
        datediff(ADMISSIONS.admittedOn.col(), col(LATEST).getField("ended"))
            .leq(lit(TRANSFER_DAYS))
            .and(
                col(LATEST)
                    .getField("transferred")
                    .or(in(first(APC.admisorc), HesCodes.OTHER_HOSPITAL))
                    .or(in(first(APC.admimeth), HesCodes.TRANSFER_METHOD))),
        lit(false));
  }

  private static Column first(Field field) {
    return col("first").getField(field.name());
  }

  private static Column in(Column code, Set<String> codes) {
    return coalesce(code.isin(codes.stream().sorted().toArray()), lit(false));
  }
}
