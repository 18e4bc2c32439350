package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.DeliveredText;
import careworkforce.pipelines.synthetic.jobs.PayEstimate;
import java.util.Locale;

/** A sheet of pay, or of its coefficients of variation, as ONS lays it out. */
record AsheText(String table, String groups, boolean quality) implements DeliveredText {
  private static final long serialVersionUID = 1L;
  private static final double UNRELIABLE = 20;
  private static final double[] OF_MEDIAN = {
    0.66, 0.74, 0.78, 0.82, 0.90, 1.14, 1.34, 1.48, 1.66, 2.20
  };

  /** Name of a year's file. */
  @Override
  public String file(int month) {
    return "Table "
        + table
        + (quality ? "b" : "a")
        + " Hourly pay - Gross "
        + Math.floorDiv(month, 12)
        + (quality ? " CV" : "")
        + ".csv";
  }

  /** The five lines above the data. */
  @Override
  public String header(int month) {
    String commas = ",".repeat(16);
    return "\"Table "
        + table
        + (quality ? "b" : "a")
        + "   Hourly pay - Gross (£) - "
        + (quality ? "Coefficients of variation - " : "")
        + "For all employee jobs: United Kingdom, "
        + Math.floorDiv(month, 12)
        + "\""
        + commas
        + "\nRegion by "
        + groups
        + commas
        + "\n"
        + commas
        + "\n,,Number of jobs,,Annual %,,Annual %"
        + ",".repeat(10)
        + "\nDescription,Code,(thousand),Median,change,Mean,change,10,20,25,30,40,60,70,75,80,90\n";
  }

  /** Appends a row. */
  void row(String title, String code, PayEstimate pay, StringBuilder to) {
    to.append('"').append(pay.region().label()).append(", ").append(title.replace('"', '\''));
    to.append("\",").append(pay.region().code()).append(' ').append(code);
    if (quality) {
      for (int column = 0; column < 15; column++) {
        boolean change = column == 2 || column == 4;
        to.append(',').append(change ? ":" : number(pay.cv() * (column == 0 ? 1.5 : 1)));
      }
      return;
    }
    to.append(',').append(number(Math.round(pay.jobs())));
    cell(pay, pay.median(), 1, to);
    to.append(',').append(number(pay.change()));
    cell(pay, 1.18 * pay.median(), 1.3, to);
    to.append(',').append(number(pay.change()));
    for (double of : OF_MEDIAN) {
      cell(pay, of * pay.median(), of > 1 ? of : 1 / of, to);
    }
  }

  private static void cell(PayEstimate pay, double pounds, double worse, StringBuilder to) {
    to.append(',').append(pay.cv() * worse > UNRELIABLE ? "x" : number(pounds));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
