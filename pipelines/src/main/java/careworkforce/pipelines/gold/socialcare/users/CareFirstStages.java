package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** First stages: instrument by measure of labour supply and sample. */
public final class CareFirstStages {
  private static final String WHY =
      "jobs outside care, within home and region by month, are taken to change with nothing else"
          + " that moves staff";

  private CareFirstStages() {}

  /** Tables that they read. */
  public static List<Table> tables() {
    return CarePanel.tables();
  }

  /** Settings that they depend on. */
  public static List<Setting<?>> settings() {
    return CarePanel.settings();
  }

  /** Rows of {@link SocialcareFirstStage}, the headline's first. */
  public static List<Row> rows(Inputs inputs) {
    CareFrames panel = CareFrames.of(CarePanel.toLastMonth(inputs));
    List<Row> rows = new ArrayList<>();
    if (!panel.isEmpty()) {
      CareSamples.of(panel, inputs)
          .forEach(sample -> rows.addAll(of(sample, CareModel.HEADLINE, inputs)));
      String all = "staff, residents or not, " + SocialcareSample.headline(inputs);
      rows.addAll(of(new CareSample(all, panel.staff(), true), CareModel.STAFF, inputs));
    }
    return rows;
  }

  private static List<Row> of(CareSample sample, CareModel model, Inputs inputs) {
    CareFrames.requirePeriods(sample.frame());
    List<Row> rows = new ArrayList<>();
    for (AreaInstrument instrument : AreaInstrument.ALL) {
      for (StaffExposure exposure : StaffExposure.values()) {
        rows.add(Estimable.orNull(() -> row(sample, model, exposure, instrument, inputs)));
      }
    }
    return rows.stream().filter(Objects::nonNull).toList();
  }

  private static @Nullable Row row(
      CareSample sample,
      CareModel model,
      StaffExposure exposure,
      AreaInstrument instrument,
      Inputs inputs) {
    Fit fit = model.reducedForm(sample.frame(), exposure.label(), instrument.label());
    Coefficient moved = FewClusters.coefficient(fit, instrument.label());
    Question question =
        new Question(
            exposure.label(),
            sample.name(),
            SocialcareFirstStage.FIRST_STAGE,
            "one unit of the instrument",
            fit.design(),
            WHY);
    CareEffect effect =
        new CareEffect(
            new Finding(question, instrument.label(), moved, Evidence.of(fit)),
            InstrumentEvidence.first(moved, instrument.label()),
            model.mean(sample.frame(), fit, exposure.label()));
    List<@Nullable Object> more = effect.values();
    more.add(fit.quality().r2Within());
    return SocialcareFirstStage.TABLE.row(effect.finding(), inputs, tables(), more.toArray());
  }
}
