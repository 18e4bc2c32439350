package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.careers.CareerRiskCellsJob;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums the risk set by trust, occupation group and year, sets inflow beside it, and leaves movers
 * out of those who may leave while they prove their move.
 */
@AutoService(Job.class)
public final class CareersCollectiveJob implements Transform {
  private static final CareersCollective COLLECTIVE = CareersCollective.TABLE;
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final String INFLOW = "inflow_rate";
  private static final String LEAVING = "leaving_rate";
  private static final String YEAR = "year";

  /** Person-months of a cell, and those of them in which a person may leave. */
  private static final String ALL = "person_months";

  private static final String MAY_LEAVE = "months_to_leave";

  /** Each outcome with its unit. */
  private static final Map<String, String> OUTCOMES =
      new TreeMap<>(
          Map.of(
              LEAVING,
              "leavers a person-year",
              "share_female",
              "share of person-months",
              "share_minority",
              "share of person-months with an ethnic group stated"));

  @Override
  public Table writes() {
    return COLLECTIVE;
  }

  @Override
  public List<Table> reads() {
    return List.of(CELLS, MOVES, MONTHS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(CareerRiskCellsJob.SAMPLE, MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame frame = SparkFrames.read(cells(inputs));
    List<Row> rows = new ArrayList<>();
    OUTCOMES.forEach(
        (outcome, unit) -> {
          for (CollectiveModel model : CollectiveModel.values()) {
            Finding finding = Estimable.orNull(() -> finding(frame, model, outcome, unit));
            if (finding != null) {
              rows.add(COLLECTIVE.row(finding, inputs, reads()));
            }
          }
        });
    return COLLECTIVE.select(inputs.rows(rows, COLLECTIVE.schema()));
  }

  private static Finding finding(Frame frame, CollectiveModel model, String outcome, String unit) {
    boolean leaving = outcome.equals(LEAVING);
    Fit fit =
        FewClusters.fit(
            Estimate.ols(outcome + " ~ " + INFLOW + " | " + model.effects, frame)
                .weights(leaving ? MAY_LEAVE : ALL),
            CELLS.organisation.name());
    Question question =
        new Question(
            outcome,
            "trusts, occupation groups and years",
            model.estimator,
            unit + ", for one move more into the group a person-year of its staff",
            "association",
            model.fixed
                + "; what draws movers in may change staff as well"
                + (leaving
                    ? "; movers count once their move is proved, before which none leaves"
                    : ""));
    return new Finding(question, INFLOW, FewClusters.coefficient(fit, INFLOW), Evidence.of(fit));
  }

  /**
   * A row a trust, occupation group and year with its person-months, those in which a person may
   * leave, rates and inflow: of moves in the months that the risk set has, as it leaves out some at
   * the record's ends.
   */
  static Dataset<Row> cells(Inputs inputs) {
    double share = inputs.value(CareerRiskCellsJob.SAMPLE);
    Column stated = CELLS.ethnicity.col().notEqual(lit("unknown"));
    Dataset<Row> rates =
        inputs
            .table(CELLS)
            .groupBy(CELLS.organisation.col(), CELLS.level2.col(), year(CELLS.month.col()).as(YEAR))
            .agg(
                sum(CELLS.persons.col()).cast("double").as(ALL),
                of(CELLS.event.col().equalTo(lit(CareerRiskCells.LEFT))).as("leavers"),
                of(CELLS.sex.col().equalTo(lit("Female"))).as("female"),
                of(CELLS.ethnicity.col().equalTo(lit("minority"))).as("minority"),
                of(stated).as("stated"));
    Dataset<Row> months = inputs.table(CELLS).select(MOVES.month.is(CELLS.month.col())).distinct();
    Dataset<Row> moves = inputs.table(MOVES).where(MOVES.headline.col());
    Dataset<Row> inflow =
        moves
            .join(broadcast(months), new String[] {MOVES.month.name()}, "left_semi")
            .groupBy(
                MOVES.organisationTo.col().as("to_trust"),
                MOVES.toGroup.col().as("to"),
                year(MOVES.month.col()).as("in_year"))
            .agg(count(lit(1)).as("came"));
    Dataset<Row> proving =
        ProvingMovers.by(
            moves,
            inputs.table(MONTHS),
            months,
            inputs.value(MoveRule.HELD),
            "proving_trust",
            "proving_in",
            "proving_year");
    return rates
        .join(inflow, cell("to_trust", "to", "in_year"), "left_outer")
        .join(proving, cell("proving_trust", "proving_in", "proving_year"), "left_outer")
        .withColumn(
            MAY_LEAVE,
            col(ALL).minus(coalesce(col(ProvingMovers.PROVING), lit(0L)).multiply(lit(share))))
        .select(
            CELLS.organisation.col(),
            CELLS.level2.col(),
            col(YEAR),
            col(ALL),
            greatest(col(MAY_LEAVE), lit(0.0)).as(MAY_LEAVE),
            coalesce(col("came"), lit(0L)).multiply(lit(12 * share)).divide(col(ALL)).as(INFLOW),
            when(col(MAY_LEAVE).gt(lit(0)), col("leavers").multiply(lit(12)).divide(col(MAY_LEAVE)))
                .as(LEAVING),
            col("female").divide(col(ALL)).as("share_female"),
            when(col("stated").gt(lit(0)), col("minority").divide(col("stated")))
                .as("share_minority"))
        .orderBy(CELLS.organisation.col(), CELLS.level2.col(), col(YEAR));
  }

  private static Column cell(String trust, String group, String inYear) {
    return CELLS
        .organisation
        .col()
        .equalTo(col(trust))
        .and(CELLS.level2.col().equalTo(col(group)))
        .and(col(YEAR).equalTo(col(inYear)));
  }

  private static Column of(Column condition) {
    return sum(when(condition, CELLS.persons.col()).otherwise(lit(0L))).cast("double");
  }
}
