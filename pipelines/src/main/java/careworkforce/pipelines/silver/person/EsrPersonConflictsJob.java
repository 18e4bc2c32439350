package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds keys that contradict themselves and spreads their descriptions over their months. */
@AutoService(Job.class)
public final class EsrPersonConflictsJob implements MonthlyTransform {
  private static final EsrPersonConflicts CONFLICTS = EsrPersonConflicts.TABLE;
  private static final EsrPersonDescriptions TOLD = EsrPersonDescriptions.TABLE;
  private static final Column SEX =
      when(TOLD.sex.col().isNotNull(), xxhash64(TOLD.sex.col())); // whole numbers need no sort

  @Override
  public Table writes() {
    return CONFLICTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(TOLD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> told = inputs.table(TOLD);
    return CONFLICTS.select(
        told.join(broadcast(contradicted(told)), new String[] {TOLD.personId.name()}, "left_semi")
            .select(
                TOLD.personId.col(),
                explode(
                        sequence(
                            TOLD.firstMonth.col(), TOLD.lastMonth.col(), expr("INTERVAL 1 MONTH")))
                    .as(CONFLICTS.month.name()))
            .distinct());
  }

  /**
   * Persons of more than one birth year or sex; one that is not told contradicts nothing. They are
   * looked for by a hash of the person first, as next to nobody is among them.
   */
  private static Dataset<Row> contradicted(Dataset<Row> told) {
    Column hash = xxhash64(TOLD.personId.col());
    Dataset<Row> suspected = contradicted(told, hash.as("suspected"));
    return contradicted(
        told.join(broadcast(suspected), hash.equalTo(col("suspected")), "left_semi"),
        TOLD.personId.col());
  }

  private static Dataset<Row> contradicted(Dataset<Row> told, Column who) {
    return told.groupBy(who)
        .agg(differ(TOLD.birthYear.col()).or(differ(SEX)).as("contradicted"))
        .where(col("contradicted"))
        .drop("contradicted");
  }

  private static Column differ(Column of) {
    return coalesce(min(of).notEqual(max(of)), lit(false));
  }

  /**
   * A contradiction that arises or ends in one month concerns every month of the person, and none
   * without one is concerned. The months are gathered here, at most one a month of the window.
   */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    Dataset<Row> now = rows(inputs);
    SortedSet<Month> differing = new TreeSet<>();
    now.except(standing)
        .union(standing.except(now))
        .select(CONFLICTS.month.col())
        .distinct()
        .collectAsList()
        .forEach(month -> differing.add(Month.of(month.getDate(0).toLocalDate())));
    Part part = differing.isEmpty() ? null : Part.ofMonths(CONFLICTS.month, differing);
    return new Replacement(part, part == null ? now : now.where(part.col()), differing);
  }
}
