package careworkforce.pipelines.gold.socialcare.nhs;

import careworkforce.common.conf.Setting;
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
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.gold.socialcare.options.SocialcareOutsideOptionsJob;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Fits each model on the panel of homes, or on shares by area. */
@AutoService(Job.class)
public final class SocialcareNhsOpeningsJob implements Transform {
  private static final SocialcareNhsOpenings EFFECTS = SocialcareNhsOpenings.TABLE;
  private static final String PER = ", for one NHS opening a year to each support job";
  private static final String ASSOCIATED =
      "what makes the NHS hire in an area may move care staff as well";

  private static final Setting<Integer> LEAST_MONTHS = SocialcareOutsideOptionsJob.LEAST_MONTHS;

  /** Each outcome with its unit. */
  private static final Map<String, String> OUTCOMES =
      new TreeMap<>(
          Map.of(
              NhsPanel.TURNOVER, "leavers a year for each member of staff",
              NhsPanel.STARTERS, "starters a year for each member of staff",
              NhsPanel.LOG_STAFF, "log staff"));

  @Override
  public Table writes() {
    return EFFECTS;
  }

  @Override
  public List<Table> reads() {
    return NhsPanel.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SocialcareSample.LAST_MONTH, LEAST_MONTHS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> panel = NhsPanel.months(inputs);
    Frame months = SparkFrames.read(panel);
    List<Row> rows = new ArrayList<>();
    OUTCOMES.forEach((outcome, unit) -> rows.addAll(effects(outcome, unit, months, inputs)));
    Frame years = SparkFrames.read(NhsPanel.years(panel, inputs.value(LEAST_MONTHS)));
    Question growth =
        association(
            NhsPanel.GROWTH,
            until("homes by year to ", inputs),
            "ols within region and year",
            "log points");
    add(rows, growth, NhsPanel.OPENINGS, () -> NhsOpeningsModel.growth(years), inputs);
    Frame to = SparkFrames.read(NhsPanel.toHealth(inputs));
    String leavers = until("leavers whose destination is told, to ", inputs);
    shares(rows, "leavers_to_health", leavers, to, inputs);
    Frame from = SparkFrames.read(NhsPanel.fromHealth(inputs));
    String recruits = until("recruits whose source is told, to ", inputs);
    shares(rows, "recruits_from_health", recruits, from, inputs);
    return EFFECTS.select(inputs.rows(rows, EFFECTS.schema()));
  }

  private static String until(String sample, Inputs inputs) {
    return sample + inputs.value(SocialcareSample.LAST_MONTH);
  }

  private List<Row> effects(String outcome, String unit, Frame months, Inputs inputs) {
    List<Row> rows = new ArrayList<>();
    String sample = until(SocialcareNhsOpenings.HOMES_BY_MONTH, inputs);
    Question ols = association(outcome, sample, "ols", unit);
    add(rows, ols, NhsPanel.OPENINGS, () -> NhsOpeningsModel.leastSquares(outcome, months), inputs);
    Question iv =
        new Question(
            outcome,
            sample,
            "iv",
            unit + PER,
            "causal",
            "the instrument is what hiring by trusts elsewhere in England predicts from the jobs the"
                + " area's trusts had at the base; taken to reach care homes by NHS jobs alone");
    add(rows, iv, NhsPanel.OPENINGS, () -> NhsOpeningsModel.instrumented(outcome, months), inputs);
    return rows;
  }

  private void shares(List<Row> rows, String outcome, String sample, Frame shares, Inputs inputs) {
    Question mean =
        new Question(
            outcome,
            sample,
            "mean",
            "share",
            "association",
            "a share as told by employers, of nothing's effect");
    addShare(rows, mean, "(Intercept)", () -> NhsOpeningsModel.mean(shares), inputs);
    Question moved =
        association(outcome, sample, "ols within area and within region and month", "share");
    addShare(rows, moved, NhsPanel.OPENINGS, () -> NhsOpeningsModel.share(shares), inputs);
  }

  /** Rows are areas by month, weighted by the people they stand for. */
  private void addShare(
      List<Row> rows, Question question, String term, Supplier<Fit> model, Inputs inputs) {
    Fit fit = Estimable.telling(term, model);
    if (fit != null) {
      Finding finding =
          new Finding(question, term, FewClusters.coefficient(fit, term), Evidence.ofCounts(fit));
      rows.add(EFFECTS.row(finding, inputs, reads(), firstStage(fit)));
    }
  }

  private static Question association(
      String outcome, String sample, String estimator, String unit) {
    return new Question(outcome, sample, estimator, unit + PER, "association", ASSOCIATED);
  }

  private void add(
      List<Row> rows, Question question, String term, Supplier<Fit> model, Inputs inputs) {
    Fit fit = Estimable.telling(term, model);
    if (fit != null) {
      Double strength = firstStage(fit);
      Finding finding =
          new Finding(question, term, FewClusters.coefficient(fit, term), Evidence.of(fit))
              .ofStrongInstrument(strength);
      rows.add(EFFECTS.row(finding, inputs, reads(), strength));
    }
  }

  private static @Nullable Double firstStage(Fit fit) {
    return fit.instruments() == null ? null : fit.instruments().firstStages().get(0).robustF();
  }
}
