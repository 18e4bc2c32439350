package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.DistributedEstimate;
import careworkforce.common.estimate.distributed.FittingPlace;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.Cloglog;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Fits hazards where {@link FittingPlace} says, with the same numbers: on the driver, which then
 * holds the cells, or where Spark keeps them.
 *
 * <p>The linear hazard is told of few trusts alone, for its bootstrap, which needs the rows; fewer
 * than {@value FewClusters#FEW} trusts have no more of them than a driver holds, so it always has
 * them brought.
 */
final class HazardFits implements AutoCloseable {
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final Cloglog CLOGLOG = new Cloglog();

  private static final String CODE = "code";
  private static final String NUMBER = "number";

  private final Dataset<Row> cells;
  private final long rows;
  private final FittingPlace.Wish wish;
  private @Nullable Frame frame;
  private @Nullable Dataset<Row> kept;

  /**
   * Fits on some cells.
   *
   * @param cells the columns of {@link HazardModel#columns}
   * @param rows how many they are
   */
  HazardFits(Dataset<Row> cells, long rows, FittingPlace.Wish wish) {
    this.cells = cells;
    this.rows = rows;
    this.wish = wish;
  }

  /**
   * A hazard as complementary log-log.
   *
   * @throws careworkforce.common.error.UserError if the data do not allow it
   */
  Fit cloglog(Hazard hazard, String cluster) {
    List<Specification> model = Formula.parse(hazard.formula()).specifications();
    EstimateOptions options = cloglog(hazard, Frame.empty(), cluster).options();
    FittingPlace place =
        FittingPlace.of(
            wish, CLOGLOG.name(), model, hazard.of(cells).schema(), () -> rows, options);
    return place.distributed()
        ? DistributedEstimate.fit(CLOGLOG.name(), model.get(0), hazard.of(kept()), options)
        : cloglog(hazard, hazard.of(frame()), cluster).fit().noting(place.notes());
  }

  private static Estimate cloglog(Hazard hazard, Frame data, String cluster) {
    return Estimate.of(CLOGLOG, hazard.formula(), data)
        .weights(CELLS.persons.name())
        .cluster(cluster);
  }

  /** A hazard as a linear probability. */
  Fit linear(Hazard hazard, String cluster) {
    return FewClusters.fit(
        Estimate.ols(hazard.formula(), hazard.of(frame())).weights(CELLS.persons.name()), cluster);
  }

  private Frame frame() {
    Frame read = frame;
    if (read == null) {
      read = SparkFrames.read(cells);
      frame = read;
    }
    return read;
  }

  /** The cells as Spark keeps them from one hazard to the next, read and joined once. */
  private Dataset<Row> kept() {
    Dataset<Row> persisted = kept;
    if (persisted == null) {
      persisted = byTrust(cells).persist(StorageLevel.MEMORY_AND_DISK());
      kept = persisted;
    }
    return persisted;
  }

  /**
   * Cells with a number in the place of each trust's code, sorted by it, and trusts whole in a
   * partition: fits read them as they lie, where they would each shuffle and sort them.
   */
  private static Dataset<Row> byTrust(Dataset<Row> cells) {
    String trust = CELLS.organisation.name();
    Column code = col(CODE);
    Dataset<Row> numbers =
        cells
            .select(CELLS.organisation.col().as(CODE))
            .distinct()
            .withColumn(NUMBER, row_number().over(Window.orderBy(code)));
    Column[] columns =
        Arrays.stream(cells.columns())
            .map(name -> name.equals(trust) ? col(NUMBER).as(trust) : col(name))
            .toArray(Column[]::new);
    Stream<Column> ties = Arrays.stream(cells.columns()).map(name -> col(name));
    Column[] order = Stream.concat(Stream.of(col(trust)), ties).toArray(Column[]::new);
    return cells
        .join(broadcast(numbers), CELLS.organisation.col().equalTo(code), "left_outer")
        .select(columns)
        .repartitionByRange(col(trust))
        .sortWithinPartitions(order);
  }

  /** Lets go of the cells. */
  @Override
  public void close() {
    if (kept != null) {
      kept.unpersist(false);
    }
  }
}
