package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.multiple.FamilyWise;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Finding;
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
  public List<Table> canLack() {
    return RobustnessCells.canLack();
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
      List<RobustnessVariant> variants = RobustnessVariants.of(cells);
      for (RobustnessVariant variant : variants) {
        rows.add(row(rows.size(), variant.name(), variant.meaning(), variant, results(variant)));
      }
      RobustnessVariant headline = variants.get(0);
      rows.add(
          row(
              rows.size(),
              "family-wise",
              "the headline, p by Holm (1979) over its estimates as one family",
              headline,
              familyWise(results(headline))));
    }
    return ROBUSTNESS.select(inputs.rows(rows, ROBUSTNESS.schema()));
  }

  private static List<@Nullable Result> results(RobustnessVariant variant) {
    List<@Nullable Result> results = new ArrayList<>();
    results.add(variant.policy());
    results.add(variant.housePrice());
    results.add(variant.sickness());
    return results;
  }

  /** The results with p-values as of one family; those without one are no part of it. */
  static List<@Nullable Result> familyWise(List<@Nullable Result> results) {
    double[] adjusted =
        FamilyWise.holm(
            results.stream()
                .filter(CareersRobustnessJob::tested)
                .mapToDouble(r -> Objects.requireNonNull(r).effect().pValue())
                .toArray());
    List<@Nullable Result> told = new ArrayList<>();
    int test = 0;
    for (Result result : results) {
      told.add(
          result == null || !tested(result)
              ? result
              : new Result(result.effect().withP(adjusted[test++]), result.evidence()));
    }
    return told;
  }

  private static boolean tested(@Nullable Result result) {
    return result != null && !Double.isNaN(result.effect().pValue());
  }

  private static Row row(
      int place,
      String name,
      String meaning,
      RobustnessVariant variant,
      List<@Nullable Result> results) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(name);
    values.add(place);
    values.add(meaning);
    for (Result result : results) {
      values.add(result == null ? null : result.effect().estimate());
      values.add(result == null ? null : result.effect().standardError());
      values.add(result == null ? null : Finding.known(result.effect().pValue()));
    }
    Stream<Result> told = results.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    Result first = told.findFirst().orElse(null);
    values.add(first == null ? variant.personMonths(List.of()) : first.evidence().observations());
    values.add(first == null ? 0L : first.evidence().clusters());
    values.add(first == null ? "no variation" : first.evidence().variance());
    values.add("association");
    return RowFactory.create(values.toArray());
  }
}
