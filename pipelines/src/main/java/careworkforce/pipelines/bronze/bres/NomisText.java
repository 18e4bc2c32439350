package careworkforce.pipelines.bronze.bres;

import careworkforce.pipelines.synthetic.jobs.Industry;
import careworkforce.pipelines.synthetic.jobs.IndustryJobs;
import org.jspecify.annotations.Nullable;

/** A cell of a Nomis answer as a line of CSV. */
final class NomisText {
  static final String HEADER =
      "DATE_NAME,GEOGRAPHY_TYPE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,INDUSTRY_NAME,OBS_VALUE,"
          + "OBS_STATUS_NAME,RECORD_COUNT\n";

  /**
   * Cells of an answer for one district, of which a file joins many: all jobs and each industry.
   */
  private static final int RECORDS = 1 + Industry.ALL.size();

  private NomisText() {}

  static void row(IndustryJobs of, @Nullable Long value, StringBuilder to) {
    to.append(Math.floorDiv(of.month(), 12)).append(",local authorities: district / unitary,\"");
    to.append(of.district().name()).append("\",").append(of.district().code()).append(",\"");
    to.append(of.industry())
        .append("\",")
        .append(value == null ? "" : value.toString())
        .append(',');
    to.append(
        value == null ? "Suppressed to avoid the release of confidential data" : "Normal Value");
    to.append(',').append(RECORDS);
  }
}
