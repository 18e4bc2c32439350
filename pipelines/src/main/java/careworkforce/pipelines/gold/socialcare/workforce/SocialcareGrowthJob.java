package careworkforce.pipelines.gold.socialcare.workforce;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import careworkforce.common.estimate.Estimate;
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
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts who stays at each establishment from cut to cut, and regresses flows on growth. */
@AutoService(Job.class)
public final class SocialcareGrowthJob implements Transform {
  private static final SocialcareGrowth GROWTH = SocialcareGrowth.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final String ESTABLISHMENT = "establishment";
  private static final List<String> OUTCOMES = List.of("turnover", "hiring");
  private static final List<String> TERMS = List.of("expansion", "contraction");

  @Override
  public Table writes() {
    return GROWTH;
  }

  @Override
  public List<Table> reads() {
    return List.of(CUTS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> flows = flows(inputs.table(CUTS));
    Frame frame = SparkFrames.read(flows, List.of(flows.columns()));
    List<Row> rows = new ArrayList<>();
    for (String outcome : frame.rows() == 0 ? List.<String>of() : OUTCOMES) {
      Fit fit = Estimable.orNull(() -> fit(outcome, frame));
      if (fit != null) {
        fit.coefficients().forEach(term -> rows.add(row(outcome, term.name(), fit, inputs)));
      }
    }
    return GROWTH.select(inputs.rows(rows, GROWTH.schema()));
  }

  private static Fit fit(String outcome, Frame frame) {
    String formula = outcome + " ~ expansion + contraction | " + ESTABLISHMENT + " + region^cut";
    return FewClusters.fit(
        Estimate.ols(formula, frame), ESTABLISHMENT, TERMS.toArray(String[]::new));
  }

  private Row row(String outcome, String term, Fit fit, Inputs inputs) {
    Question question =
        new Question(
            outcome,
            "establishments that no rule of Skills for Care drops",
            "home_effects",
            "1 point of " + term + "; points a year",
            "association",
            "growth and flows are parts of one identity, and neither brings the other about");
    return GROWTH.row(
        new Finding(question, term, FewClusters.coefficient(fit, term), Evidence.of(fit)),
        inputs,
        reads());
  }

  private static Dataset<Row> flows(Dataset<Row> cuts) {
    Object[] dropped =
        CleaningRule.dropping(CleaningRule.Of.ESTABLISHMENTS).stream()
            .map(CleaningRule::name)
            .toArray();
    Column kept =
        CUTS.droppedBy.col().isNull().or(CUTS.droppedBy.col().isin(dropped).equalTo(lit(false)));
    Dataset<Row> counts =
        cuts.where(kept.and(CUTS.growth.col().isNotNull()))
            .groupBy(
                CUTS.establishmentId.col().as(ESTABLISHMENT),
                CUTS.month.col().cast("string").as("cut"))
            .agg(
                max(CUTS.region.col()).as("region"),
                max(CUTS.months.col()).as("months"),
                max(CUTS.staff.col()).as("staff"),
                max(CUTS.staffNext.col()).as("staff_next"),
                max(CUTS.growth.col()).as("growth"),
                count_if(CUTS.state.col().equalTo(lit("stayed"))).as("stayed"));
    return rates(counts).orderBy(col(ESTABLISHMENT), col("cut"));
  }

  private static Dataset<Row> rates(Dataset<Row> counts) {
    Column year = lit(12.0).divide(col("months"));
    Column mean = col("staff").plus(col("staff_next")).divide(lit(2));
    return counts
        .where(col("region").isNotNull())
        .select(
            col(ESTABLISHMENT),
            col("cut"),
            col("region"),
            annual(col("staff").minus(col("stayed")).divide(mean), year).as("turnover"),
            annual(col("staff_next").minus(col("stayed")).divide(mean), year).as("hiring"),
            annual(greatest(col("growth"), lit(0.0)), year).as("expansion"),
            annual(greatest(col("growth").multiply(lit(-1)), lit(0.0)), year).as("contraction"));
  }

  private static Column annual(Column share, Column year) {
    return share.multiply(year);
  }
}
