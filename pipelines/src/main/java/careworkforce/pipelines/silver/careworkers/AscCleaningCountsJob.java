package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts in one pass over each table, one column a rule, and turns the columns into rows. */
@AutoService(Job.class)
public final class AscCleaningCountsJob implements Transform {
  private static final AscCleaningCounts COUNTS = AscCleaningCounts.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final String ALL = "all_rows";

  /** A rule's counts; a step without rule is that of dropped establishments. */
  private record Step(String rule, String set, Column drops, Column changes) {}

  @Override
  public Table writes() {
    return COUNTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESTABLISHMENTS, CUTS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> establishments =
        counted(inputs.table(ESTABLISHMENTS), CleaningRule.Of.ESTABLISHMENTS, ofEstablishments());
    Dataset<Row> workers = counted(inputs.table(CUTS), CleaningRule.Of.WORKERS, ofWorkers());
    return COUNTS.select(establishments.unionByName(workers));
  }

  private static List<Step> ofEstablishments() {
    List<Step> steps = new ArrayList<>();
    for (CleaningRule rule : CleaningRule.of(CleaningRule.Of.ESTABLISHMENTS)) {
      steps.add(
          new Step(
              rule.name(),
              rule.set().name(),
              ESTABLISHMENTS.dropped(rule),
              ESTABLISHMENTS.droppedBy.col().isNull().and(ESTABLISHMENTS.changed(rule))));
    }
    return steps;
  }

  private static List<Step> ofWorkers() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            AscWorkerCuts.DROPPED_ESTABLISHMENT,
            CleaningRule.Set.SKILLS_FOR_CARE.name(),
            CUTS.ofDroppedEstablishment(),
            lit(false)));
    for (CleaningRule rule : CleaningRule.of(CleaningRule.Of.WORKERS)) {
      steps.add(
          new Step(
              rule.name(),
              rule.set().name(),
              CUTS.dropped(rule),
              CUTS.droppedBy.col().isNull().and(CUTS.changed(rule))));
    }
    return steps;
  }

  private static Dataset<Row> counted(Dataset<Row> rows, CleaningRule.Of of, List<Step> steps) {
    List<Column> counts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      counts.add(count_if(coalesce(steps.get(i).drops(), lit(false))).as("drops_" + i));
      counts.add(count_if(steps.get(i).changes()).as("changes_" + i));
    }
    return rows.groupBy(COUNTS.month.col())
        .agg(count(lit(1)).as(ALL), counts.toArray(Column[]::new))
        .select(COUNTS.month.col(), COUNTS.unit.is(lit(of.name())), inline(rowsOf(steps)));
  }

  private static Column rowsOf(List<Step> steps) {
    List<Column> rows = new ArrayList<>();
    Column in = col(ALL);
    for (int i = 0; i < steps.size(); i++) {
      Column dropped = col("drops_" + i);
      rows.add(
          struct(
              COUNTS.step.is(lit(i + 1)),
              COUNTS.rule.is(lit(steps.get(i).rule())),
              COUNTS.set.is(lit(steps.get(i).set())),
              COUNTS.rowsIn.is(in),
              COUNTS.rowsDropped.is(dropped),
              COUNTS.rowsChanged.is(col("changes_" + i)),
              COUNTS.rowsLeft.is(in.minus(dropped))));
      in = in.minus(dropped);
    }
    return array(rows.toArray(Column[]::new));
  }
}
