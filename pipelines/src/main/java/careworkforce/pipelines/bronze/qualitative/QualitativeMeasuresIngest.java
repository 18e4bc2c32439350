package careworkforce.pipelines.bronze.qualitative;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Takes {@code qualitative_measures/QUALITATIVE_MEASURES_YYYY.csv}, one file a wave. A programme
 * without any delivers the header alone.
 */
@AutoService(Job.class)
public final class QualitativeMeasuresIngest implements Ingest {
  private static final QualitativeMeasures TABLE = QualitativeMeasures.TABLE;

  /** Ours. */
  static final Layout WAVE =
      Layout.named("qualitative-measures")
          .files("QUALITATIVE_MEASURES_(?<year>\\d{4})\\.csv")
          .take("trust", TABLE.trust, Parse.text())
          .take("from_group", TABLE.fromGroup, Parse.text())
          .take("to_group", TABLE.toGroup, Parse.text())
          .take("measure", TABLE.measure, Parse.text())
          .take("value", TABLE.value, Parse.real())
          .takeIfThere("scale", TABLE.scale, Parse.text())
          .takeIfThere("basis", TABLE.basis, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "qualitative_measures";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(WAVE);
  }
}
