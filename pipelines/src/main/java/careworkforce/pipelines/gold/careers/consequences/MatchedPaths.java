package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Outcomes of matched units by event month, as sums by trust. Within a match and event month the
 * treated of a sample are compared with the mean of the comparisons; matches without either are
 * left out. For each trust: the sum of the treated's differences less the comparisons' share in the
 * means that they are taken from ({@code influence}), so that the variance counts both.
 */
final class MatchedPaths {
  static final String OUTCOME = "outcome";
  static final String K = "k";

  /** Name of an {@link EventSample}. */
  static final String SAMPLE = "sample";

  static final String INFLUENCE = "influence";
  static final String TREATED_UNITS = "treated_units";
  static final String UNITS = "units";

  /** Name of the number of treated whose outcome is known and whose match has no comparison. */
  static final String UNMATCHED = "unmatched";

  static final String COMPARISON = "comparison";

  private static final List<String> COUNTS = List.of(TREATED_UNITS, UNITS, UNMATCHED);

  private static final List<String> SUMS =
      List.of(INFLUENCE, TREATED_UNITS, UNITS, UNMATCHED, COMPARISON);

  private static final String[] LEVELS = {
    StaffPanel.LOG_PAY, StaffPanel.FTE, StaffPanel.PART_TIME, StaffPanel.BANK
  };

  private static final String ON_PAYROLL = "on_payroll";
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final Column PERSON = col("b_" + StaffPanel.PERSON);
  private static final Column TREATED = col("b_" + MatchedUnits.TREATED);
  private static final Column DIFFERENCED = col("b_" + MatchedUnits.DIFFERENCED);

  /** First and last month in which a unit is followed. */
  private static final Column FROM =
      col("b_" + MatchedUnits.EVENT_AT)
          .plus(when(DIFFERENCED, lit(-MatchedUnits.BEFORE)).otherwise(lit(0)));

  private static final Column TO = col("b_" + MatchedUnits.EVENT_AT).plus(lit(MatchedUnits.AFTER));

  private MatchedPaths() {}

  /**
   * Sums by study, sample, outcome, event month and trust.
   *
   * @param units of {@link MatchedUnits}
   * @param outcomes of {@link StaffPanel#outcomes}
   * @param spells of {@link EsrSpells}, with transfers told from exits
   */
  static Dataset<Row> sums(Dataset<Row> units, Dataset<Row> outcomes, Dataset<Row> spells) {
    Dataset<Row> those = prefixed(units, "b_");
    Dataset<Row> followed = present(those, outcomes).unionByName(absent(those, spells), true);
    return byTrust(compared(followed));
  }

  private static Dataset<Row> prefixed(Dataset<Row> rows, String prefix) {
    return rows.toDF(Arrays.stream(rows.columns()).map(c -> prefix + c).toArray(String[]::new));
  }

  /** Each unit in its person-months. Units are fewer than months, which are not sorted for them. */
  private static Dataset<Row> present(Dataset<Row> units, Dataset<Row> outcomes) {
    Column at = col("p_" + StaffPanel.AT);
    return prefixed(outcomes, "p_")
        .join(
            units.hint("shuffle_hash"),
            PERSON.equalTo(col("p_" + StaffPanel.PERSON)).and(at.between(FROM, TO)),
            "inner")
        .withColumn(K, at.minus(col("b_" + MatchedUnits.EVENT_AT)))
        .select(followed(values()));
  }

  /**
   * Each unit in its months on no payroll, or in no trust that is told, by its spells there.
   * Whether who was transferred out of the record would have stayed is not known: those months are
   * left out.
   */
  private static Dataset<Row> absent(Dataset<Row> units, Dataset<Row> spells) {
    Dataset<Row> away =
        spells
            .where(SPELLS.organisation.col().isNull())
            .where(SPELLS.state.col().notEqual(lit(PayrollState.TRANSFERRED)))
            .select(
                SPELLS.personId.col().as("away"),
                Month.number(SPELLS.firstMonth.col()).as("away_first"),
                Month.number(SPELLS.lastMonth.col()).as("away_last"));
    Column first = greatest(FROM, col("away_first"));
    Column last = least(TO, col("away_last"));
    Column event = col("b_" + MatchedUnits.EVENT_AT);
    SortedMap<String, Column> values = new TreeMap<>();
    values.put(ON_PAYROLL, lit(0.0));
    return units
        .join(away.hint("shuffle_hash"), PERSON.equalTo(col("away")).and(first.leq(last)), "inner")
        .withColumn(K, explode(sequence(first.minus(event), last.minus(event))))
        .select(followed(values));
  }

