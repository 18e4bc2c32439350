package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.multiple.FamilyWise;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.careers.CareersRuleGrid;
import careworkforce.pipelines.gold.careers.consequences.CareersEventPaths;
import careworkforce.pipelines.gold.careers.drivers.RobustnessVariant.Result;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Estimates the headline numbers under each variant, and sets those of other tables beside. */
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
    List<Table> reads = new ArrayList<>(RobustnessCells.tables());
    reads.add(CareersRuleGrid.TABLE);
    reads.add(CareersEventPaths.TABLE);
    return reads;
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
    return ROBUSTNESS.select(
        inputs
            .rows(estimates(inputs), ROBUSTNESS.schema())
            .unionByName(RuleRates.rows(inputs))
            .unionByName(StayingAfterMoves.rows(inputs)));
  }

  private static List<Row> estimates(Inputs inputs) {
    Frame cells = RobustnessCells.frame(inputs, inputs.value(POLICY));
    List<Row> rows = new ArrayList<>();
    if (cells.rows() > 1) {
      int place = 0;
      Map<Headline, Result> headline = Map.of();
      for (RobustnessVariant variant : RobustnessVariants.of(cells)) {
        Map<Headline, Result> results = variant.results();
        headline = place == 0 ? results : headline;
        rows.addAll(rows(inputs, place++, variant.name(), variant.meaning(), results));
      }
      rows.addAll(
          rows(
              inputs,
              place,
              "family-wise",
              "the headline, p by Holm (1979) over its estimates as one family; intervals are those"
                  + " of the headline",
              familyWise(headline)));
    }
    return rows;
  }

  /** The results with p-values as of one family; those without one are no part of it. */
  static Map<Headline, Result> familyWise(Map<Headline, Result> results) {
    double[] adjusted =
        FamilyWise.holm(
            results.values().stream()
                .filter(CareersRobustnessJob::tested)
                .mapToDouble(r -> r.effect().pValue())
                .toArray());
    Map<Headline, Result> told = new EnumMap<>(Headline.class);
    int test = 0;
    for (Map.Entry<Headline, Result> one : results.entrySet()) {
      Result result = one.getValue();
      told.put(
          one.getKey(),
          tested(result)
              ? new Result(result.effect().withP(adjusted[test++]), result.evidence())
              : result);
    }
    return told;
  }

  private static boolean tested(Result result) {
    return !Double.isNaN(result.effect().pValue());
  }

  private static List<Row> rows(
      Inputs inputs, int place, String name, String meaning, Map<Headline, Result> results) {
    List<Row> rows = new ArrayList<>();
    results.forEach(
        (headline, result) -> {
          Question question =
              new Question(
                  headline.event(),
                  name,
                  HazardFindings.LINEAR,
                  headline == Headline.HOUSE_PRICE
                      ? HazardFindings.EVENTS + HazardFindings.PRICES
                      : HazardFindings.EVENTS,
                  "association",
                  HazardFindings.WHY);
          Finding finding =
              new Finding(question, term(headline, inputs), result.effect(), result.evidence());
          rows.add(ROBUSTNESS.row(finding, inputs, RobustnessCells.tables(), place, meaning));
        });
    return rows;
  }

  private static String term(Headline headline, Inputs inputs) {
    return headline == Headline.POLICY
        ? TrustExposures.POLICY + inputs.value(POLICY)
        : headline.term;
  }
}
