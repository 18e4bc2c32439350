package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.care.Employer;
import java.time.LocalDate;

/**
 * Somebody who lives in a care home until death.
 *
 * @param token person key of hospital records
 * @param birthMonth 1 to 12
 * @param linked whether the address link knows that the person lives there
 */
public record Resident(
    String token,
    Employer home,
    boolean female,
    int birthYear,
    int birthMonth,
    String ethnicity,
    LocalDate entered,
    boolean linked) {
  private static final char[] SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  static Resident of(Employer home, LocalDate entered, double missed, Draw draw) {
    StringBuilder token = new StringBuilder("SYNT");
    long bits = 0;
    for (int i = 0; i < 28; i++) {
      bits = i % 12 == 0 ? draw.bits() : bits >>> 5;
      token.append(SIGNS[(int) (bits & 31)]);
    }
    int age = 65 + Math.min(38, 4 + draw.below(20) + draw.below(15));
    return new Resident(
        token.toString(),
        home,
        draw.chance(home.nursing() ? 0.69 : 0.74),
        entered.getYear() - age,
        draw.between(1, 12),
        draw.chance(0.93) ? "A" : "Z",
        entered,
        !draw.chance(missed));
  }

  /** Age on a day. */
  public int age(LocalDate day) {
    return day.getYear() - birthYear - (day.getMonthValue() < birthMonth ? 1 : 0);
  }
}
