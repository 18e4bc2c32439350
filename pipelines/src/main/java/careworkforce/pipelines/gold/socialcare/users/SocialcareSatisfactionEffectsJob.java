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
  private static final String WITHIN = " | council + region^year";
  private static final String Y = CouncilPanel.ESTIMATE + " ~ ";
  private static final String BY_STAFF_ALONE =
      "jobs outside care around a council's homes, within council and region by year, are taken to"
          + " reach their residents by way of the homes' staff alone";
  private static final String MEASURED =
      "turnover of a council's homes is measured with error, and what moves both is not held fixed";
  private static final String CONTRAST =
      "a contrast: most of them do not live in care homes, and the outside wage reaches them by way"
          + " of other staff too";

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
      for (String stratum : SocialcareSatisfactionEffects.STRATUM.codes()) {
        List<Row> of =
            panel.stream()
                .filter(r -> measure.equals(r.getAs(CouncilPanel.MEASURE)))
                .filter(r -> stratum.equals(r.getAs(CouncilPanel.STRATUM)))
                .toList();
        if (!of.isEmpty()) {
          rows.addAll(new Asked(measure, stratum, frame(of)).estimates(inputs));
        }
      }
    }
    return EFFECTS.select(inputs.rows(rows, EFFECTS.schema()));
  }

  /** What was asked whom, and the councils and years that tell it. */
  private record Asked(String measure, String stratum, Frame sample) {

    List<Row> estimates(Inputs inputs) {
      Estimate iv = Estimate.iv(Y + "1" + WITHIN + " | turnover ~ " + WAGE, sample).causal();
      Estimate ols = Estimate.ols(Y + TURNOVER + WITHIN, sample);
      Estimate pooled = Estimate.ols(Y + TURNOVER + " | region^year", sample);
      Estimate reduced = Estimate.ols(Y + WAGE + WITHIN, sample).causal();
      List<Row> rows = new ArrayList<>();
      add(rows, row("iv", iv, TURNOVER, inputs));
      add(rows, row("ols", ols, TURNOVER, inputs));
      add(rows, row("pooled", pooled, TURNOVER, inputs));
      add(rows, row("reduced_form", reduced, WAGE, inputs));
      return rows;
    }

    private @Nullable Row row(String estimator, Estimate model, String term, Inputs inputs) {
      Estimate weighted = model.weights(CouncilPanel.WEIGHT);
      Fit fit =
          Estimable.orNull(
              () -> Saturation.none(FewClusters.fit(weighted, CouncilPanel.TTWA, term)));
      if (fit == null) {
        return null;
      }
      Finding finding =
          new Finding(
              question(estimator, fit, term, inputs),
              term,
              FewClusters.coefficient(fit, term).times(StaffExposure.STEP),
              Evidence.of(fit));
      Frame used = sample.take(weighted.rows());
      CareEffect effect =
          new CareEffect(
                  finding,
                  estimator.equals("iv") || estimator.equals("reduced_form")
                      ? InstrumentEvidence.of(fit, WAGE, StaffExposure.STEP)
                      : InstrumentEvidence.NONE,
                  CareModel.mean(used, CouncilPanel.ESTIMATE, CouncilPanel.WEIGHT))
              .ofStrongInstrument();
      List<@Nullable Object> more = effect.values();
      more.add(stratum);
      return EFFECTS.row(effect.finding(), inputs, CouncilPanel.tables(), more.toArray());
    }

    private Question question(String estimator, Fit fit, String term, Inputs inputs) {
      boolean residents = stratum.equals(SocialcareSatisfactionEffects.CARE_HOMES);
      boolean causal = fit.design().equals("causal");
      return new Question(
          measure,
          SocialcareSatisfactionEffects.sampleOf(stratum)
              + inputs.value(SocialcareSample.LAST_MONTH),
          estimator,
          term.equals(WAGE) ? AreaInstrument.WAGE.per() : StaffExposure.TURNOVER.per(),
          residents ? fit.design() : "association",
          causal ? (residents ? BY_STAFF_ALONE : CONTRAST) : MEASURED);
    }
  }

  private static void add(List<Row> to, @Nullable Row row) {
    if (row != null) {
      to.add(row);
    }
  }

  private static Frame frame(List<Row> rows) {
    Frame frame = Frame.empty();
    for (String words : List.of(CouncilPanel.COUNCIL, CouncilPanel.REGION, CouncilPanel.TTWA)) {
      frame =
          frame.with(words, rows.stream().map(r -> r.<String>getAs(words)).toArray(String[]::new));
    }
    for (String number :
        List.of(CouncilPanel.YEAR, CouncilPanel.ESTIMATE, CouncilPanel.WEIGHT, TURNOVER, WAGE)) {
      frame = frame.with(number, rows.stream().mapToDouble(r -> r.<Double>getAs(number)).toArray());
    }
    return frame;
  }
}
