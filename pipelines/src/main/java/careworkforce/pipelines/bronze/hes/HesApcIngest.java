package careworkforce.pipelines.bronze.hes;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.job.Job;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code hes_apc/HES_APC_YYYYMM.csv} and NHS England's artificial extracts as they stand.
 * Monthly extracts changed from pipes to commas in 2018 (month unverified; users report "now comma-
 * not pipe-separated").
 */
@AutoService(Job.class)
public final class HesApcIngest implements Ingest {
  /** Columns without which days in hospital cannot be counted. */
  private static final Set<String> NEEDED =
      Set.of("PSEUDO_HESID", "EPIKEY", "ADMIDATE", "DISDATE", "ADMIMETH", "PROCODE3");

  private static final String NAMES = "HES_APC_(?<year>\\d{4})(?<month>\\d{2})\\.csv";
  private static final Month FIRST_WITH_COMMAS = Month.of(2018, 4);

  static final Layout PIPES =
      layout(
          Layout.named("hes-apc-pipes").files(NAMES).delimiter('|').to(FIRST_WITH_COMMAS.plus(-1)));

  static final Layout COMMAS =
      layout(Layout.named("hes-apc-commas").files(NAMES).from(FIRST_WITH_COMMAS));

  static final Layout ARTIFICIAL =
      layout(
          Layout.named("hes-apc-artificial").files("artificial_hes_apc_(?<fyear>\\d{4}).*\\.csv"));

  private static Layout layout(LayoutDraft draft) {
    return HesVintages.personKey(HesApc.TABLE.takeAll(draft, HesApc.TABLE.headersBut(NEEDED)))
        .layout();
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
    return List.of(PIPES, COMMAS, ARTIFICIAL);
  }
}
