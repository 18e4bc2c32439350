package careworkforce.pipelines.bronze.esr;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.CodeList;

/**
 * Code lists and dates of ESR. A code list names its source; a label is the code where the source
 * has none. Neither list decides over a row: nothing is counted by them, so what is not listed is
 * reported.
 */
public final class EsrCodes {
  /** The nine staff groups. */
  public static final CodeList STAFF_GROUPS =
      CodeList.resource(
          EsrCodes.class,
          "staff_groups.csv",
          "ESR staff group",
          "Electronic Staff Record, the nine staff groups of NHS Workforce Statistics");

  /** Reasons of sickness absence; a file has a code and its label, parted by a blank. */
  public static final CodeList SICKNESS_REASONS =
      CodeList.resource(
          EsrCodes.class,
          "sickness_reasons.csv",
          "ESR sickness reason",
          "NHS England, NHS Sickness Absence Rates, reasons for absence S10 to S99");

  private EsrCodes() {}

  /** A date in one of the forms that stand side by side in the extracts. */
  static Parse date() {
    return Parse.date("dd/MM/yyyy", "yyyy-MM-dd", "dd-MMM-yyyy");
  }
}
