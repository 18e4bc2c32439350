package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Outcomes of matched units by event month, as sums by trust. Within a stratum and event month the
 * treated are compared with the mean of the comparisons; strata without either are left out. For
 * each trust: the sum of the treated's differences less the comparisons' share in the means that
 * they are taken from ({@code influence}), so that the variance counts both.
 */
final class MatchedPaths {
  static final String OUTCOME = "outcome";
  static final String K = "k";
  static final String INFLUENCE = "influence";
  static final String TREATED_UNITS = "treated_units";
  static final String UNITS = "units";
  static final String COMPARISON = "comparison";

  private static final String[] LEVELS = {
    StaffPanel.LOG_PAY, StaffPanel.FTE, StaffPanel.PART_TIME, StaffPanel.BANK
  };

  private static final String TOTAL = "total_";
  private static final String N = "n_";
  private static final Column DIFFERENCED = col("b_" + MatchedUnits.DIFFERENCED);

  private MatchedPaths() {}

  /**
   * Sums by study, outcome, event month and trust.
   *
   * @param units of {@link MatchedUnits}
   * @param outcomes of {@link StaffPanel#outcomes}
   */
  static Dataset<Row> sums(Dataset<Row> units, Dataset<Row> outcomes) {
    return byTrust(compared(cells(followed(units, outcomes))));
  }

  /** Each unit in each event month, with its person-month there, and that of month 0. */
  private static Dataset<Row> followed(Dataset<Row> units, Dataset<Row> outcomes) {
    Column person = col("b_" + StaffPanel.PERSON);
    Column at = col("b_" + MatchedUnits.EVENT_AT);
    Column from = when(DIFFERENCED, lit(-MatchedUnits.BEFORE)).otherwise(lit(0));
    return prefixed(units, "b_")
        .join(
            prefixed(
                outcomes.select(
                    col(StaffPanel.PERSON),
                    col(StaffPanel.AT),
                    col(StaffPanel.GROUP),
                    col(StaffPanel.RANK)),
                "z_"),
            person
                .equalTo(col("z_" + StaffPanel.PERSON))
                .and(at.equalTo(col("z_" + StaffPanel.AT))),
            "left_outer")
        .withColumn(K, explode(sequence(from, lit(MatchedUnits.AFTER))))
        .join(
            prefixed(outcomes, "p_"),
            person
                .equalTo(col("p_" + StaffPanel.PERSON))
                .and(at.plus(col(K)).equalTo(col("p_" + StaffPanel.AT))),
            "left_outer");
  }

  private static Dataset<Row> prefixed(Dataset<Row> rows, String prefix) {
    return rows.toDF(
        java.util.Arrays.stream(rows.columns()).map(c -> prefix + c).toArray(String[]::new));
  }

  /**
   * The outcomes of a unit in an event month, each null where it is not known, in order of name.
   */
  private static SortedMap<String, Column> outcomes() {
    SortedMap<String, Column> outcomes = new TreeMap<>();
    for (String level : LEVELS) {
      Column value = col("p_" + level);
      Column change = value.minus(col("b_" + level));
      outcomes.put(level, when(DIFFERENCED, change).otherwise(value));
    }
    Column present = col("p_" + StaffPanel.PERSON).isNotNull();
    outcomes.put("on_payroll", present.cast("double"));
    outcomes.put("other_trust", differs(StaffPanel.TRUST));
    outcomes.put("other_area", differs(StaffPanel.AREA));
    outcomes.put("other_group", differs(StaffPanel.GROUP));
    Column higher =
        col("p_" + StaffPanel.GROUP)
            .equalTo(col("z_" + StaffPanel.GROUP))
            .and(col("p_" + StaffPanel.RANK).gt(col("z_" + StaffPanel.RANK)));
    outcomes.put("higher_band", when(present.and(col(K).gt(lit(0))), higher.cast("double")));
    return outcomes;
  }

  private static Column differs(String column) {
    return col("p_" + column).notEqual(col("b_" + column)).cast("double");
  }

  /** Sum and number of each outcome, by stratum, event month, trust and whether with the event. */
  private static Dataset<Row> cells(Dataset<Row> followed) {
    List<Column> sums = new ArrayList<>();
    outcomes()
        .forEach(
            (name, value) -> {
              sums.add(sum(value).as(TOTAL + name));
              sums.add(count(value).as(N + name));
            });
    return followed
        .groupBy(
            col("b_" + MatchedUnits.STUDY).as(MatchedUnits.STUDY),
            col(K),
            col("b_" + MatchedUnits.STRATUM).as(MatchedUnits.STRATUM),
            col("b_" + MatchedUnits.BASE).as(MatchedUnits.BASE),
            col("b_" + MatchedUnits.EVENT_AT).as(MatchedUnits.EVENT_AT),
            col("b_" + StaffPanel.TRUST).as(StaffPanel.TRUST),
            col("b_" + MatchedUnits.TREATED).as(MatchedUnits.TREATED))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  /**
   * Each cell and outcome beside both sides of its stratum; outcomes stand in rows from here on.
   */
  private static Dataset<Row> compared(Dataset<Row> cells) {
    WindowSpec stratum =
        Window.partitionBy(
            col(MatchedUnits.STUDY),
            col(K),
            col(MatchedUnits.STRATUM),
            col(MatchedUnits.BASE),
            col(MatchedUnits.EVENT_AT));
    Column treated = col(MatchedUnits.TREATED);
    List<Column> both = new ArrayList<>(List.of(col("*")));
    List<Column> rows = new ArrayList<>();
    for (String name : outcomes().keySet()) {
      Column n = col(N + name);
      Column total = col(TOTAL + name);
      both.add(sum(when(treated, n)).over(stratum).as("n_treated_" + name));
      both.add(sum(when(not(treated), n)).over(stratum).as("n_compared_" + name));
      both.add(sum(when(not(treated), total)).over(stratum).as("total_compared_" + name));
      rows.add(
          struct(
              lit(name).as(OUTCOME),
              n.as("n"),
              total.as("total"),
              col("n_treated_" + name).as("n_treated"),
              col("n_compared_" + name).as("n_compared"),
              col("total_compared_" + name).as("total_compared")));
    }
    return cells
        .select(both.toArray(Column[]::new))
        .select(
            col(MatchedUnits.STUDY),
            col(K),
            col(StaffPanel.TRUST),
            treated,
            inline(array(rows.toArray(Column[]::new))))
        .where(
            col("n").gt(lit(0)).and(col("n_treated").gt(lit(0))).and(col("n_compared").gt(lit(0))));
  }

  private static Dataset<Row> byTrust(Dataset<Row> compared) {
    Column treated = col(MatchedUnits.TREATED);
    Column mean = col("total_compared").divide(col("n_compared"));
    Column gap = col("total").minus(col("n").multiply(col("mean")));
    return compared
        .withColumn("mean", mean)
        .groupBy(col(MatchedUnits.STUDY), col(OUTCOME), col(K), col(StaffPanel.TRUST))
        .agg(
            sum(when(treated, gap)
                    .otherwise(negate(gap.multiply(col("n_treated")).divide(col("n_compared")))))
                .as(INFLUENCE),
            coalesce(sum(when(treated, col("n"))), lit(0L)).as(TREATED_UNITS),
            sum(col("n")).as(UNITS),
            coalesce(sum(when(treated, col("n").multiply(col("mean")))), lit(0.0)).as(COMPARISON))
        .orderBy(col(MatchedUnits.STUDY), col(OUTCOME), col(K), col(StaffPanel.TRUST));
  }
}
