package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Takes {@code imd/File_7_-_All_IoD2019_Scores__Ranks__Deciles_and_Population_Denominators_3.csv}:
 * a header line and 57 columns.
 */
@AutoService(Job.class)
public final class DeprivationIngest implements Ingest {
  private static final Deprivation TABLE = Deprivation.TABLE;

  /** By position; 16 indices stand between, each with score, rank and decile. */
  static final Layout OF_2019 =
      Layout.named("iod-2019-file-7")
          .files("File_7_-_All_IoD2019_.*\\.csv")
          .period(Month.of(2019, 9))
          .preamble(1)
          .positional(57)
          .takeAt(1, "LSOA code (2011)", TABLE.lsoa11Code, Parse.text())
          .takeAt(3, "Local Authority District code (2019)", TABLE.ladCode, Parse.text())
          .takeAt(6, "Index of Multiple Deprivation (IMD) Rank", TABLE.imdRank, Parse.integer())
          .takeAt(7, "Index of Multiple Deprivation (IMD) Decile", TABLE.imdDecile, Parse.integer())
          .takeAt(57, "Working age population 18-59/64", TABLE.workingAge, Parse.roundedNumber())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "imd";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(OF_2019);
  }
}
