package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Sickness of one person: short spells, more of them in winter, and rare long ones. Together some
 * 4.3% of days in 2019, more for support and ambulance staff, little for doctors.
 */
final class Sickness {
  private static final double SHORT_SPELLS = 0.10;
  private static final double LONG_SPELLS = 0.0146;
  private static final int FIRST_WAVE = Month.of(2020, 3).number();
  private static final String[] REASONS = {"S10", "S13", "S12", "S25", "S11", "S28", "S98", "S99"};
  private static final double[] WEIGHTS = {25, 18, 10, 12, 7, 7, 12, 9};

  private final Draw draw;
  private @Nullable LocalDate start;
  private LocalDate end = LocalDate.MIN;
  private String reason = "";

  Sickness(Draw draw) {
    this.draw = draw;
  }

  /** Tells the sickness of a month on the payroll, and gives the days lost. */
  int month(int month, Person person, String number, Occupation occupation, int fte, Told told) {
    LocalDate first = new Month(month).firstDay();
    LocalDate last = new Month(month).lastDay();
    if (start == null || end.isBefore(first)) {
      start = begin(month, first, occupation);
    }
    LocalDate from = start;
    if (from == null) {
      return 0;
    }
    LocalDate lostFrom = from.isBefore(first) ? first : from;
    LocalDate lostTo = end.isAfter(last) ? last : end;
    int lost = (int) (lostTo.toEpochDay() - lostFrom.toEpochDay()) + 1;
    told.fact(
        new AbsenceMonth(
            month,
            person,
            number,
            "Sickness",
            reason,
            from,
            end.isAfter(last) ? null : end,
            lost,
            fte));
    return lost;
  }

  private @Nullable LocalDate begin(int month, LocalDate first, Occupation occupation) {
    double weight = weight(occupation.group()) * season(month);
    boolean shortSpell = draw.chance(SHORT_SPELLS * weight);
    boolean longSpell = draw.chance(LONG_SPELLS * weight);
    if (!shortSpell && !longSpell) {
      return null;
    }
    LocalDate start = first.plusDays(draw.below(28));
    int days = longSpell ? 28 + (int) draw.exponential(42) : 1 + (int) draw.exponential(3);
    end = start.plusDays(days - 1L);
    reason = REASONS[draw.pick(WEIGHTS)];
    return start;
  }

  private static double weight(String group) {
    return switch (group) {
      case "DOCTORS" -> 0.35;
      case "NURSING_SUPPORT", "STT_SUPPORT", "ESTATES" -> 1.3;
      case "AMBULANCE", "AMBULANCE_SUPPORT" -> 1.4;
      default -> 0.95;
    };
  }

  private static double season(int month) {
    int ofYear = Math.floorMod(month, 12);
    double winter = 1 + 0.15 * StrictMath.cos(2 * StrictMath.PI * ofYear / 12);
    boolean wave = month >= FIRST_WAVE && month < FIRST_WAVE + 3;
    return wave ? 1.5 * winter : winter;
  }
}