  private static Column[] followed(SortedMap<String, Column> values) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col("b_" + MatchedUnits.MATCH).as(MatchedUnits.MATCH),
                col("b_" + MatchedUnits.STUDY).as(MatchedUnits.STUDY),
                col("b_" + MatchedUnits.SAMPLES).as(MatchedUnits.SAMPLES),
                col("b_" + StaffPanel.TRUST).as(StaffPanel.TRUST),
                TREATED.as(MatchedUnits.TREATED),
                col(K)));
    values.forEach((name, value) -> columns.add(value.as(name)));
    return columns.toArray(Column[]::new);
  }

  /** The outcomes of a unit in one of its person-months, each null where it is not known. */
  private static SortedMap<String, Column> values() {
    SortedMap<String, Column> values = new TreeMap<>();
    for (String level : LEVELS) {
      Column value = col("p_" + level);
      Column change = value.minus(col("b_" + level));
      values.put(level, when(DIFFERENCED, change).otherwise(value));
    }
    values.put(ON_PAYROLL, lit(1.0));
    values.put("other_trust", differs(StaffPanel.TRUST));
    values.put("other_area", differs(StaffPanel.AREA));
    values.put("other_group", differs(StaffPanel.GROUP));
    Column higher =
        col("p_" + StaffPanel.GROUP)
            .equalTo(col("b_" + WorkingOn.GROUP))
            .and(col("p_" + StaffPanel.RANK).gt(col("b_" + WorkingOn.RANK)));
    values.put("higher_band", when(col(K).gt(lit(0)), higher.cast("double")));
    return values;
  }

  private static Column differs(String column) {
    return col("p_" + column).notEqual(col("b_" + column)).cast("double");
  }

  /** Each unit in an event month beside the treated and the comparisons of its match there. */
  private static Dataset<Row> compared(Dataset<Row> followed) {
    WindowSpec match =
        Window.partitionBy(col(MatchedUnits.MATCH), col(MatchedUnits.SAMPLES), col(K));
    Column treated = col(MatchedUnits.TREATED);
    List<Column> both = new ArrayList<>(List.of(col("*")));
    for (String name : values().keySet()) {
      both.add(count(when(treated, col(name))).over(match).as("n_treated_" + name));
      both.add(count(when(not(treated), col(name))).over(match).as("n_compared_" + name));
      both.add(ExactTerms.sum(when(not(treated), col(name)), match).as("total_compared_" + name));
    }
    return followed.repartition(col(MatchedUnits.MATCH)).select(both.toArray(Column[]::new));
  }

  /**
   * Sums of all outcomes side by side, of which each becomes a row. What is in several samples is
   * summed once and added to each.
   */
  private static Dataset<Row> byTrust(Dataset<Row> compared) {
    List<Column> sums = new ArrayList<>();
    List<Column> rows = new ArrayList<>();
    List<Column> added = new ArrayList<>();
    for (String name : values().keySet()) {
      sums.addAll(sums(name));
      for (String of : SUMS) {
        Column part = col(of + name);
        added.add((COUNTS.contains(of) ? sum(part) : ExactTerms.sum(part)).as(of + name));
      }
      rows.add(
          struct(
              lit(name).as(OUTCOME),
              col(INFLUENCE + name).as(INFLUENCE),
              col(TREATED_UNITS + name).as(TREATED_UNITS),
              col(UNITS + name).as(UNITS),
              col(UNMATCHED + name).as(UNMATCHED),
              coalesce(col(COMPARISON + name), lit(0.0)).as(COMPARISON)));
    }
    Column[] key = {col(MatchedUnits.STUDY), col(SAMPLE), col(K), col(StaffPanel.TRUST)};
    return compared
        .groupBy(col(MatchedUnits.STUDY), col(MatchedUnits.SAMPLES), col(K), col(StaffPanel.TRUST))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .withColumn(SAMPLE, explode(split(col(MatchedUnits.SAMPLES), ",")))
        .groupBy(key)
        .agg(added.get(0), added.subList(1, added.size()).toArray(Column[]::new))
        .select(key[0], key[1], key[2], key[3], inline(array(rows.toArray(Column[]::new))))
        .where(col(UNITS).gt(lit(0L)))
        .orderBy(key[0], key[1], col(OUTCOME), key[2], key[3]);
  }

  /** Of one outcome, over units where it is known and on both sides of the match. */
  private static List<Column> sums(String name) {
    Column treated = col(MatchedUnits.TREATED);
    Column of = col("n_treated_" + name);
    Column to = col("n_compared_" + name);
    Column told = col(name).isNotNull().and(of.gt(lit(0L))).and(to.gt(lit(0L)));
    Column mean = col("total_compared_" + name).divide(to);
    Column gap = col(name).minus(mean);
    return List.of(
        ExactTerms.sum(
                when(told, when(treated, gap).otherwise(negate(gap.multiply(of).divide(to)))))
            .as(INFLUENCE + name),
        count(when(told.and(treated), lit(1))).as(TREATED_UNITS + name),
        count(when(told, lit(1))).as(UNITS + name),
        count(when(treated.and(col(name).isNotNull()).and(to.equalTo(lit(0L))), lit(1)))
            .as(UNMATCHED + name),
        ExactTerms.sum(when(told.and(treated), mean)).as(COMPARISON + name));
  }
}
