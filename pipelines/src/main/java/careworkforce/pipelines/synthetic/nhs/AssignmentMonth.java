package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assignment in a month of the payroll.
 *
 * @param number assignment number
 * @param band Agenda for Change band; 0 for doctors
 * @param step years in the band
 * @param fte hundredths of a whole-time equivalent; 0 for bank
 * @param leaving in the assignment's last month
 */
public record AssignmentMonth(
    int month,
    Person person,
    Trust trust,
    String number,
    Occupation occupation,
    int band,
    int step,
    int fte,
    String contract,
    String status,
    LocalDate start,
    boolean training,
    @Nullable Leaving leaving)
    implements Fact {

  /** Basic pay of the month, in pence. */
  public long basicPay() {
    double annual = Pay.annual(occupation, band, step, month, trust.region());
    return Math.round(annual / 12 * fte);
  }

  /** Basic pay and that for unsocial hours, in pence. */
  public long totalPay() {
    return Math.round(basicPay() * (1 + person.unsocial()));
  }

  /** Code of the grade. */
  public String grade() {
    return occupation.banded() ? (band < 10 ? "XR0" : "XR") + band : occupation.grade();
  }
}
