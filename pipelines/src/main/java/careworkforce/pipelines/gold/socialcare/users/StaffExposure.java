package careworkforce.pipelines.gold.socialcare.users;

/** Measures of labour supply, of which an equation has one (methods 2.8). */
public enum StaffExposure {
  TURNOVER("turnover", "10 percentage points of annual turnover"),
  VACANCY_RATE("vacancy_rate", "10 percentage points of the vacancy rate"),
  STAFF_PER_BED("log_staff_per_bed", "0.1 log points of staff for each bed");

  /** The change that effects answer to: ten percentage points, or a tenth of a log point. */
  public static final double STEP = 0.1;

  private final String label;
  private final String per;

  StaffExposure(String label, String per) {
    this.label = label;
    this.per = per;
  }

  /** Name in tables of estimates, and of the column of the frame. */
  public String label() {
    return label;
  }

  /** The change of {@link #STEP} in words. */
  public String per() {
    return per;
  }
}
