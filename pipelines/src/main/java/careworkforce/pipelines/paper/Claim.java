package careworkforce.pipelines.paper;

import careworkforce.common.report.Numbers;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sentence of a summary that is true whatever the estimate turns out to be: its direction, its
 * wording as effect or association, and its numbers are read from the row.
 *
 * @param table where the estimate stands
 * @param outcome of the row
 * @param sample the row's sample, up to the last month where it names one
 * @param estimator of the row
 * @param term of the row
 * @param cause what changes, such as {@code ten percentage points more staff turnover}
 * @param effect what it changes, such as {@code residents' unplanned arrivals at A&E}
 * @param unit of the estimate once multiplied
 * @param times multiplies the estimate
 */
record Claim(
    EstimateTable table,
    String outcome,
    String sample,
    String estimator,
    String term,
    String cause,
    String effect,
    String unit,
    double times) {
  private static final int DIGITS = 2;
  private static final Pattern LAST_MONTH = Pattern.compile("(\\d{4}-\\d{2})?");
  private static final String NOT_SHOWN = " is not shown to change ";
  private static final String NOT_CLEAR = " does not clearly go together with ";

  /** Whether a row answers it; one of a sample that is told apart by more words does not. */
  boolean isAbout(EstimateRow row) {
    return row.outcome().equals(outcome)
        && row.estimator().equals(estimator)
        && isOf(row.sample())
        && row.term().equals(term);
  }

  private boolean isOf(String rows) {
    return rows.startsWith(sample) && LAST_MONTH.matcher(rows.substring(sample.length())).matches();
  }

  /** The question behind it. */
  String question() {
    return "what " + cause + " does to " + effect;
  }

  /** The sentence. */
  String sentence(EstimateRow row) {
    if (!row.hasInterval()) {
      return "How sure the answer is to "
          + question()
          + " cannot be told "
          + (row.weaklyInstrumented()
              ? "by so weak an instrument"
              : "from " + Numbers.whole(row.clusters()) + " clusters")
          + ": the estimate is "
          + signed(row.estimate())
          + " "
          + unit
          + ", without an interval.";
    }
    boolean causal = row.design().equals("causal");
    if (Double.isInfinite(row.low()) && Double.isInfinite(row.high())) {
      return capital(cause)
          + (causal ? NOT_SHOWN : NOT_CLEAR)
          + effect
          + ": the estimate is "
          + signed(row.estimate())
          + " "
          + unit
          + ", and the data rule out nothing.";
    }
    String interval =
        "(95% interval " + signed(row.low()) + " to " + signed(row.high()) + " " + unit + ")";
    if (row.coversNought()) {
      return capital(cause)
          + (causal ? NOT_SHOWN : NOT_CLEAR)
          + effect
          + ": the estimate is "
          + signed(row.estimate())
          + ", and anything within the interval fits the data "
          + interval
          + ".";
    }
    String direction = row.estimate() > 0 ? "a rise in" : "a fall in";
    return capital(cause)
        + (causal ? " brings about " : " goes together with ")
        + direction
        + " "
        + effect
        + ": "
        + signed(row.estimate())
        + " "
        + interval
        + ".";
  }

  private String signed(double value) {
    String number = Numbers.significant(times * value, DIGITS);
    return value > 0 ? "+" + number : number;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
