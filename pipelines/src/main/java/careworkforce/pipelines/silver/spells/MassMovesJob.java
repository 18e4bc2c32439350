package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.PayrollState;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Counts who goes on in which other trust, and the staff where they are many. */
@AutoService(Job.class)
public final class MassMovesJob implements Transform {
  private static final MassMoves MASS = MassMoves.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;

  @Override
  public Table writes() {
    return MASS;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MassExitsJob.LEAST);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells =
        inputs
            .table(SPELLS)
            .where(PayrollState.onPayroll(SPELLS.state.col()))
            .where(SPELLS.organisation.col().isNotNull());
    Dataset<Row> many =
        goingOn(spells).where(MASS.moved.col().geq(lit(inputs.value(MassExitsJob.LEAST))));
    return MASS.select(
        many.as("m")
            .join(
                broadcast(staff(spells, many)).as("s"),
                MASS.organisation
                    .of("m")
                    .equalTo(MASS.organisation.of("s"))
                    .and(MASS.month.of("m").equalTo(MASS.month.of("s"))),
                "inner")
            .select(
                MASS.organisation.of("m"),
                MASS.other.of("m"),
                MASS.month.of("m"),
                MASS.moved.of("m"),
                MASS.staff.of("s")));
  }

  /** Persons whose next month is in another trust, by the two. */
  private static Dataset<Row> goingOn(Dataset<Row> spells) {
    WindowSpec career = Window.partitionBy(SPELLS.personId.col()).orderBy(SPELLS.firstMonth.col());
    Column next = lead(SPELLS.organisation.col(), 1).over(career);
    Column begins = lead(SPELLS.firstMonth.col(), 1).over(career);
    return spells
        .withColumn(MASS.other.name(), next)
        .withColumn("begins", begins)
        .where(MASS.other.col().notEqual(SPELLS.organisation.col()))
        .where(col("begins").equalTo(add_months(SPELLS.lastMonth.col(), 1)))
        .groupBy(
            MASS.organisation.is(SPELLS.organisation.col()),
            MASS.other.col(),
            MASS.month.is(SPELLS.lastMonth.col()))
        .agg(count(lit(1)).as(MASS.moved.name()));
  }

  private static Dataset<Row> staff(Dataset<Row> spells, Dataset<Row> many) {
    Dataset<Row> months = many.select(MASS.organisation.col(), MASS.month.col()).distinct();
    return spells
        .as("p")
        .join(
            broadcast(months).as("m"),
            SPELLS
                .organisation
                .of("p")
                .equalTo(MASS.organisation.of("m"))
                .and(
                    MASS.month
                        .of("m")
                        .between(SPELLS.firstMonth.of("p"), SPELLS.lastMonth.of("p"))),
            "inner")
        .groupBy(MASS.organisation.of("m"), MASS.month.of("m"))
        .agg(count(lit(1)).as(MASS.staff.name()));
  }
}
