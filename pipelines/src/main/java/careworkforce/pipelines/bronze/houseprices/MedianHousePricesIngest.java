package careworkforce.pipelines.bronze.houseprices;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes {@code house_prices/HPSSA_dataset_9_2a_YYYY-MM.csv}: sheet 2a of the workbook saved as CSV,
 * from its header line on. An edition with later quarters than the contract's needs another layout.
 * The column names are the workbook's, and prices may be written as it shows them, {@code 249,995};
 * [M] no copy of it was at hand.
 */
@AutoService(Job.class)
public final class MedianHousePricesIngest implements Ingest {
  private static final MedianHousePrices TABLE = MedianHousePrices.TABLE;

  /** The edition to December 2021. */
  static final Layout EDITION = edition();

  private static Layout edition() {
    LayoutDraft draft =
        Layout.named("hpssa-9-2a")
            .files("HPSSA_dataset_9_2a_(?<year>\\d{4})-(?<month>\\d{2})\\.csv")
            .nulls(":", "[x]")
            .take("Region/Country code", TABLE.regionCode, Parse.text())
            .take("Region/Country name", TABLE.regionName, Parse.text())
            .take("Local authority code", TABLE.ladCode, Parse.text())
            .take("Local authority name", TABLE.ladName, Parse.text());
    for (int q = MedianHousePrices.FIRST; q <= MedianHousePrices.LAST; q++) {
      draft.take(
          MedianHousePrices.header(q),
          TABLE.quarters.get(q - MedianHousePrices.FIRST),
          Parse.integer().thousands());
    }
    return draft
        .leave(
            IntStream.range(MedianHousePrices.FIRST_PUBLISHED, MedianHousePrices.FIRST)
                .mapToObj(MedianHousePrices::header)
                .toArray(String[]::new))
        .layout();
  }

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "house_prices";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EDITION);
  }
}
