package careworkforce.pipelines.gold.socialcare.destinations;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.careers.Wilson;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.SicDivisions;
import careworkforce.pipelines.silver.reference.SocOccupations;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Names destinations, pools small ones, and sets the second source beside the first. */
@AutoService(Job.class)
public final class SocialcareDestinationsJob implements Transform {
  static final Setting<Integer> LEAST =
      Setting.integer(
          "socialcare.destinations.least",
          "respondents",
          "destinations of fewer are pooled",
          1,
          1_000);

  private static final SocialcareDestinations OUT = SocialcareDestinations.TABLE;
  private static final CareDestinations FLOWS = CareDestinations.TABLE;
  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;
  private static final SicDivisions SIC = SicDivisions.TABLE;
  private static final SocOccupations SOC = SocOccupations.TABLE;
  private static final DataType EXACT = DataTypes.createDecimalType(24, 10);
  private static final String HEALTH = "health";
  private static final String OTHER_SECTOR = "other_sector";
  private static final String VARIANCE = "variance";
  private static final String EFFECTIVE = "effective";
  private static final String OUTSIDE = "outside_care";

  @Override
  public Table writes() {
    return OUT;
  }

  @Override
  public List<Table> reads() {
    return List.of(FLOWS, SPELLS, SIC, SOC);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(LEAST);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> survey = survey(inputs.table(FLOWS));
    Dataset<Row> all = totals(survey.unionByName(sectors(survey)).unionByName(told(inputs)));
    Dataset<Row> cells = totals(SmallCells.pooled(all, inputs.value(LEAST)));
    return OUT.select(intervals(titled(cells, inputs)));
  }

  private static Dataset<Row> survey(Dataset<Row> flows) {
    return flows.select(
        OUT.source.is(FLOWS.panel.col()),
        OUT.kind.is(FLOWS.kind.col()),
        OUT.destination.is(FLOWS.destination.col()),
        OUT.respondents.is(FLOWS.respondents.col()),
        OUT.share.is(FLOWS.pi.col().cast(EXACT)),
        OUT.leavers.is(FLOWS.leaversAYear.col().cast(EXACT)),
        FLOWS.leaversStdError.col().multiply(FLOWS.leaversStdError.col()).cast(EXACT).as(VARIANCE),
        FLOWS.effectiveRespondents.col().as(EFFECTIVE));
  }

  /**
   * The survey's industries as the sectors that ASC-WDS tells of: without who stays in care in
   * another occupation, so that shares are of the rest, whose effective number is that share of
   * all.
   */
  private static Dataset<Row> sectors(Dataset<Row> survey) {
    Column health = OUT.destination.col().equalTo(lit(SicDivisions.HEALTH));
    Column all = sum(OUT.share.col()).over(Window.partitionBy(OUT.source.col()));
    return survey
        .where(OUT.kind.col().equalTo(lit(CareDestinations.INDUSTRY)))
        .where(not(OUT.destination.col().isInCollection(SicDivisions.CARE)))
        .withColumn(OUTSIDE, all.cast("double"))
        .withColumn(
            OUT.share.name(), OUT.share.col().cast("double").divide(col(OUTSIDE)).cast(EXACT))
        .withColumn(EFFECTIVE, col(EFFECTIVE).multiply(col(OUTSIDE)))
        .drop(OUTSIDE)
        .withColumn(OUT.kind.name(), lit(SocialcareDestinations.SECTOR))
        .withColumn(OUT.destination.name(), when(health, lit(HEALTH)).otherwise(lit(OTHER_SECTOR)));
  }

  private static Dataset<Row> told(Inputs inputs) {
    Dataset<Row> counts =
        inputs
            .table(SPELLS)
            .where(SPELLS.destination.col().isin(HEALTH, OTHER_SECTOR))
            .groupBy(OUT.destination.is(SPELLS.destination.col()))
            .agg(count(lit(1)).as(OUT.respondents.name()));
    Column all = sum(OUT.respondents.col()).over(Window.partitionBy(lit(1)));
    return counts.select(
        OUT.source.is(lit(SocialcareDestinations.ASC_WDS)),
        OUT.kind.is(lit(SocialcareDestinations.SECTOR)),
        OUT.destination.col(),
        OUT.respondents.col(),
        OUT.share.is(OUT.respondents.col().cast("double").divide(all.cast("double")).cast(EXACT)),
        OUT.leavers.is(lit(null).cast(EXACT)),
        lit(null).cast(EXACT).as(VARIANCE),
        all.cast("double").as(EFFECTIVE));
  }

  private static Dataset<Row> titled(Dataset<Row> cells, Inputs inputs) {
    Dataset<Row> titles =
        inputs
            .table(SIC)
            .select(
                lit(CareDestinations.INDUSTRY).as("of_kind"),
                SIC.division.col().as("code"),
                SIC.title.col().as("named"))
            .unionByName(
                inputs
                    .table(SOC)
                    .groupBy(SOC.occupation.col().as("code"))
                    .agg(max(SOC.title.col()).as("named"))
                    .withColumn("of_kind", lit(CareDestinations.OCCUPATION)));
    return cells
        .join(
            broadcast(titles),
            OUT.kind.col().equalTo(col("of_kind")).and(OUT.destination.col().equalTo(col("code"))),
            "left_outer")
        .withColumn(OUT.title.name(), coalesce(col("named"), words(OUT.destination.col())));
  }

  private static Column words(Column destination) {
    return when(destination.equalTo(lit(SocialcareDestinations.POOLED)), lit("Too few each"))
        .when(destination.equalTo(lit(CareDestinations.OTHER)), lit("Other occupations"))
        .when(destination.equalTo(lit(HEALTH)), lit("Health"))
        .when(destination.equalTo(lit(OTHER_SECTOR)), lit("Another sector"))
        .when(
            destination.equalTo(lit("in_work")),
            lit("In work, other than as a care worker in care"))
        .when(destination.equalTo(lit("unemployed")), lit("Unemployed"))
        .otherwise(lit("Inactive"));
  }

  private static Dataset<Row> totals(Dataset<Row> cells) {
    return cells
        .groupBy(OUT.source.col(), OUT.kind.col(), OUT.destination.col())
        .agg(
            sum(OUT.respondents.col()).as(OUT.respondents.name()),
            sum(OUT.share.col()).as(OUT.share.name()),
            sum(OUT.leavers.col()).as(OUT.leavers.name()),
            sum(col(VARIANCE)).as(VARIANCE),
            max(col(EFFECTIVE)).as(EFFECTIVE));
  }

  private static Dataset<Row> intervals(Dataset<Row> totals) {
    Column behind = OUT.share.col().multiply(col(EFFECTIVE));
    Column half = lit(Wilson.Z).multiply(sqrt(col(VARIANCE)));
    return totals
        .withColumn(OUT.share.name(), OUT.share.col().cast("double"))
        .withColumn(OUT.leavers.name(), OUT.leavers.col().cast("double"))
        .withColumn(VARIANCE, col(VARIANCE).cast("double"))
        .withColumn(OUT.shareLow.name(), Wilson.low(behind, col(EFFECTIVE)))
        .withColumn(OUT.shareHigh.name(), Wilson.high(behind, col(EFFECTIVE)))
        .withColumn(
            OUT.leaversLow.name(),
            when(half.isNotNull(), greatest(lit(0.0), OUT.leavers.col().minus(half))))
        .withColumn(OUT.leaversHigh.name(), OUT.leavers.col().plus(half));
  }
}
