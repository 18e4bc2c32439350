package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Draw;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody in the Labour Force Survey, quarter after quarter. Care staff leave social care at the
 * rate planted for homes, less moves within it; six in ten then have other work, by the shares of
 * {@link Destination}. Care staff are sampled more often than others and weigh less, so that a
 * small file tells of them [P].
 *
 * @param id unique in the survey
 * @param weight persons for whom the respondent stands
 * @param age in the last quarter
 */
record Respondent(String id, double weight, int age, List<Wave> waves) {
  /** Of care staff who leave an employer, the share that stays in social care. */
  static final double WITHIN_CARE = 0.45;

  private static final double CARE_STAFF = 1_500_000;
  private static final double OTHERS = 28_000_000;
  private static final double UNTOLD = 0.02;

  static Respondent of(String id, boolean care, int of, int waves, double turnover, Draw draw) {
    double weight = (care ? CARE_STAFF : OTHERS) / of * StrictMath.exp(0.3 * draw.normal() - 0.045);
    List<Wave> told = new ArrayList<>();
    Wave now =
        care
            ? new Wave(1, null, true, 1 + (int) draw.exponential(12), true)
            : other(1 + (int) draw.exponential(20), draw);
    for (int wave = 0; wave < waves; wave++) {
      told.add(now);
      now = now.care() ? afterCare(now, turnover / 4, draw) : stays(now);
    }
    return new Respondent(id, weight, 18 + draw.below(47), told);
  }

  private static Wave stays(Wave now) {
    return new Wave(now.activity(), now.job(), now.care(), now.quarters() + 1, now.answered());
  }

  private static Wave afterCare(Wave now, double leaving, Draw draw) {
    if (!draw.chance(leaving)) {
      return stays(now);
    }
    if (draw.chance(WITHIN_CARE)) {
      return new Wave(1, null, true, 0, true);
    }
    return switch (draw.pick(60, 15, 25)) {
      case 0 -> other(0, draw);
      case 1 -> new Wave(2, null, false, 0, true);
      default -> new Wave(3, null, false, 0, true);
    };
  }

  private static Wave other(int quarters, Draw draw) {
    return new Wave(1, Destination.of(draw), false, quarters, !draw.chance(UNTOLD));
  }
}
