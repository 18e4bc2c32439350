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
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** First stages: instrument by measure of labour supply and sample. */
public final class CareFirstStages {
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
      CareSamples.of(panel, inputs).forEach(sample -> rows.addAll(of(sample, CareModel.HEADLINE)));
      String all = "staff, residents or not, " + SocialcareSample.headline(inputs);
      rows.addAll(of(new CareSample(all, panel.staff(), true), CareModel.STAFF));
    }
    return rows;
  }

  private static List<Row> of(CareSample sample, CareModel model) {
    CareFrames.requirePeriods(sample.frame());
    List<Row> rows = new ArrayList<>();
    for (AreaInstrument instrument : AreaInstrument.ALL) {
      for (StaffExposure exposure : StaffExposure.values()) {
        rows.add(Estimable.orNull(() -> row(sample, model, exposure, instrument)));
      }
    }
    return rows.stream().filter(Objects::nonNull).toList();
  }

  /** With one instrument the effective F is the F under the fit's variance. */
  private static @Nullable Row row(
      CareSample sample, CareModel model, StaffExposure exposure, AreaInstrument instrument) {
    Fit fit = model.reducedForm(sample.frame(), exposure.label(), instrument.label());
    Coefficient moved = FewClusters.coefficient(fit, instrument.label());
    double f = moved.statistic() * moved.statistic();
    return RowFactory.create(
        instrument.label(),
        exposure.label(),
        sample.name(),
        moved.estimate(),
        moved.standardError(),
        Finding.known(moved.ciLow()),
        Finding.known(moved.ciHigh()),
        f,
        f,
        fit.quality().r2Within(),
        (long) fit.sample().rows(),
        Evidence.clusters(fit),
        fit.formula(),
        FewClusters.variance(fit),
        fit.design());
  }
}
