package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;

/**
 * Who joins ASC-WDS and who leaves it. Reporting is voluntary, so that panels of those who report
 * may differ from the sector (methods 2.10). Both outcomes are linear probabilities within region
 * and year: joining of homes that did not report in any year before, from the second year of
 * reports on; leaving of homes that reported, up to the last year but one, as nobody is seen after
 * the last. A home leaves when none of its establishments reports any more: one that is sold goes
 * on under another number. A home rated poorly, and one not rated before the year, are each
 * compared with homes rated good or outstanding. Turnover is that of the year, not of the one
 * before.
 */
public final class SocialcareReportingSelection extends EstimateTable {
  public static final SocialcareReportingSelection TABLE = new SocialcareReportingSelection();

  private SocialcareReportingSelection() {
    super("socialcare_reporting_selection", "one row an outcome and characteristic of the home");
    outcome.codes(
        CodeList.of(
            "reporting",
            "a proposal of this project",
            "joins",
            "first reports to ASC-WDS in the year",
            "leaves",
            "reports no more after the year's last extract"));
    serves("06.1", "who enters and leaves the panel, by beds, ownership, rating and turnover");
    limits(
        "06.2",
        "whether those who report differ from the sector; nothing here grosses their staff to the"
            + " sector's 1.6 million");
  }
}
