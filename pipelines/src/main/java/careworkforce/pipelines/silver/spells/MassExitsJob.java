package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordWindow;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Counts leavers and staff of each trust, group and month, by who comes and who goes, and keeps the
 * months above the share.
 */
@AutoService(Job.class)
public final class MassExitsJob implements Transform {
  private static final MassExits EXITS = MassExits.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;

  private static final Column LEAVER = col("leaver");

  public static final Setting<Double> SHARE =
      Setting.number("careers.mass-exit.share", "share", "share of a group leaving at once", 0, 1);
  public static final Setting<Integer> LEAST =
      Setting.integer(
          "careers.mass-exit.least-staff",
          "persons",
          "groups smaller than this are passed over",
          1,
          100000);

  @Override
  public Table writes() {
    return EXITS;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, EsrPersonMonths.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SHARE, LEAST);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    double share = inputs.value(SHARE);
    int least = inputs.value(LEAST);
    Dataset<Row> spells = withLeavers(ofGroupsWithMany(inputs, share * least), inputs);
    Column begins = spell(SPELLS.firstMonth.col(), 1, 0);
    Column ends = spell(add_months(SPELLS.lastMonth.col(), 1), -1, 0);
    Column leaves = spell(SPELLS.lastMonth.col(), 0, 1);
    Dataset<Row> changes =
        spells
            .withColumn(
                "change",
                explode(when(LEAVER, array(begins, ends, leaves)).otherwise(array(begins, ends))))
            .groupBy(
                EXITS.organisation.is(SPELLS.organisation.col()),
                EXITS.level2.is(SPELLS.level2.col()),
                col("change.month").as(EXITS.month.name()))
            .agg(
                sum(col("change.staff")).as("more"),
                sum(col("change.leavers")).as(EXITS.leavers.name()));
    WindowSpec soFar =
        Window.partitionBy(EXITS.organisation.col(), EXITS.level2.col())
            .orderBy(EXITS.month.col())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Dataset<Row> counted =
        changes
            .withColumn(EXITS.staff.name(), sum(col("more")).over(soFar))
            .where(EXITS.leavers.col().gt(lit(0L)));
    return EXITS.select(
        counted
            .where(EXITS.staff.col().geq(lit(least)))
            .where(EXITS.leavers.col().gt(EXITS.staff.col().multiply(lit(share)))));
  }

  /**
   * The spells of trusts' groups that more than a number of persons ever left in one month: of the
   * others, which are nearly all, staff need not be counted.
   */
  private static Dataset<Row> ofGroupsWithMany(Inputs inputs, double leavers) {
    Dataset<Row> spells = inputs.table(SPELLS).where(SPELLS.level2.col().isNotNull());
    Dataset<Row> mayEnd = spells.where(coalesce(SPELLS.leaverEsr.col(), lit(true)));
    Dataset<Row> many =
        withLeavers(mayEnd, inputs)
            .where(LEAVER)
            .groupBy(
                SPELLS.organisation.col().as("left_organisation"),
                SPELLS.level2.col().as("left_group"),
                SPELLS.lastMonth.col())
            .count()
            .where(col("count").gt(lit(leavers)))
            .select(col("left_organisation"), col("left_group"))
            .distinct();
    return spells.join(
        broadcast(many),
        SPELLS
            .organisation
            .col()
            .eqNullSafe(col("left_organisation"))
            .and(SPELLS.level2.col().equalTo(col("left_group"))),
        "left_semi");
  }

  /**
   * Spells with whether they end in leaving. Who is absent at the window's end for less than the
   * gap may come back, but not so large a share of a group: the official outcomes, which need no
   * gap, would count them as leavers until it is reached.
   */
  private static Dataset<Row> withLeavers(Dataset<Row> spells, Inputs inputs) {
    Column absent = Month.number(SPELLS.lastMonth.col()).lt(RecordWindow.LAST);
    return RecordWindow.beside(spells, inputs)
        .withColumn(LEAVER.toString(), coalesce(SPELLS.leaverEsr.col(), absent, lit(false)));
  }

  /** What a spell changes in a month: staff of its group, and leavers. */
  private static Column spell(Column month, int staff, int leavers) {
    return struct(
        month.as("month"), lit((long) staff).as("staff"), lit((long) leavers).as("leavers"));
  }
}
