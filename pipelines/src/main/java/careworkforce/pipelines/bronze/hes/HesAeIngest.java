package careworkforce.pipelines.bronze.hes;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code hes_ae/HES_AE_YYYYMM.csv} and NHS England's artificial extracts as they stand. The
 * person's key has had four names over the vintages.
 */
@AutoService(Job.class)
public final class HesAeIngest implements Ingest {
  /** Columns without which an attendance cannot be counted; vintages differ in the others. */
  private static final Set<String> NEEDED =
      Set.of(
          "PSEUDO_HESID",
          "AEKEY",
          "ARRIVALDATE",
          "ARRIVALTIME",
          "AEARRIVALMODE",
          "AEATTENDCAT",
          "AEATTENDDISP",
          "PROCODE3");

  static final Layout MONTHLY =
      vintages("hes-ae-monthly", "HES_AE_(?<year>\\d{4})(?<month>\\d{2})\\.csv");

  static final Layout ARTIFICIAL =
      vintages("hes-ae-artificial", "artificial_hes_ae_(?<fyear>\\d{4}).*\\.csv");

  private static Layout vintages(String id, String files) {
    return HesVintages.of(id, files, HesAe.TABLE, NEEDED, HesAe.TABLE.personKey).layout();
  }

  @Override
  public DeliveredTable writes() {
    return HesAe.TABLE;
  }

  @Override
  public String folder() {
    return "hes_ae";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY, ARTIFICIAL);
  }
}
