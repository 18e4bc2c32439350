package careworkforce.pipelines.gold.socialcare.minimumwage;

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
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Regresses changes of homes on the bite of each rise. */
@AutoService(Job.class)
public final class SocialcareMinimumWageJob implements Transform {
  private static final SocialcareMinimumWage EFFECTS = SocialcareMinimumWage.TABLE;
  private static final String AFTER = "year after a rise on the year before";
  private static final String BEFORE = "year before a rise on the one before it";

  private static final String HOMES =
      ", care homes whose pay before the rise is known, rises whose year ends by ";

  /** A hundredth of the wage bill. */
  private static final double STEP = 0.01;

  private static final Map<String, String> UNITS =
      Map.of(
          RiseSample.LOG_PAY, "log hourly pay, from the cut before a rise to that before the next",
          RiseSample.TURNOVER, "leavers a year for each member of staff",
          RiseSample.STARTERS, "starters a year for each member of staff",
          RiseSample.LOG_STAFF, "log staff");

  @Override
  public Table writes() {
    return EFFECTS;
  }

  @Override
  public List<Table> reads() {
    return RiseSample.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return RiseSample.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame sample = RiseSample.frame(inputs);
    List<Row> rows = new ArrayList<>();
    for (String outcome : sample.rows() == 0 ? List.<String>of() : RiseSample.OUTCOMES) {
      add(rows, outcome, true, sample, inputs);
      add(rows, outcome, false, sample, inputs);
    }
    return EFFECTS.select(inputs.rows(rows, EFFECTS.schema()));
  }

  private void add(List<Row> rows, String outcome, boolean after, Frame sample, Inputs inputs) {
    String change = after ? RiseSample.after(outcome) : RiseSample.before(outcome);
    Fit fit = Estimable.telling(RiseSample.BITE, () -> fit(change, sample));
    if (fit != null) {
      Question question =
          new Question(
              outcome,
              (after ? AFTER : BEFORE) + HOMES + RiseSample.lastMonth(inputs),
              "change on bite, within region and rise",
              "0.01 of the wage bill; " + UNITS.get(outcome),
              "association",
              why(outcome, after));
      rows.add(
          EFFECTS.row(
              new Finding(
                  question,
                  RiseSample.BITE,
                  FewClusters.coefficient(fit, RiseSample.BITE).times(STEP),
                  Evidence.of(fit).weightedBy(RiseSample.STAFF)),
              inputs,
              reads()));
    }
  }

  private static String why(String outcome, boolean after) {
    boolean pay = outcome.equals(RiseSample.LOG_PAY);
    if (after) {
      return "homes that pay below a coming floor differ from others of their region; "
          + (pay
              ? "bite and the pay before the rise are of the same cut, so that what it tells amiss,"
                  + " or pay that is low for a while, makes the change too large"
              : "how they change without a rise stands beside");
    }
    return pay
        ? "no test of the change after: bite and the pay before the rise are of the same cut, so"
            + " that what it tells amiss, or pay that is low for a while, makes this change too"
            + " small where the other is too large"
        : "a rise cannot have brought about what came before it: a test, nil where homes would"
            + " otherwise change alike";
  }

  private static Fit fit(String change, Frame sample) {
    String formula =
        change + " ~ " + RiseSample.BITE + " | " + RiseSample.REGION + "^" + RiseSample.RISE;
    return Saturation.none(
        FewClusters.fit(
            Estimate.ols(formula, sample).weights(RiseSample.STAFF),
            RiseSample.TTWA,
            RiseSample.BITE));
  }
}
