package careworkforce.pipelines.gold.socialcare.description;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A rule of a sample flow.
 *
 * @param rule in words
 * @param keeps true of a row that is kept; null drops it
 */
record FlowRule(String rule, Column keeps) {
  private static final SocialcareSampleFlow FLOW = SocialcareSampleFlow.TABLE;

  /** The flow of a population through the rules, in their order: one pass over its rows. */
  static Dataset<Row> flow(String population, Dataset<Row> rows, List<FlowRule> rules) {
    List<Column> left = new ArrayList<>();
    Column kept = lit(true);
    for (FlowRule rule : rules) {
      kept = kept.and(coalesce(rule.keeps(), lit(false)));
      left.add(count_if(kept).as(kept(left.size() + 1)));
    }
    Dataset<Row> counts = rows.agg(count(lit(1)).as(kept(0)), left.toArray(Column[]::new));
    List<Column> steps = new ArrayList<>();
    for (int step = 1; step <= rules.size(); step++) {
      steps.add(
          struct(
              lit(step).as(FLOW.step.name()),
              lit(rules.get(step - 1).rule()).as(FLOW.rule.name()),
              col(kept(step - 1)).as(FLOW.rowsIn.name()),
              col(kept(step - 1)).minus(col(kept(step))).as(FLOW.rowsDropped.name()),
              col(kept(step)).as(FLOW.rowsKept.name())));
    }
    return counts
        .select(explode(array(steps.toArray(Column[]::new))).as("flow"))
        .select(lit(population).as(FLOW.population.name()), col("flow.*"));
  }

  private static String kept(int step) {
    return "kept_" + step;
  }
}
