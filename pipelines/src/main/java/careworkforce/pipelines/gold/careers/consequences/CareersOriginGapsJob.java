package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Follows FTE of each trust's occupation groups after staff moved out of them. What moves out in
 * the other months between is held fixed, so that one outflow is not counted for another.
 */
@AutoService(Job.class)
public final class CareersOriginGapsJob implements Transform {
  private static final CareersOriginGaps GAPS = CareersOriginGaps.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;

  /** Months after (before, if negative) the last month of those who move. */
  private static final int[] HORIZONS = {-3, 3, 12};

  private static final String MODEL = "%s ~ outflow + %s | organisation^level2 + at";
  private static final String OUTFLOW = "outflow";
  private static final String AT = "at";

  @Override
  public Table writes() {
    return GAPS;
  }

  @Override
  public List<Table> reads() {
    return List.of(MONTHS, MOVES);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame frame = SparkFrames.read(cells(inputs.table(MONTHS), inputs.table(MOVES)));
    List<Row> rows = new ArrayList<>();
    for (int horizon : HORIZONS) {
      Finding finding = Estimable.orNull(() -> finding(frame, horizon));
      if (finding != null) {
        rows.add(GAPS.row(finding, inputs, reads()));
      }
    }
    return GAPS.select(inputs.rows(rows, GAPS.schema()));
  }

  private static Finding finding(Frame frame, int horizon) {
    Fit fit =
        FewClusters.fit(
            Estimate.ols(String.format(MODEL, change(horizon), others(horizon)), frame),
            MONTHS.organisation.name());
    Question question =
        new Question(
            "fte_" + change(horizon),
            "trusts, occupation groups and months",
            "ols",
            "FTE, for each FTE that moves out",
            "association",
            horizon < 0
                ? "placebo: what moves out should not go with how FTE changed before"
                : "group of a trust and month are held fixed; a group that shrinks may bring about"
                    + " the moves out of it");
    return new Finding(question, OUTFLOW, FewClusters.coefficient(fit, OUTFLOW), Evidence.of(fit));
  }

  private static String change(int horizon) {
    return horizon < 0 ? "change_before_" + -horizon : "change_after_" + horizon;
  }

  private static String others(int horizon) {
    return "others_of_" + change(horizon);
  }

  /**
   * A row a trust, occupation group and month in which it has staff, with FTE, FTE moving out next,
   * and changes. A group without staff in a month of its trust has no FTE then: to leave it out
   * would leave out the widest gaps.
   */
  static Dataset<Row> cells(Dataset<Row> months, Dataset<Row> moves) {
    Column fte = coalesce(MONTHS.fte.col(), lit(BigDecimal.ZERO));
    Dataset<Row> staff =
        months
            .where(MONTHS.level2.col().isNotNull().and(MONTHS.organisation.col().isNotNull()))
            .withColumn(AT, Month.number(MONTHS.month.col()));
    Dataset<Row> changes =
        inEveryMonthOfTheTrust(
            staff
                .join(
                    broadcast(lastMonths(staff, moves)),
                    MONTHS
                        .personId
                        .col()
                        .equalTo(col("mover"))
                        .and(col(AT).equalTo(col("last_at"))),
                    "left_outer")
                .groupBy(MONTHS.organisation.col(), MONTHS.level2.col(), col(AT))
                .agg(
                    sum(fte).cast("double").as("fte"),
                    sum(when(col("mover").isNotNull(), fte).otherwise(lit(BigDecimal.ZERO)))
                        .cast("double")
                        .as(OUTFLOW)));
    for (int horizon : HORIZONS) {
      changes =
          changes
              .withColumn(change(horizon), changed(horizon))
              .withColumn(others(horizon), movingBetween(horizon));
    }
    return changes
        .where(col("staffed"))
        .drop("staffed")
        .orderBy(MONTHS.organisation.col(), MONTHS.level2.col(), col(AT));
  }

  /**
   * Movers with their last month on the payroll in the group left, before they train for the next.
   * Who is on leave is still counted there: the group loses FTE when the leave ends in a move.
   */
  private static Dataset<Row> lastMonths(Dataset<Row> staff, Dataset<Row> moves) {
    Dataset<Row> movers =
        moves
            .where(MOVES.headline.col())
            .select(
                MOVES.personId.col().as("mover"),
                MOVES.fromGroup.col().as("group_left"),
                Month.number(MOVES.month.col()).as("moved_at"));
    Column inOrigin =
        MONTHS
            .personId
            .col()
            .equalTo(col("mover"))
            .and(MONTHS.level2.col().equalTo(col("group_left")))
            .and(col(AT).lt(col("moved_at")));
    return staff
        .where(not(coalesce(MONTHS.inTraining.col(), lit(false))))
        .join(broadcast(movers), inOrigin, "inner")
        .groupBy(col("mover"), col("moved_at"))
        .agg(max(col(AT)).as("last_at"))
        .drop("moved_at");
  }

  /** Rows of cells, and rows of no FTE for the months in which only other groups have staff. */
  private static Dataset<Row> inEveryMonthOfTheTrust(Dataset<Row> cells) {
    String trust = MONTHS.organisation.name();
    String group = MONTHS.level2.name();
    return cells
        .select(trust, AT)
        .distinct()
        .join(
            cells.select(col(trust).as("of_trust"), col(group).as("of_group")).distinct(),
            col(trust).equalTo(col("of_trust")),
            "inner")
        .select(col(trust), col("of_group").as(group), col(AT))
        .join(cells.withColumn("staffed", lit(true)), new String[] {trust, group, AT}, "left_outer")
        .na()
        .fill(Map.of("fte", 0.0, OUTFLOW, 0.0, "staffed", false));
  }

  /** FTE of the later month less that of the earlier; null past the record's ends. */
  private static Column changed(int horizon) {
    Column now = col("fte");
    Column then = sum(now).over(cell().rangeBetween(horizon, horizon));
    return horizon < 0 ? now.minus(then) : then.minus(now);
  }

  /** FTE that moves out in the other months between. */
  private static Column movingBetween(int horizon) {
    WindowSpec between =
        horizon < 0 ? cell().rangeBetween(horizon, -1) : cell().rangeBetween(1, horizon - 1);
    return coalesce(sum(col(OUTFLOW)).over(between), lit(0.0));
  }

  private static WindowSpec cell() {
    return Window.partitionBy(MONTHS.organisation.col(), MONTHS.level2.col()).orderBy(col(AT));
  }
}
