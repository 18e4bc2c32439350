package careworkforce.pipelines.synthetic.jobs;

import java.util.Locale;

/** A respondent in the codes of the longitudinal files; -8 no answer, -9 does not apply. */
public final class LfsRecord {
  private static final int[] QUARTERS = {1, 2, 4, 8, 20, 40, 80};

  /** The last division of each section from A. */
  private static final int[] LAST_DIVISIONS = {
    3, 9, 33, 35, 39, 43, 47, 53, 56, 63, 66, 68, 75, 82, 84, 85, 88, 93, 96, 98, 99
  };

  private final Respondent respondent;
  private final boolean soc2020;

  LfsRecord(Respondent respondent, boolean soc2020) {
    this.respondent = respondent;
    this.soc2020 = soc2020;
  }

  /** Serial of the respondent. */
  public String id() {
    return respondent.id();
  }

  /** Longitudinal weight, two decimals. */
  public String weight() {
    return String.format(Locale.ROOT, "%.2f", respondent.weight());
  }

  /** Age in the last quarter. */
  public int age() {
    return respondent.age();
  }

  /** FLOW: first to last activity, 1 to 9. */
  public int flow() {
    int last = respondent.waves().size();
    return 3 * (activity(1) - 1) + activity(last);
  }

  /** ILODEFR of a quarter, from 1. */
  public int activity(int quarter) {
    return wave(quarter).activity();
  }

  /** INCAC05 of a quarter. */
  public int economicActivity(int quarter) {
    return switch (wave(quarter).activity()) {
      case 1 -> 1;
      case 2 -> 5;
      default -> 25;
    };
  }

  /** SOC10M or SOC20M of a quarter: the unit group. */
  public String occupation(int quarter) {
    Wave wave = wave(quarter);
    if (wave.care()) {
      return soc2020 ? "6135" : "6145";
    }
    Destination job = wave.job();
    return job == null ? "-9" : !wave.answered() ? "-8" : soc2020 ? job.soc2020() : job.soc2010();
  }

  /** SC10MMJ or SC20MMJ of a quarter: the major group. */
  public String majorGroup(int quarter) {
    String unit = occupation(quarter);
    return unit.startsWith("-") ? unit : unit.substring(0, 1);
  }

  /** INDC07M of a quarter: the class. */
  public String industry(int quarter) {
    Wave wave = wave(quarter);
    if (wave.care()) {
      return "8730";
    }
    Destination job = wave.job();
    return job == null
        ? "-9"
        : !wave.answered() ? "-8" : Integer.toString(job.industry().sicClass());
  }

  /** IN792SM of a quarter: the section, numbered from A. */
  public String section(int quarter) {
    String industry = industry(quarter);
    if (industry.startsWith("-")) {
      return industry;
    }
    int division = Integer.parseInt(industry) / 100;
    int section = 1;
    while (section < LAST_DIVISIONS.length && division > LAST_DIVISIONS[section - 1]) {
      section++;
    }
    return Integer.toString(section);
  }

  /** EMPLEN of a quarter: 1 under three months to 8 twenty years or more. */
  public int lengthOfEmployment(int quarter) {
    if (!wave(quarter).employed()) {
      return -9;
    }
    int code = 1;
    while (code <= QUARTERS.length && wave(quarter).quarters() >= QUARTERS[code - 1]) {
      code++;
    }
    return code;
  }

  private Wave wave(int quarter) {
    return respondent.waves().get(quarter - 1);
  }
}
