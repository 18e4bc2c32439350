package careworkforce.pipelines.silver.person;

import careworkforce.common.table.CodeList;
import org.apache.spark.sql.Column;

/** What a person is in a month, seen from the payroll (methods 2.1). */
public final class PayrollState {
  public static final String ACTIVE = "ACTIVE";
  public static final String PARENTAL = "PARENTAL";
  public static final String CAREER_BREAK = "CAREER_BREAK";
  public static final String LONG_SICK = "LONG_SICK";
  public static final String OTHER_INACTIVE = "OTHER_INACTIVE";
  public static final String GAP = "GAP";
  public static final String LEFT = "LEFT";
  public static final String TRANSFERRED = "TRANSFERRED";

  /** The states of a person who is on a payroll in the month. */
  public static final CodeList ON_PAYROLL =
      CodeList.of(
          "state on the payroll",
          "methods 2.1, a proposal of this project",
          ACTIVE,
          "at work",
          PARENTAL,
          "maternity, adoption or parental leave",
          CAREER_BREAK,
          "career break",
          LONG_SICK,
          "in an active post and sick through the whole month, from its first day to its"
              + " last in one episode",
          OTHER_INACTIVE,
          "on the payroll and not at work for another reason, such as suspension");

  /** All states, absence included. */
  public static final CodeList ALL =
      CodeList.with(
          "state",
          "methods 2.1, a proposal of this project",
          ON_PAYROLL,
          GAP,
          "on no payroll, and returns; or absent at the end for less than the gap",
          LEFT,
          "on no payroll to the end of the window, for at least the gap",
          TRANSFERRED,
          "on no payroll after an employee transfer or a merger: not an exit");

  private PayrollState() {}

  /** Whether a state is one of a person who is on a payroll. */
  public static Column onPayroll(Column state) {
    return state.isInCollection(ON_PAYROLL.codes());
  }

  /**
   * Whether a state is active service: at work, or off sick in an active post. Leave and a career
   * break end it (methods 2.1), sickness does not (DHSC staff-in-post rules, by status).
   */
  public static Column inActiveService(Column state) {
    return state.isin(ACTIVE, LONG_SICK);
  }
}
