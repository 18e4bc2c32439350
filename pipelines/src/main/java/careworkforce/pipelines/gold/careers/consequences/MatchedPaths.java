package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

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

  private static final Column DIFFERENCED = col("b_" + MatchedUnits.DIFFERENCED);

  private MatchedPaths() {}

  /**
   * Sums by study, outcome, event month and trust.
   *
   * @param units of {@link MatchedUnits}
   * @param outcomes of {@link StaffPanel#outcomes}
   */
  static Dataset<Row> sums(Dataset<Row> units, Dataset<Row> outcomes) {
    return byTrust(cells(outcomes(followed(units, outcomes))));
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

  private static Dataset<Row> outcomes(Dataset<Row> followed) {
    java.util.List<Column> outcomes = new java.util.ArrayList<>();
    for (String level : LEVELS) {
      Column value = col("p_" + level);
      Column change = value.minus(col("b_" + level));
      outcomes.add(named(level, when(DIFFERENCED, change).otherwise(value)));
    }
    Column present = col("p_" + StaffPanel.PERSON).isNotNull();
    outcomes.add(named("on_payroll", present.cast("double")));
    outcomes.add(named("other_trust", differs(StaffPanel.TRUST)));
    outcomes.add(named("other_area", differs(StaffPanel.AREA)));
    outcomes.add(named("other_group", differs(StaffPanel.GROUP)));
    Column higher =
        col("p_" + StaffPanel.GROUP)
            .equalTo(col("z_" + StaffPanel.GROUP))
            .and(col("p_" + StaffPanel.RANK).gt(col("z_" + StaffPanel.RANK)));
    outcomes.add(named("higher_band", when(present.and(col(K).gt(lit(0))), higher.cast("double"))));
    return followed
        .withColumn("o", explode(array(outcomes.toArray(new Column[0]))))
        .where(col("o.value").isNotNull());
  }

  private static Column named(String name, Column value) {
    return struct(lit(name).as("name"), value.as("value"));
  }

  private static Column differs(String column) {
    return col("p_" + column).notEqual(col("b_" + column)).cast("double");
  }

  private static Dataset<Row> cells(Dataset<Row> outcomes) {
    return outcomes
        .groupBy(
            col("b_" + MatchedUnits.STUDY).as(MatchedUnits.STUDY),
            col("o.name").as(OUTCOME),
            col(K),
            col("b_" + MatchedUnits.STRATUM).as(MatchedUnits.STRATUM),
            col("b_" + MatchedUnits.BASE).as(MatchedUnits.BASE),
            col("b_" + MatchedUnits.EVENT_AT).as(MatchedUnits.EVENT_AT),
            col("b_" + StaffPanel.TRUST).as(StaffPanel.TRUST),
            col("b_" + MatchedUnits.TREATED).as(MatchedUnits.TREATED))
        .agg(sum(col("o.value")).as("total"), count(lit(1)).as("n"));
  }

  private static Dataset<Row> byTrust(Dataset<Row> cells) {
    WindowSpec stratum =
        Window.partitionBy(
            col(MatchedUnits.STUDY),
            col(OUTCOME),
            col(K),
            col(MatchedUnits.STRATUM),
            col(MatchedUnits.BASE),
            col(MatchedUnits.EVENT_AT));
    Column treated = col(MatchedUnits.TREATED);
    Column gap = col("total").minus(col("n").multiply(col("mean")));
    return cells
        .withColumn("n_treated", sum(when(treated, col("n"))).over(stratum))
        .withColumn("n_compared", sum(when(treated, lit(0L)).otherwise(col("n"))).over(stratum))
        .withColumn(
            "mean",
            sum(when(treated, lit(0.0)).otherwise(col("total")))
                .over(stratum)
                .divide(col("n_compared")))
        .where(col("n_treated").gt(lit(0)).and(col("n_compared").gt(lit(0))))
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
