package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Frame;

/**
 * Home-months of areas, twelve unless said, of two homes over twenty-four months. Turnover answers
 * to the outside wage by 1.5 and to a shock of opposite sign in the two homes of an area; the log
 * rate of arrivals answers to turnover by {@link #EFFECT} and to the shock by -0.6 times as much as
 * turnover does. Homes of more turnover have fewer arrivals for reasons of their own.
 */
final class DrawnCare {
  /** Log points of the rate for one more of turnover a year. */
  static final double EFFECT = 0.5;

  static final int AREAS = 12;
  static final int MONTHS = 24;
  private static final int HOMES = 2;

  private DrawnCare() {}

  /** With the shock so large. */
  static Frame frame(double shock) {
    return frame(shock, AREAS);
  }

  /** Of so many areas. */
  static Frame frame(double shock, int areas) {
    int rows = areas * MONTHS * HOMES;
    String[] home = new String[rows];
    String[] region = new String[rows];
    String[] ttwa = new String[rows];
    double[] month = new double[rows];
    double[] wage = new double[rows];
    double[] turnover = new double[rows];
    double[] count = new double[rows];
    double[] rate = new double[rows];
    double[] months = new double[rows];
    for (int i = 0; i < rows; i++) {
      int area = i / (HOMES * MONTHS);
      int of = i / MONTHS % HOMES;
      int t = i % MONTHS;
      home[i] = area + "/" + of;
      ttwa[i] = "T" + area;
      region[i] = area % 2 == 0 ? "North" : "South";
      month[i] = t;
      double z = 0.1 * Math.sin(1 + 2.3 * area * (t + 1));
      double c = shock * (of == 0 ? 1 : -1) * Math.cos(5.1 * area + 3.7 * t);
      wage[i] = 2 + z;
      double usual = 0.05 * area + 0.02 * of;
      turnover[i] = 0.3 + usual + 1.5 * z + c;
      months[i] = 30;
      rate[i] = Math.exp(-2.5 + EFFECT * turnover[i] - usual - 0.6 * c);
      count[i] = rate[i] * months[i];
    }
    return Frame.empty()
        .with(CarePanel.HOME, home)
        .with(CarePanel.REGION, region)
        .with(CarePanel.TTWA, ttwa)
        .with(CarePanel.MONTH, month)
        .with(CarePanel.DAYS, scaled(months, 30))
        .with(CarePanel.LOG_MONTHS, logs(months))
        .with(AreaInstrument.WAGE.label(), wage)
        .with(StaffExposure.TURNOVER.label(), turnover)
        .with(CareOutcome.ARRIVALS.count(), count)
        .with(CareOutcome.ARRIVALS.label(), rate);
  }

  private static double[] scaled(double[] values, double by) {
    return java.util.Arrays.stream(values).map(v -> v * by).toArray();
  }

  private static double[] logs(double[] values) {
    return java.util.Arrays.stream(values).map(Math::log).toArray();
  }
}
