package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.Saturation;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.outcomes.satisfaction.CouncilSatisfaction;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Estimates the effect of turnover on each measure of the survey. */
@AutoService(Job.class)
public final class SocialcareSatisfactionEffectsJob implements Transform {
  private static final SocialcareSatisfactionEffects EFFECTS = SocialcareSatisfactionEffects.TABLE;
  private static final String TURNOVER = CouncilPanel.TURNOVER;
  private static final String WAGE = CouncilPanel.WAGE;
  private static final String EFFECTS_OF = "council + region^year";
  private static final String WITHIN = " | " + EFFECTS_OF;
  private static final String Y = CouncilPanel.ESTIMATE + " ~ ";
  private static final String MEASURED =
      "turnover of a council's homes is measured with error, and what moves both is not held fixed";

  @Override
  public Table writes() {
    return EFFECTS;
  }

  @Override
  public List<Table> reads() {
    return CouncilPanel.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return SocialcareSample.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    List<Row> panel = CouncilPanel.rows(inputs).collectAsList();
    List<Row> rows = new ArrayList<>();
    for (String measure : CouncilSatisfaction.MEASURE.codes()) {
      List<Row> of =
          panel.stream().filter(r -> measure.equals(r.getAs(CouncilPanel.MEASURE))).toList();
      if (!of.isEmpty()) {
        rows.addAll(estimates(measure, frame(of), inputs));
      }
    }
    return EFFECTS.select(inputs.rows(rows, EFFECTS.schema()));
  }

  private static List<Row> estimates(String measure, Frame sample, Inputs inputs) {
    Estimate iv = Estimate.iv(Y + "1" + WITHIN + " | turnover ~ " + WAGE, sample).causal();
    Estimate ols = Estimate.ols(Y + TURNOVER + WITHIN, sample);
    Estimate pooled = Estimate.ols(Y + TURNOVER + " | region^year", sample);
    Estimate reduced = Estimate.ols(Y + WAGE + WITHIN, sample).causal();
    List<Row> rows = new ArrayList<>();
    add(rows, row(measure, "iv", iv, TURNOVER, sample, inputs));
    add(rows, row(measure, "ols", ols, TURNOVER, sample, inputs));
    add(rows, row(measure, "pooled", pooled, TURNOVER, sample, inputs));
    add(rows, row(measure, "reduced_form", reduced, WAGE, sample, inputs));
    return rows;
  }

  private static void add(List<Row> to, @Nullable Row row) {
    if (row != null) {
      to.add(row);
    }
  }

  private static @Nullable Row row(
      String measure, String estimator, Estimate model, String term, Frame sample, Inputs inputs) {
    Fit fit =
        Estimable.orNull(
            () ->
                Saturation.none(
                    FewClusters.fit(
                        model.weights(CouncilPanel.RESPONDENTS), CouncilPanel.TTWA, term)));
    if (fit == null) {
      return null;
    }
    double mean =
        CareModel.mean(sample.take(model.rows()), CouncilPanel.ESTIMATE, CouncilPanel.RESPONDENTS);
    boolean causal = fit.design().equals("causal");
    Question question =
        new Question(
            measure,
            "councils and financial years that begin by "
                + inputs.value(SocialcareSample.LAST_MONTH),
            estimator,
            term.equals(WAGE) ? AreaInstrument.WAGE.per() : StaffExposure.TURNOVER.per(),
            fit.design(),
            causal ? CareModel.byStaffAlone(EFFECTS_OF) : MEASURED);
    Finding finding =
        new Finding(
            question,
            term,
            FewClusters.coefficient(fit, term).times(StaffExposure.STEP),
            Evidence.of(fit));
    Double strength =
        fit.instruments() == null ? null : fit.instruments().firstStages().get(0).robustF();
    return EFFECTS.row(finding, inputs, CouncilPanel.tables(), strength, mean);
  }

  private static Frame frame(List<Row> rows) {
    Frame frame = Frame.empty();
    for (String words : List.of(CouncilPanel.COUNCIL, CouncilPanel.REGION, CouncilPanel.TTWA)) {
      frame =
          frame.with(words, rows.stream().map(r -> r.<String>getAs(words)).toArray(String[]::new));
    }
    for (String number :
        List.of(
            CouncilPanel.YEAR, CouncilPanel.ESTIMATE, CouncilPanel.RESPONDENTS, TURNOVER, WAGE)) {
      frame = frame.with(number, rows.stream().mapToDouble(r -> r.<Double>getAs(number)).toArray());
    }
    return frame;
  }
}
