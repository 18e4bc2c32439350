package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.area.Region;

/**
 * Agenda for Change pay. Entry and top of each band are those of 2021/22 (NHS Employers; bands from
 * 8 and doctors are rough), between them in equal steps; earlier years by the pay awards.
 */
public final class Pay {
  private static final int[] ENTRY = {
    0, 18_546, 18_546, 20_330, 22_549, 25_655, 32_306, 40_057, 47_126, 78_192
  };
  private static final int[] TOP = {
    0, 18_546, 19_918, 21_777, 24_882, 31_534, 39_027, 45_839, 53_219, 95_135
  };
  private static final int[] LOWEST_POINT = {0, 1, 1, 6, 11, 16, 21, 26, 33, 49};
  private static final int[] POINTS = {0, 3, 8, 7, 7, 8, 9, 9, 6, 6};
  private static final double[] AWARD = {
    1.0, 1.01, 1.01, 1.0, 1.01, 1.01, 1.03, 1.017, 1.0165, 1.03
  };

  private Pay() {}

  /** The spine point of a step within a band; 0 for doctors. */
  public static int spinePoint(int band, int step) {
    return band == 0 ? 0 : LOWEST_POINT[band] + Math.min(step, POINTS[band] - 1);
  }

  /** Annual full-time pay in a month, in pounds. */
  static double annual(Occupation occupation, int band, int step, int month, Region region) {
    return level(month) * region.payWeight() * full(occupation, band, step);
  }

  private static double full(Occupation occupation, int band, int step) {
    if (band > 0) {
      double share = Math.min(step, POINTS[band] - 1) / (double) (POINTS[band] - 1);
      return ENTRY[band] + share * (TOP[band] - ENTRY[band]);
    }
    return switch (occupation.role()) {
      case "consultant" -> 84_559 + 2_500.0 * Math.min(step, 12);
      case "registrar" -> 40_257 + 1_500.0 * Math.min(step, 8);
      default -> 33_345;
    };
  }

  /** The pay level of a month's financial year relative to 2021/22. */
  private static double level(int month) {
    double level = 1;
    int financialYear = Math.floorDiv(month - 3, 12);
    for (int year = 2021; year > financialYear && year > 2012; year--) {
      level /= AWARD[year - 2012];
    }
    return level;
  }
}
