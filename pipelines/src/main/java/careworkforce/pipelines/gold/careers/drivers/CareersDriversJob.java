package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits a hazard of each kind of event on the cells of the risk set. */
@AutoService(Job.class)
public final class CareersDriversJob implements Transform {
  private static final CareersDrivers DRIVERS = CareersDrivers.TABLE;
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final String HAZARD = "log hazard ratio a person-month";

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
  public Dataset<Row> rows(Inputs inputs) {
    List<String> policies = TrustExposures.policies(inputs);
    Dataset<Row> cells =
        TrustExposures.withPolicies(
            TrustExposures.withHousePrices(inputs.table(CELLS), CELLS.month.col(), inputs),
            CELLS.month.col(),
            policies,
            inputs);
    Frame frame = SparkFrames.read(cells, HazardModel.columns(policies));
    List<Row> rows = new ArrayList<>();
    for (Finding finding : findings(new HazardModel(frame, policies))) {
      rows.add(DRIVERS.row(finding, inputs, reads()));
    }
    return DRIVERS.select(inputs.rows(rows, DRIVERS.schema()));
  }

  private static List<Finding> findings(HazardModel model) {
    List<Finding> findings = new ArrayList<>();
    for (String event : model.events().stream().filter(model::told).toList()) {
      findings.addAll(byTrust(model, event));
      if (HazardModel.BY_HOUSE_PRICE.contains(event)) {
        findings.addAll(byArea(model, event));
      }
    }
    return findings;
  }

  /** Every driver but house prices, clustered by trust; linear too where trusts are few. */
  private static List<Finding> byTrust(HazardModel model, String event) {
    Fit fit = Estimable.orNull(() -> model.hazard(event, CELLS.organisation.name()));
    if (fit == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(all(model, fit, question(event, HAZARD, "cloglog")));
    if (Evidence.clusters(fit) < FewClusters.FEW) {
      String per = "events for 1,000 person-months";
      Fit linear = model.linear(event, CELLS.organisation.name());
      findings.addAll(all(model, linear, question(event, per, "linear")));
    }
    return findings;
  }

  private static List<Finding> all(HazardModel model, Fit fit, Question question) {
    return fit.coefficients().stream()
        .map(Coefficient::name)
        .filter(name -> !name.equals(TrustExposures.HOUSE_PRICE))
        .map(name -> finding(model, fit, question, name))
        .toList();
  }

  private static List<Finding> byArea(HazardModel model, String event) {
    Fit fit =
        model.priced() ? Estimable.orNull(() -> model.hazard(event, TrustExposures.TTWA)) : null;
    if (fit == null) {
      return List.of();
    }
    Question question = question(event, HAZARD + ", for one log point of house prices", "cloglog");
    return List.of(finding(model, fit, question, TrustExposures.HOUSE_PRICE));
  }

  private static Finding finding(HazardModel model, Fit fit, Question question, String name) {
    Coefficient effect = FewClusters.coefficient(fit, name);
    double units = question.estimator().equals("linear") ? 1_000 : 1;
    return new Finding(question, name, effect.times(units), Evidence.of(fit, model.personMonths()));
  }

  private static Question question(String event, String per, String estimator) {
    return new Question(
        event,
        "staff at work, all months",
        estimator,
        per,
        "association",
        "trusts and months are held fixed; who is exposed, and which trust adopts a policy or sees"
            + " prices rise, is not drawn by lot");
  }
}
