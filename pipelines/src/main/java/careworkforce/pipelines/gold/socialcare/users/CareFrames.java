package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Samples of the {@link CarePanel} in memory. */
final class CareFrames {
  private final List<Row> rows;

  private CareFrames(List<Row> rows) {
    this.rows = rows;
  }

  /** Collects a panel. */
  static CareFrames of(Dataset<Row> panel) {
    return new CareFrames(panel.collectAsList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Rows with residents of a tier. */
  static Predicate<Row> tier(String tier) {
    return row -> tier.equals(row.getAs(CarePanel.TIER));
  }

  /** Rows of nursing or of residential homes. */
  static Predicate<Row> kind(String kind) {
    return row -> kind.equals(row.getAs(CarePanel.KIND));
  }

  /** The rows that fulfil a condition, by column. */
  Frame where(Predicate<Row> condition) {
    List<Row> kept = rows.stream().filter(condition).toList();
    Frame frame = Frame.empty();
    for (String name : kept.isEmpty() ? new String[0] : kept.get(0).schema().fieldNames()) {
      int at = kept.get(0).fieldIndex(name);
      frame =
          CarePanel.WORDS.contains(name)
              ? frame.with(name, words(kept, at))
              : frame.with(name, numbers(kept, at));
    }
    return frame;
  }

  /** One row a home and month, whatever the tier of its residents. */
  Frame staff() {
    List<Row> kept = new ArrayList<>();
    for (Row row : rows) {
      Row last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      boolean again =
          last != null
              && last.<String>getAs(CarePanel.HOME).equals(row.getAs(CarePanel.HOME))
              && last.<Double>getAs(CarePanel.MONTH).equals(row.getAs(CarePanel.MONTH));
      if (!again) {
        kept.add(row);
      }
    }
    return new CareFrames(kept).where(row -> true);
  }

  /**
   * Requires more than one month, as effects of homes leave nothing of one.
   *
   * @throws UserError if there is one alone
   */
  static Frame requirePeriods(Frame frame) {
    if (frame.rows() > 0) {
      double[] months = Arrays.stream(frame.numbers(CarePanel.MONTH)).distinct().toArray();
      if (months.length == 1) {
        throw UserError.checks(
            "estimate effects within homes",
            "all " + frame.rows() + " home-months are of " + new Month((int) months[0]),
            "Deliver more months, or set socialcare.sample.last-month later");
      }
    }
    return frame;
  }

  private static String[] words(List<Row> rows, int at) {
    return rows.stream().map(row -> row.getString(at)).toArray(String[]::new);
  }

  private static double[] numbers(List<Row> rows, int at) {
    return rows.stream()
        .mapToDouble(row -> row.isNullAt(at) ? Double.NaN : row.getDouble(at))
        .toArray();
  }
}
