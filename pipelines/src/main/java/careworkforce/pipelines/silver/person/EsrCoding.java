package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What the staff record's codes mean for the panel. Agenda for Change: XR05 is band 5, XR8A or
 * XR08A band 8a.
 */
final class EsrCoding {
  /** Statuses of an assignment that is worked (DHSC staff-in-post rules). */
  private static final List<String> ACTIVE =
      List.of("Active Assignment", "Internal Secondment", "Acting Up");

  /** Contracts of a post, against bank and honorary work. */
  private static final List<String> SUBSTANTIVE = List.of("Permanent", "Fixed Term Temp", "Locum");

  private static final String BANK = "Bank";
  private static final String LETTERS = "ABCD";
  private static final int LONGEST = 100;

  private EsrCoding() {}

  static Column substantive(Column contract) {
    return contract.isin(SUBSTANTIVE.toArray());
  }

  static Column bank(Column contract) {
    return coalesce(contract.equalTo(lit(BANK)), lit(false));
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
    Column band = afterXr(grade);
    return when(inBand(grade), when(length(band).equalTo(lit(1)), band).otherwise(lower(band)));
  }

  /** Order of bands: ten a band, and one to four for the letters a to d. */
  static Column bandRank(Column grade) {
    Column band = afterXr(grade);
    return when(
        inBand(grade),
        substring(band, 1, 1)
            .cast("int")
            .multiply(lit(10))
            .plus(
                when(length(band).equalTo(lit(1)), lit(0))
                    .otherwise(instr(lit(LETTERS), substring(band, 2, 1)))));
  }

  /** Whether it is XR, perhaps 0, a figure from 1 to 9, and perhaps a letter from A to D. */
  private static Column inBand(Column grade) {
    Column band = afterXr(grade);
    return grade
        .startsWith("XR")
        .and(substring(band, 1, 1).between(lit("1"), lit("9")))
        .and(
            length(band)
                .equalTo(lit(1))
                .or(
                    length(band)
                        .equalTo(lit(2))
                        .and(substring(band, 2, 1).between(lit("A"), lit("D")))));
  }

  /** The grade's band as delivered, without the 0 that may stand before it. */
  private static Column afterXr(Column grade) {
    return when(substring(grade, 3, 1).equalTo(lit("0")), substring(grade, 4, LONGEST))
        .otherwise(substring(grade, 3, LONGEST));
  }
}
