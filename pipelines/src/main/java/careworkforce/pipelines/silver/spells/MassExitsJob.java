package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts leavers and staff of each trust, group and month, and keeps the months above the share.
 */
@AutoService(Job.class)
public final class MassExitsJob implements Transform {
  private static final MassExits EXITS = MassExits.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;

  static final Setting<Double> SHARE =
      Setting.number("careers.mass-exit.share", "share", "share of a group leaving at once", 0, 1);
  static final Setting<Integer> LEAST =
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
    return List.of(SPELLS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SHARE, LEAST);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells = inputs.table(SPELLS).where(SPELLS.level2.col().isNotNull());
    Dataset<Row> leaving =
        spells
            .where(coalesce(SPELLS.leaverEsr.col(), lit(false)))
            .groupBy(
                EXITS.organisation.is(SPELLS.organisation.col()),
                EXITS.level2.is(SPELLS.level2.col()),
                EXITS.month.is(SPELLS.lastMonth.col()))
            .agg(count(lit(1)).as(EXITS.leavers.name()));
    Dataset<Row> counted =
        spells
            .as("s")
            .join(
                leaving.as("x"),
                SPELLS
                    .organisation
                    .of("s")
                    .equalTo(EXITS.organisation.of("x"))
                    .and(SPELLS.level2.of("s").equalTo(EXITS.level2.of("x")))
                    .and(
                        EXITS
                            .month
                            .of("x")
                            .between(SPELLS.firstMonth.of("s"), SPELLS.lastMonth.of("s"))),
                "inner")
            .groupBy(
                EXITS.organisation.of("x"),
                EXITS.level2.of("x"),
                EXITS.month.of("x"),
                col("x." + EXITS.leavers.name()))
            .agg(count(lit(1)).as(EXITS.staff.name()));
    return EXITS.select(
        counted
            .where(EXITS.staff.col().geq(lit(inputs.value(LEAST))))
            .where(EXITS.leavers.col().gt(EXITS.staff.col().multiply(lit(inputs.value(SHARE))))));
  }
}
