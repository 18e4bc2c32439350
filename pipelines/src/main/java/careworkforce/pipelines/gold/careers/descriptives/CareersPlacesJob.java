package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ToldMonths;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Sets the moves of every place against those of all places of its kind. */
@AutoService(Job.class)
public final class CareersPlacesJob implements Transform {
  private static final CareersPlaces PLACES = CareersPlaces.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final Trusts TRUSTS = Trusts.TABLE;
  private static final String TRUST = "trust";
  private static final String[] PATH = {PLACES.fromGroup.name(), PLACES.toGroup.name()};
  private static final String[] SPOT = {PLACES.breakdown.name(), PLACES.value.name()};
  private static final String[] ROW = {SPOT[0], SPOT[1], PATH[0], PATH[1]};

  /** Moves expected are added up over pathways: as decimals, the same in whatever order. */
  private static final String EXACT = "decimal(28,12)";

  @Override
  public Table writes() {
    return PLACES;
  }

  @Override
  public List<Table> reads() {
    return List.of(MOVES, SPELLS, TRUSTS, EsrPersonMonths.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> trusts = inputs.table(TRUSTS);
    Dataset<Row> moves = placed(moves(inputs.table(MOVES)), trusts, PLACES.moves, ROW);
    Dataset<Row> months =
        placed(months(inputs), trusts, PLACES.personMonths, SPOT[0], SPOT[1], PATH[0]);
    Dataset<Row> each = expected(onEveryPath(months, moves));
    Dataset<Row> rows = each.unionByName(overAll(each, months));
    Dataset<Row> rated =
        PLACES.ratio.of(
            PLACES.rate.of(rows, PLACES.moves.col(), PLACES.personMonths.col()),
            PLACES.moves.col(),
            PLACES.expected.col());
    return PLACES.select(rated.withColumn(PLACES.rank.name(), ranked()));
  }

  private static Dataset<Row> moves(Dataset<Row> moves) {
    return moves
        .where(MOVES.headline.col())
        .groupBy(
            MOVES.organisationFrom.col().as(TRUST),
            PLACES.fromGroup.is(MOVES.fromGroup.col()),
            PLACES.toGroup.is(MOVES.toGroup.col()))
        .agg(count(lit(1)).as(PLACES.moves.name()));
  }

  /** Months on a payroll in which a move can be told. */
  private static Dataset<Row> months(Inputs inputs) {
    Column there =
        ToldMonths.of(inputs)
            .between(Month.number(SPELLS.firstMonth.col()), Month.number(SPELLS.lastMonth.col()));
    Dataset<Row> onPayroll =
        inputs
            .table(SPELLS)
            .where(PayrollState.onPayroll(SPELLS.state.col()))
            .where(SPELLS.level2.col().isNotNull());
    return RecordWindow.beside(onPayroll, inputs)
        .groupBy(SPELLS.organisation.col().as(TRUST), PLACES.fromGroup.is(SPELLS.level2.col()))
        .agg(sum(there).as(PLACES.personMonths.name()));
  }

  /** Counts of trusts by place of each kind. */
  private static Dataset<Row> placed(
      Dataset<Row> counts, Dataset<Row> trusts, Field count, String... by) {
    Dataset<Row> inTrusts =
        counts.join(
            broadcast(
                trusts.select(TRUSTS.organisation.col(), TRUSTS.region.col(), TRUSTS.icb.col())),
            col(TRUST).equalTo(TRUSTS.organisation.col()),
            "left_outer");
    return Laid.out(
            inTrusts,
            place(TRUST, col(TRUST)),
            place(TRUSTS.region.name(), TRUSTS.region.col()),
            place(TRUSTS.icb.name(), TRUSTS.icb.col()))
        .where(PLACES.value.col().isNotNull())
        .groupBy(Arrays.stream(by).map(name -> col(name)).toArray(Column[]::new))
        .agg(sum(count.col()).as(count.name()));
  }

  private static Column place(String kind, Column value) {
    return struct(PLACES.breakdown.is(lit(kind)), PLACES.value.is(value));
  }

  /** Places with staff in an origin beside every pathway that anybody takes from it. */
  private static Dataset<Row> onEveryPath(Dataset<Row> months, Dataset<Row> moves) {
    Dataset<Row> paths = moves.select(PLACES.fromGroup.col(), PLACES.toGroup.col()).distinct();
    return months
        .join(broadcast(paths), new String[] {PATH[0]}, "inner")
        .join(moves, ROW, "full_outer")
        .withColumn(PLACES.moves.name(), coalesce(PLACES.moves.col(), lit(0L)))
        .withColumn(PLACES.personMonths.name(), coalesce(PLACES.personMonths.col(), lit(0L)));
  }

  private static Dataset<Row> expected(Dataset<Row> rows) {
    WindowSpec kind =
        Window.partitionBy(PLACES.breakdown.col(), PLACES.fromGroup.col(), PLACES.toGroup.col());
    Column moves = sum(PLACES.moves.col()).over(kind).cast("double");
    Column months = sum(PLACES.personMonths.col()).over(kind);
    return rows.withColumn(
        PLACES.expected.name(),
        when(months.gt(lit(0L)), moves.multiply(PLACES.personMonths.col()).divide(months)));
  }

  private static Dataset<Row> overAll(Dataset<Row> each, Dataset<Row> months) {
    Dataset<Row> staff =
        months
            .groupBy(PLACES.breakdown.col(), PLACES.value.col())
            .agg(sum(PLACES.personMonths.col()).as(PLACES.personMonths.name()));
    return each.groupBy(PLACES.breakdown.col(), PLACES.value.col())
        .agg(
            sum(PLACES.moves.col()).as(PLACES.moves.name()),
            sum(PLACES.expected.col().cast(EXACT)).cast("double").as(PLACES.expected.name()))
        .join(staff, SPOT, "left_outer")
        .withColumn(PLACES.personMonths.name(), coalesce(PLACES.personMonths.col(), lit(0L)))
        .withColumn(PATH[0], lit(Breakdown.ALL))
        .withColumn(PATH[1], lit(Breakdown.ALL));
  }

  private static Column ranked() {
    return coalesce(
        rank()
            .over(
                Window.partitionBy(
                        PLACES.breakdown.col(), PLACES.fromGroup.col(), PLACES.toGroup.col())
                    .orderBy(
                        PLACES.ratio.low().col().desc_nulls_last(),
                        PLACES.ratio.value().col().desc_nulls_last())),
        lit(0));
  }
}
