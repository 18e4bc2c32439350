package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.row_number;
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
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ToldMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Measures every pathway and ranks them. */
@AutoService(Job.class)
public final class CareersPathwaysJob implements Transform {
  private static final CareersPathways PATHS = CareersPathways.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final Trusts TRUSTS = Trusts.TABLE;
  private static final String LATER_HALF = "later_half";
  private static final String ALL_MOVES = "all_moves";
  private static final String IN_TRUST = "in_trust";

  @Override
  public Table writes() {
    return PATHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(MOVES, EsrPersonMonths.TABLE, TRUSTS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> moves =
        RecordWindow.beside(inputs.table(MOVES).where(MOVES.headline.col()), inputs)
            .withColumn(LATER_HALF, Month.number(MOVES.month.col()).gt(middle(inputs)));
    String[] path = {PATHS.fromGroup.name(), PATHS.toGroup.name()};
    Dataset<Row> measured = sizes(moves).join(spread(moves, inputs.table(TRUSTS)), path, "inner");
    Dataset<Row> shared =
        PATHS.share.of(
            measured.withColumn(ALL_MOVES, sum(PATHS.moves.col()).over(Window.partitionBy())),
            PATHS.moves.col(),
            col(ALL_MOVES));
    return PATHS.select(ranked(directed(shared)));
  }

  /** Where the months end that are the first half of those in which a move can be told. */
  private static Column middle(Inputs inputs) {
    ToldMonths told = ToldMonths.of(inputs);
    return told.first().plus(told.last()).divide(lit(2));
  }

  private static Dataset<Row> sizes(Dataset<Row> moves) {
    Column before = MOVES.payBefore.col().cast("double");
    Column change =
        when(
            before.gt(lit(0.0)),
            MOVES.payAfter.col().cast("double").divide(before).minus(lit(1.0)));
    Column twice = PATHS.later.col().plus(PATHS.earlier.col());
    return moves
        .groupBy(PATHS.fromGroup.col(), PATHS.toGroup.col())
        .agg(
            count(lit(1)).as(PATHS.moves.name()),
            count_if(not(col(LATER_HALF))).as(PATHS.earlier.name()),
            count_if(col(LATER_HALF)).as(PATHS.later.name()),
            direction(PATHS.up, "up"),
            direction(PATHS.level, "level"),
            direction(PATHS.down, "down"),
            avg(change.cast("decimal(18,10)")).cast("double").as(PATHS.payChange.name()),
            count(change).as(PATHS.payMoves.name()))
        .withColumn(
            PATHS.growth.name(),
            PATHS.later.col().minus(PATHS.earlier.col()).divide(twice.divide(lit(2.0))));
  }

  private static Column direction(Field moves, String direction) {
    return count_if(MOVES.direction.col().equalTo(lit(direction))).as(moves.name());
  }

  /** Shares of the moves of which both bands are known. */
  private static Dataset<Row> directed(Dataset<Row> paths) {
    Column known = PATHS.up.col().plus(PATHS.level.col()).plus(PATHS.down.col());
    Dataset<Row> up = PATHS.shareUp.of(paths, PATHS.up.col(), known);
    Dataset<Row> level = PATHS.shareLevel.of(up, PATHS.level.col(), known);
    return PATHS.shareDown.of(level, PATHS.down.col(), known);
  }

  private static Dataset<Row> spread(Dataset<Row> moves, Dataset<Row> trusts) {
    Column squared = col(IN_TRUST).multiply(col(IN_TRUST));
    Column all = sum(col(IN_TRUST)).cast("double");
    Dataset<Row> small = trusts.select(TRUSTS.organisation.col().as("trust"), TRUSTS.icb.col());
    return moves
        .groupBy(PATHS.fromGroup.col(), PATHS.toGroup.col(), MOVES.organisationTo.col())
        .agg(count(lit(1)).as(IN_TRUST))
        .join(broadcast(small), MOVES.organisationTo.col().equalTo(col("trust")), "left_outer")
        .groupBy(PATHS.fromGroup.col(), PATHS.toGroup.col())
        .agg(
            count(MOVES.organisationTo.col()).as(PATHS.trusts.name()),
            all.multiply(all).divide(sum(squared)).as(PATHS.effectiveTrusts.name()),
            count_distinct(TRUSTS.icb.col()).as(PATHS.icbs.name()));
  }

  private static Dataset<Row> ranked(Dataset<Row> paths) {
    Dataset<Row> ranked =
        paths
            .withColumn(PATHS.sizeRank.name(), by(PATHS.moves))
            .withColumn(PATHS.growthRank.name(), by(PATHS.growth))
            .withColumn(PATHS.payRank.name(), by(PATHS.payChange))
            .withColumn(PATHS.spreadRank.name(), by(PATHS.effectiveTrusts))
            .withColumn(PATHS.placesRank.name(), by(PATHS.icbs));
    Column all =
        PATHS
            .sizeRank
            .col()
            .plus(PATHS.growthRank.col())
            .plus(PATHS.payRank.col())
            .plus(PATHS.spreadRank.col())
            .plus(PATHS.placesRank.col());
    return ranked.withColumn(
        PATHS.rank.name(),
        row_number().over(Window.orderBy(all, PATHS.fromGroup.col(), PATHS.toGroup.col())));
  }

  /** The greatest first, equal ones alike, those without a value last. */
  private static Column by(Field measure) {
    return coalesce(rank().over(Window.orderBy(measure.col().desc_nulls_last())), lit(0));
  }
}
