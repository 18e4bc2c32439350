package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.careers.drivers.RobustnessVariant.Result;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Estimates the headline numbers under each variant. */
@AutoService(Job.class)
public final class CareersRobustnessJob implements Transform {
  private static final CareersRobustness ROBUSTNESS = CareersRobustness.TABLE;

  static final Setting<String> POLICY =
      Setting.text("careers.drivers.policy", "the policy whose effect stands in the headline");

  @Override
  public Table writes() {
    return ROBUSTNESS;
  }

  @Override
  public List<Table> reads() {
    return RobustnessCells.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(POLICY);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame cells = RobustnessCells.frame(inputs, inputs.value(POLICY));
    List<Row> rows = new ArrayList<>();
    if (cells.rows() > 1) {
      for (RobustnessVariant variant : RobustnessVariants.of(cells)) {
        rows.add(row(rows.size(), variant));
      }
    }
    return ROBUSTNESS.select(inputs.rows(rows, ROBUSTNESS.schema()));
  }

  private static Row row(int place, RobustnessVariant variant) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(variant.name());
    values.add(place);
    values.add(variant.meaning());
    List<@Nullable Result> results = new ArrayList<>();
    results.add(variant.policy());
    results.add(variant.housePrice());
    results.add(variant.sickness());
    for (Result result : results) {
      values.add(result == null ? null : result.effect().estimate());
      values.add(result == null ? null : result.effect().standardError());
      values.add(result == null ? null : result.effect().pValue());
    }
    Stream<Result> told = results.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    Result first = told.findFirst().orElse(null);
    values.add(variant.personMonths());
    values.add(first == null ? 0L : first.evidence().clusters());
    values.add(first == null ? "no variation" : first.evidence().variance());
    values.add("association");
    return RowFactory.create(values.toArray());
  }
}
