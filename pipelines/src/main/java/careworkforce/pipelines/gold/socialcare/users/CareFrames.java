package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.time.Month;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Samples of the {@link CarePanel} in memory.
 *
 * @param frame all of its rows, in their order
 */
record CareFrames(Frame frame) {

  /** Brings a panel here. */
  static CareFrames of(Dataset<Row> panel) {
    return new CareFrames(SparkFrames.read(panel));
  }

  boolean isEmpty() {
    return frame.rows() == 0;
  }

  /** Whether a row has residents of a tier. */
  IntPredicate tier(String tier) {
    return is(CarePanel.TIER, tier);
  }

  /** Whether a row is of a nursing or of a residential home. */
  IntPredicate kind(String kind) {
    return is(CarePanel.KIND, kind);
  }

  /** Whether residents were found. */
  IntPredicate found() {
    Column.Codes tiers = frame.column(CarePanel.TIER).codes();
    return row -> tiers.values()[row] >= 0;
  }

  /** Whether a row's month fulfils a condition. */
  IntPredicate month(IntPredicate which) {
    double[] months = frame.numbers(CarePanel.MONTH);
    return row -> which.test((int) months[row]);
  }

  private IntPredicate is(String column, String word) {
    Column.Codes codes = frame.column(column).codes();
    int level = codes.levels().indexOf(word);
    return row -> level >= 0 && codes.values()[row] == level;
  }

  /** The rows that fulfil a condition. */
  Frame where(IntPredicate condition) {
    return frame.where(condition);
  }

  /** One row a home and month, whatever the tier of its residents. */
  Frame staff() {
    Column.Codes homes = frame.column(CarePanel.HOME).codes();
    double[] months = frame.numbers(CarePanel.MONTH);
    return where(
        row ->
            row == 0
                || homes.values()[row] != homes.values()[row - 1]
                || months[row] != months[row - 1]);
  }

  /** The months of a frame's rows, each once. */
  static double[] months(Frame frame) {
    return Arrays.stream(frame.numbers(CarePanel.MONTH)).distinct().toArray();
  }

  /**
   * Requires more than one month, as effects of homes leave nothing of one.
   *
   * @throws UserError if there is one alone
   */
  static Frame requirePeriods(Frame frame) {
    if (frame.rows() > 0) {
      double[] months = months(frame);
      if (months.length == 1) {
        throw UserError.checks(
            "estimate effects within homes",
            "all " + frame.rows() + " home-months are of " + new Month((int) months[0]),
            "Deliver more months, or set socialcare.sample.last-month later");
      }
    }
    return frame;
  }
}
