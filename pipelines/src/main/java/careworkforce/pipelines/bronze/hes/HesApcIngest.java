package careworkforce.pipelines.bronze.hes;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code hes_apc/HES_APC_YYYYMM.csv} and NHS England's artificial extracts as they stand, cut
 * by pipes (the published schema) or by commas: which, goes with the extract and not with its
 * month.
 */
@AutoService(Job.class)
public final class HesApcIngest implements Ingest {
  /** Columns without which days in hospital cannot be counted. */
  private static final Set<String> NEEDED =
      Set.of("PSEUDO_HESID", "EPIKEY", "ADMIDATE", "DISDATE", "ADMIMETH", "PROCODE3");

  static final Layout MONTHLY =
      vintages("hes-apc-monthly", "HES_APC_(?<year>\\d{4})(?<month>\\d{2})\\.csv");

  static final Layout ARTIFICIAL =
      vintages("hes-apc-artificial", "artificial_hes_apc_(?<fyear>\\d{4}).*\\.csv");

  private static Layout vintages(String id, String files) {
    return HesVintages.of(id, files, HesApc.TABLE, NEEDED, HesApc.TABLE.personKey).layout();
  }

  @Override
  public DeliveredTable writes() {
    return HesApc.TABLE;
  }

  @Override
  public String folder() {
    return "hes_apc";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY, ARTIFICIAL);
  }
}
