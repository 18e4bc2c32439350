package careworkforce.pipelines.gold.socialcare.retail;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

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
import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import careworkforce.pipelines.silver.panels.HomeMonths;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Fits the event study for each radius and outcome, at the real and at placebo dates, and at the
 * real ones again on quarters to the last month before COVID.
 */
@AutoService(Job.class)
public final class SocialcareRetailOpeningsJob implements Transform {
  private static final SocialcareRetailOpenings EFFECTS = SocialcareRetailOpenings.TABLE;
  private static final RetailOpenings OPENINGS = RetailOpenings.TABLE;
  private static final HomeMonths STAFF = HomeMonths.TABLE;

  /** Each outcome with its unit. */
  private static final Map<String, String> OUTCOMES =
      new TreeMap<>(
          Map.of(
              HomeQuarters.LOG_STAFF, "log staff",
              HomeQuarters.LEAVING, "leavers a year for each member of staff",
              HomeQuarters.STARTING, "starters a year for each member of staff",
              HomeQuarters.VACANCY, "vacant share of posts"));

  @Override
  public Table writes() {
    return EFFECTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(OPENINGS, STAFF);
  }

  @Override
  public List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>(RetailOpeningsJob.radii());
    settings.add(SocialcareSample.LAST_MONTH);
    return settings;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> staff = inputs.table(STAFF);
    Dataset<Row> quarters = HomeQuarters.of(staff);
    Column beforeCovid = STAFF.month.col().leq(lit(SocialcareSample.lastMonth(inputs)));
    Dataset<Row> quartersBefore = HomeQuarters.of(staff.where(beforeCovid));
    List<Row> rows = new ArrayList<>();
    for (int radius : RetailOpeningsJob.radii(inputs)) {
      for (int earlier : new int[] {0, RetailStack.PLACEBO}) {
        rows.addAll(rows(radius, quarters, earlier, List.of(Comparison.values()), "", inputs));
      }
      String until = " to " + inputs.value(SocialcareSample.LAST_MONTH);
      rows.addAll(rows(radius, quartersBefore, 0, List.of(Comparison.FARTHER), until, inputs));
    }
    return EFFECTS.select(inputs.rows(rows, EFFECTS.schema()));
  }

  /**
   * Rows of a radius.
   *
   * @param earlier quarters by which openings are taken to have come earlier
   * @param until what names the last month of the quarters, after the name of the sample
   */
  private List<Row> rows(
      int radius,
      Dataset<Row> quarters,
      int earlier,
      List<Comparison> comparisons,
      String until,
      Inputs inputs) {
    Dataset<Row> openings =
        inputs.table(OPENINGS).where(OPENINGS.radius.col().equalTo(lit(radius)));
    Frame stack = frame(RetailStack.of(openings, quarters, earlier));
    Row near =
        RetailStack.near(
                openings, quarters, earlier, EFFECTS.pairs.name(), EFFECTS.pairsLeftOut.name())
            .first();
    List<Row> rows = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      RetailEventStudy study = new RetailEventStudy(stack, comparison);
      OUTCOMES.forEach(
          (outcome, unit) -> {
            Question question = question(outcome, unit, comparison, earlier);
            rows.addAll(
                rows(
                    study.telling(outcome),
                    question.on(question.sample() + until),
                    radius,
                    near,
                    inputs));
          });
    }
    return rows;
  }

  private static Frame frame(Dataset<Row> stack) {
    List<String> columns = new ArrayList<>(OUTCOMES.keySet());
    columns.addAll(
        List.of(
            RetailStack.HOME,
            RetailStack.SITE,
            RetailStack.AREA,
            HomeQuarters.QUARTER,
            RetailStack.EVENT,
            RetailStack.TREATED,
            RetailStack.POST));
    return SparkFrames.read(stack.where(col(HomeQuarters.STAFF_MONTHS).gt(lit(0.0))), columns);
  }

  private List<Row> rows(
      RetailEventStudy study, Question question, int radius, Row near, Inputs inputs) {
    List<Row> rows = new ArrayList<>();
    Fit overall = Estimable.orNull(() -> study.overall(question.outcome()));
    Fit path = overall == null ? null : Estimable.orNull(() -> study.path(question.outcome()));
    if (overall != null && overall.coefficients().size() == 1) {
      Double bound = Finding.known(study.ruledOut(question.outcome(), overall));
      Finding finding =
          new Finding(
              question,
              SocialcareRetailOpenings.AFTER,
              FewClusters.coefficient(overall, RetailStack.POST),
              Evidence.of(overall));
      rows.add(row(finding, inputs, radius, near, null, bound));
    }
    if (path != null) {
      path.coefficients().stream()
          .filter(c -> c.name().startsWith(RetailStack.EVENT))
          .forEach(
              c -> {
                int time = RetailEventStudy.time(c);
                Finding finding =
                    new Finding(
                        time < 0 ? ofNoOpening(question) : question,
                        "event " + time,
                        FewClusters.coefficient(path, c.name()),
                        Evidence.of(path));
                rows.add(row(finding, inputs, radius, near, time, null));
              });
    }
    return rows;
  }

  private Row row(
      Finding finding,
      Inputs inputs,
      int radius,
      Row near,
      @Nullable Integer time,
      @Nullable Double bound) {
    String statement = bound == null ? null : RetailEventStudy.statement(bound);
    return EFFECTS.row(
        finding,
        inputs,
        reads(),
        radius,
        time,
        bound,
        statement,
        near.getAs(EFFECTS.pairs.name()),
        near.getAs(EFFECTS.pairsLeftOut.name()));
  }

  private static Question question(
      String outcome, String unit, Comparison comparison, int earlier) {
    String placebo = "placebo, dated " + earlier + " quarters before they came: ";
    Question question =
        new Question(
            outcome,
            (earlier == 0 ? "" : placebo) + comparison.sample(),
            SocialcareRetailOpenings.EVENT_STUDY,
            unit + ", after an opening within the radius",
            "causal",
            comparison.why());
    return earlier == 0 ? question : ofNoOpening(question);
  }

  /** A question of quarters into which no opening fell, which tell no effect of one. */
  private static Question ofNoOpening(Question question) {
    return question.test("homes near and farther off fare alike while no store opens");
  }
}
