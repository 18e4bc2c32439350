package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import java.time.LocalDate;

/** Why, where to and when somebody gives up an assignment. */
public record Leaving(String reason, String destination, LocalDate date) {

  /** Out of the NHS. */
  static Leaving exit(Person person, int month, Draw draw) {
    String reason =
        person.age(month) >= 55 && draw.chance(0.7)
            ? "Retirement Age"
            : draw.oneOf(
                "Voluntary Resignation - Relocation",
                "Voluntary Resignation - Work Life Balance",
                "Voluntary Resignation - Other/Not Known",
                "Voluntary Resignation - Pay and Reward Related",
                "Voluntary Resignation - Health",
                "End of Fixed Term Contract");
    String destination =
        draw.oneOf(
            "No Employment",
            "Private Sector",
            "Social Services",
            "Abroad - Non EU Country",
            "Education Sector",
            "Unknown");
    return new Leaving(reason, destination, lastDay(month));
  }

  /** To another trust. */
  static Leaving toTrust(int month) {
    return new Leaving("Voluntary Resignation - Promotion", "NHS Organisation", lastDay(month));
  }

  /** By a merger: neither reason is an exit. */
  static Leaving merged(int month, Draw draw) {
    String reason =
        draw.chance(0.5) ? "Employee Transfer" : "Merged Organisation - Duplicate Record";
    return new Leaving(reason, "NHS Organisation", lastDay(month));
  }

  private static LocalDate lastDay(int month) {
    return new Month(month).lastDay();
  }
}
