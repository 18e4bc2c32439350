package careworkforce.pipelines.bronze.ascs;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code ascs/ASCS_1516.csv}: the returns of all councils for the survey of a financial year,
 * dated from its April. Text in a number column and a broken number are rejects, as in the survey's
 * own validation. Cleaned files carry derived columns after the stratum, which are left.
 */
@AutoService(Job.class)
public final class AscsResponsesIngest implements Ingest {
  private static final AscsResponses TABLE = AscsResponses.TABLE;
  private static final Set<String> NEEDED =
      Set.of("LaCode", "SerialNo", "Response", "Questionnaire", "q1", "Stratum");

  static final Layout YEARLY =
      TABLE
          .takeAll(
              Layout.named("ascs-yearly").files("ASCS_(?<fyear>\\d{4})\\.csv"),
              TABLE.headersBut(NEEDED))
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "ascs";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
