package careworkforce.pipelines.synthetic.care;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import java.time.LocalDate;

/**
 * A worker's job with one employer. A mover gets another worker id.
 *
 * @param workerId one person at one workplace
 * @param role main job role in ASC-WDS
 * @param recruitedFrom source of recruitment
 * @param contract 190 permanent, 191 temporary, 192 pool or bank
 * @param hours a week
 * @param skill pay relative to the usual of the role
 */
public record Job(
    long workerId,
    CareWorker worker,
    Employer employer,
    int role,
    LocalDate start,
    int recruitedFrom,
    int contract,
    boolean zeroHours,
    int hours,
    double skill,
    int sickDays) {
  private static final double FIRST_PAY = 6.60;
  private static final double LAST_PAY = 9.30;
  private static final int FIRST = Month.of(2012, 1).number();
  private static final int LAST = Month.of(2021, 12).number();

  static Job of(
      long workerId,
      CareWorker worker,
      Employer employer,
      int role,
      LocalDate start,
      int recruitedFrom,
      Draw draw) {
    boolean zero = draw.chance(employer.kind() == Employer.Kind.HOME_CARE ? 0.5 : 0.1);
    return new Job(
        workerId,
        worker,
        employer,
        role,
        start,
        recruitedFrom,
        draw.pick(88, 4, 8) + 190,
        zero,
        draw.oneOf(12, 16, 20, 24, 30, 36, 37, 37, 40),
        1 + 0.05 * Math.abs(draw.normal()),
        draw.poisson(2.5) + (draw.chance(0.05) ? 20 : 0));
  }

  /** The role of the n-th post of an employer. */
  static int role(Employer employer, int post, Draw draw) {
    if (post == 0) {
      return 4;
    }
    if (employer.nursing() && post % 9 == 1) {
      return 16;
    }
    return switch (draw.pick(66, 10, 14, 4, 2, 4)) {
      case 0 -> 8;
      case 1 -> 7;
      case 2 -> 26;
      case 3 -> 25;
      case 4 -> 5;
      default -> 34;
    };
  }

  /**
   * Pence an hour in a month; of some low payers below the minimum wage of the time. The path is a
   * setting [P] above the published medians of care workers (calibration 3.2), so that few stand at
   * the minimum wage: one that held pay up would hide what is planted of it.
   */
  public int hourlyPence(int month) {
    double share = (double) (month - FIRST) / (LAST - FIRST);
    double usual = FIRST_PAY + share * (LAST_PAY - FIRST_PAY);
    double ofRole =
        switch (role) {
          case 4 -> 1.9;
          case 16 -> 1.75;
          case 5, 7 -> 1.08;
          default -> 1.0;
        };
    double ofHome = StrictMath.exp(employer.pay().log(month));
    return (int) Math.round(100 * usual * ofRole * skill * ofHome);
  }
}
