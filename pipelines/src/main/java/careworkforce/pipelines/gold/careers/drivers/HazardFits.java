package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.ArrangedModels;
import careworkforce.common.estimate.distributed.FittingPlace;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.Cloglog;
import careworkforce.common.estimate.variance.VarianceSpec;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Fits hazards where {@link FittingPlace} says, with the same numbers: on the driver, which then
 * holds the cells, or where Spark keeps them.
 *
 * <p>The linear hazard is told of few trusts or areas alone, for its bootstrap, which needs the
 * rows; fewer than {@value FewClusters#FEW} of them have no more than a driver holds, so it always
 * has them brought.
 */
final class HazardFits implements AutoCloseable {
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final Cloglog CLOGLOG = new Cloglog();

  private final Dataset<Row> cells;
  private final long rows;
  private final FittingPlace.Wish wish;
  private final List<Hazard> hazards;
  private @Nullable Frame frame;

  /** Where the cells are arranged for hazards that are like one another, by the first of these. */
  private final Map<Hazard, ArrangedModels> arranged = new LinkedHashMap<>();

  /**
   * Fits on some cells.
   *
   * @param cells the columns of {@link HazardModel#columns}
   * @param rows how many they are
   * @param hazards that may be asked for
   */
  HazardFits(Dataset<Row> cells, long rows, List<Hazard> hazards, FittingPlace.Wish wish) {
    this.cells = cells;
    this.rows = rows;
    this.hazards = hazards;
    this.wish = wish;
  }

  /**
   * A hazard as complementary log-log, fitted once and told under some of its clusterings, in their
   * order.
   *
   * @throws careworkforce.common.error.UserError if the data do not allow it
   */
  List<Fit> cloglog(Hazard hazard, List<String> clusters) {
    VarianceSpec[] told = clusters.stream().map(VarianceSpec::cluster).toArray(VarianceSpec[]::new);
    FittingPlace place =
        FittingPlace.of(
            wish,
            CLOGLOG.name(),
            List.of(model(hazard)),
            Hazard.of(List.of(hazard), cells).schema(),
            () -> rows,
            options(hazard));
    return place.distributed()
        ? arranged(hazard).fit(model(hazard), List.of(told))
        : cloglog(hazard, hazard.of(frame())).fitUnder(told).stream()
            .map(fit -> fit.noting(place.notes()))
            .toList();
  }

  private static Specification model(Hazard hazard) {
    return Formula.parse(hazard.formula()).single();
  }

  private static EstimateOptions options(Hazard hazard) {
    return cloglog(hazard, Frame.empty())
        .options()
        .under(hazard.clusters().stream().map(VarianceSpec::cluster).toList())
        .get(0);
  }

  /** The cells, read, joined and shuffled once for all hazards like this one. */
  private ArrangedModels arranged(Hazard hazard) {
    List<Hazard> alike = hazards.stream().filter(hazard::like).toList();
    return arranged.computeIfAbsent(
        alike.get(0),
        first ->
            ArrangedModels.of(
                CLOGLOG.name(),
                alike.stream().map(HazardFits::model).toList(),
                Hazard.of(alike, cells),
                options(first)));
  }

  private static Estimate cloglog(Hazard hazard, Frame data) {
    return Estimate.of(CLOGLOG, hazard.formula(), data).weights(CELLS.persons.name());
  }

  /**
   * A hazard as a linear probability.
   *
   * @param told the slopes that are told; all if none is named
   */
  Fit linear(Hazard hazard, String cluster, String... told) {
    return FewClusters.fit(
        Estimate.ols(hazard.formula(), hazard.of(frame())).weights(CELLS.persons.name()),
        cluster,
        told);
  }

  private Frame frame() {
    Frame read = frame;
    if (read == null) {
      read = SparkFrames.read(cells);
      frame = read;
    }
    return read;
  }

  /** Lets go of the cells. */
  @Override
  public void close() {
    arranged.values().forEach(ArrangedModels::close);
  }
}
