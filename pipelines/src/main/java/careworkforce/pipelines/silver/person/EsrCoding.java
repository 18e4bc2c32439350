package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/** What the staff record's codes mean for the panel. */
final class EsrCoding {
  /** Statuses of an assignment that is worked (DHSC staff-in-post rules). */
  private static final List<String> ACTIVE =
      List.of("Active Assignment", "Internal Secondment", "Acting Up");

  /** Contracts of a post, against bank and honorary work. */
  private static final List<String> SUBSTANTIVE = List.of("Permanent", "Fixed Term Temp", "Locum");

  /** Agenda for Change: XR05 is band 5, XR8A or XR08A band 8a. */
  private static final String AGENDA_FOR_CHANGE = "^XR0?([1-9])([A-D]?)$";

  private EsrCoding() {}

  static Column substantive(Column contract) {
    return contract.isin(SUBSTANTIVE.toArray());
  }

  static Column state(Column status, Column sickAllMonth) {
    return when(status.isin(ACTIVE.toArray()).and(sickAllMonth), lit(PayrollState.LONG_SICK))
        .when(status.isin(ACTIVE.toArray()), lit(PayrollState.ACTIVE))
        .when(status.rlike("(?i)maternity|adoption|paternity|parental"), lit(PayrollState.PARENTAL))
        .when(status.rlike("(?i)career break"), lit(PayrollState.CAREER_BREAK))
        .otherwise(lit(PayrollState.OTHER_INACTIVE));
  }

  /** Band 1 to 9 with 8a to 8d; null for a grade outside Agenda for Change. */
  static Column band(Column grade) {
    return when(
        grade.rlike(AGENDA_FOR_CHANGE),
        concat(
            regexp_extract(grade, AGENDA_FOR_CHANGE, 1),
            lower(regexp_extract(grade, AGENDA_FOR_CHANGE, 2))));
  }

  /** Order of bands: ten a band, and one to four for the letters a to d. */
  static Column bandRank(Column grade) {
    return when(
        grade.rlike(AGENDA_FOR_CHANGE),
        regexp_extract(grade, AGENDA_FOR_CHANGE, 1)
            .cast("int")
            .multiply(lit(10))
            .plus(
                when(regexp_extract(grade, AGENDA_FOR_CHANGE, 2).equalTo(lit("")), lit(0))
                    .otherwise(instr(lit("ABCD"), regexp_extract(grade, AGENDA_FOR_CHANGE, 2)))));
  }
}
