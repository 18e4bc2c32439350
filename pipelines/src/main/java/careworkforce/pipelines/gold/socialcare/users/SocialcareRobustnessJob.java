package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.outcomes.mortality.HomeDeathMonths;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Estimates the headline under each variant, and tests the family of outcomes together. */
@AutoService(Job.class)
public final class SocialcareRobustnessJob implements Transform {
  private static final SocialcareRobustness ROBUSTNESS = SocialcareRobustness.TABLE;

  @Override
  public Table writes() {
    return ROBUSTNESS;
  }

  @Override
  public List<Table> reads() {
    List<Table> tables = new ArrayList<>(CarePanel.allTables());
    tables.add(ResidentMonths.TABLE);
    tables.add(HomeDeathMonths.TABLE);
    tables.addAll(OtherExposures.tables());
    return tables;
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(CarePanel.settings().stream(), OtherExposures.settings().stream())
        .toList();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> panel =
        DeathDefinitions.with(
            PlaceboOutcomes.with(
                ReportingWeights.with(
                    OtherExposures.with(CarePanel.allMonths(inputs), inputs), inputs),
                inputs.table(ResidentMonths.TABLE)),
            inputs.table(HomeDeathMonths.TABLE));
    CareFrames all = CareFrames.of(panel.orderBy(CarePanel.HOME, CarePanel.MONTH, CarePanel.TIER));
    List<Row> rows = new ArrayList<>();
    if (!all.isEmpty()) {
      CareVariants variants = CareVariants.of(all, inputs);
      variants.found().forEach(effect -> rows.add(row(rows.size(), effect, null, inputs)));
      OutcomeFamily.of(variants.sample())
          .forEach((effect, p) -> rows.add(row(rows.size(), effect, p, inputs)));
    }
    return ROBUSTNESS.select(inputs.rows(rows, ROBUSTNESS.schema()));
  }

  private Row row(int place, CareEffect effect, @Nullable Double adjusted, Inputs inputs) {
    List<@Nullable Object> more = effect.values();
    more.add(place);
    more.add(adjusted);
    return ROBUSTNESS.row(effect.finding(), inputs, reads(), more.toArray());
  }
}
