package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.FittingPlace;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits a hazard of each kind of event on the cells of the risk set; where those are many, without
 * bringing them to the driver.
 */
@AutoService(Job.class)
public final class CareersDriversJob implements Transform {
  private static final CareersDrivers DRIVERS = CareersDrivers.TABLE;
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;

  private final FittingPlace.Wish wish;

  /** Fits where the number of cells says. */
  public CareersDriversJob() {
    this(FittingPlace.Wish.AUTO);
  }

  CareersDriversJob(FittingPlace.Wish wish) {
    this.wish = wish;
  }

  @Override
  public Table writes() {
    return DRIVERS;
  }

  @Override
  public List<Table> reads() {
    List<Table> reads = new ArrayList<>(TrustExposures.tables());
    reads.add(CELLS);
    return reads;
  }

  @Override
  public List<Table> canLack() {
    return TrustExposures.canLack();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    List<String> policies = TrustExposures.policies(inputs);
    Dataset<Row> cells =
        TrustExposures.withPolicies(
            TrustExposures.withAreaPrices(
                TrustExposures.withHousePrices(inputs.table(CELLS), CELLS.month.col(), inputs),
                CELLS.month.col(),
                inputs),
            CELLS.month.col(),
            policies,
            inputs);
    List<Finding> findings = new ArrayList<>(found(cells, policies, "staff", event -> true));
    findings.addAll(
        found(NursePathway.of(cells), policies, NursePathway.STAFF, NursePathway.EVENT::equals));
    List<Row> rows =
        findings.stream().map(finding -> DRIVERS.row(finding, inputs, reads())).toList();
    return DRIVERS.select(inputs.rows(rows, DRIVERS.schema()));
  }

  /** What drives some of the events of cells of some staff. */
  private List<Finding> found(
      Dataset<Row> cells, List<String> policies, String staff, Predicate<String> events) {
    HazardCounts counts = HazardCounts.of(cells, HazardModel.counted(policies));
    Dataset<Row> plain = SparkFrames.plain(cells, HazardModel.columns(policies));
    List<Hazard> hazards =
        new HazardModel(counts, policies)
            .hazards().stream().filter(hazard -> events.test(hazard.event())).toList();
    List<Finding> found = new ArrayList<>();
    try (HazardFits fits = new HazardFits(plain, counts.rows(), hazards, wish)) {
      HazardFindings findings = new HazardFindings(fits, staff);
      hazards.forEach(hazard -> found.addAll(findings.of(hazard)));
    }
    return found;
  }
}
