package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.reference.Trusts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The risk set by trust, quarter, occupation group, sickness, parenthood and policy: few enough to
 * refit. Cells of those away the next month have a rate of leaving, of which alone they are at
 * risk, and none of moves.
 */
final class RobustnessCells {
  static final String TRUST = "organisation";
  static final String QUARTER = "quarter";
  static final String GROUP = "level2";
  static final String REGION = "region";
  static final String MERGED = "merged";
  static final String ILL = "ill";
  static final String PARENT = "parent";
  static final String POLICY = "policy";
  static final String LEAD = "policy_to_come";
  static final String AWAY = "away";
  static final String PERSONS = "persons";
  static final String MOVES = "moves";
  static final String TRUST_MOVES = "trust_moves";
  static final String LEAVING = "leaving";

  /** The region of a trust that the directory does not place. */
  static final String UNKNOWN = "unknown";

  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final Trusts TRUSTS = Trusts.TABLE;
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;

  /** Months ahead that a policy is looked for. */
  private static final int AHEAD = 12;

  private RobustnessCells() {}

  static List<Table> tables() {
    List<Table> tables = new ArrayList<>(TrustExposures.tables());
    tables.add(CELLS);
    tables.add(TRUSTS);
    return tables;
  }

  static List<Table> canLack() {
    return TrustExposures.canLack();
  }

  /** Rates of each event in each cell, with its person-months. */
  static Frame frame(Inputs inputs, String policy) {
    return SparkFrames.read(rows(inputs, policy));
  }

  static Dataset<Row> rows(Inputs inputs, String policy) {
    Dataset<Row> priced =
        TrustExposures.withAreaPrices(
            TrustExposures.withHousePrices(inputs.table(CELLS), CELLS.month.col(), inputs),
            CELLS.month.col(),
            inputs);
    String flag = TrustExposures.POLICY + policy;
    List<String> one = List.of(policy);
    Dataset<Row> ahead =
        TrustExposures.withPolicies(priced, add_months(CELLS.month.col(), AHEAD), one, inputs)
            .withColumnRenamed(flag, "ahead")
            .drop("adopter", "in_force");
    Dataset<Row> exposed = TrustExposures.withPolicies(ahead, CELLS.month.col(), one, inputs);
    Column[] key = {
      col(TRUST),
      floor(Month.number(CELLS.month.col()).divide(lit(3))).cast("double").as(QUARTER),
      col(GROUP),
      col(TrustExposures.TTWA),
      col(TrustExposures.LAD),
      col(TrustExposures.HOUSE_PRICE),
      col(TrustExposures.AREA_PRICE),
      col(TrustExposures.NEAR_PRICE),
      col(flag).as(POLICY),
      when(col(flag).equalTo(lit(0.0)), col("ahead")).otherwise(lit(0.0)).as(LEAD),
      CELLS.sickness.col().equalTo(lit("recent")).cast("double").as(ILL),
      CELLS.parenthood.col().equalTo(lit("returned")).cast("double").as(PARENT),
      CELLS.event.col().equalTo(lit(CareerRiskCells.AWAY)).as(AWAY)
    };
    Dataset<Row> cells =
        exposed
            .groupBy(key)
            .agg(
                sum(CELLS.persons.col()).cast("double").as(PERSONS),
                ofMoves(CELLS.event.col().startsWith("move_")).as(MOVES),
                ofMoves(CELLS.event.col().equalTo(lit(CareerRiskCells.TRUST))).as(TRUST_MOVES),
                rate(CELLS.event.col().equalTo(lit(CareerRiskCells.LEFT))).as(LEAVING));
    return placed(cells, inputs)
        .orderBy(
            col(TRUST),
            col(QUARTER),
            col(GROUP),
            col(POLICY),
            col(LEAD),
            col(ILL),
            col(PARENT),
            col(AWAY),
            col(TrustExposures.HOUSE_PRICE));
  }

  /** Events for each person-month of a cell. */
  private static Column rate(Column event) {
    return sum(when(event, CELLS.persons.col()).otherwise(lit(0L)))
        .divide(sum(CELLS.persons.col()));
  }

  /** The same of a kind of move; null in a cell of those away. */
  private static Column ofMoves(Column event) {
    return when(not(max(CELLS.event.col().equalTo(lit(CareerRiskCells.AWAY)))), rate(event));
  }

  private static Dataset<Row> placed(Dataset<Row> cells, Inputs inputs) {
    return cells
        .join(
            broadcast(
                inputs
                    .table(TRUSTS)
                    .select(
                        TRUSTS.organisation.col().as("in_region"), TRUSTS.region.col().as(REGION))),
            col(TRUST).equalTo(col("in_region")),
            "left_outer")
        .join(
            broadcast(
                inputs
                    .table(SUCCESSORS)
                    .select(SUCCESSORS.successor.col().as("of_merger"))
                    .distinct()),
            col(TRUST).equalTo(col("of_merger")),
            "left_outer")
        .withColumn(MERGED, col("of_merger").isNotNull().cast("double"))
        .withColumn(REGION, coalesce(col(REGION), lit(UNKNOWN)))
        .drop("in_region", "of_merger");
  }
}
