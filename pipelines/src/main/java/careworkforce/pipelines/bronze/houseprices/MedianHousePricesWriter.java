package careworkforce.pipelines.bronze.houseprices;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.DistrictPrices;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes the edition of December 2021; a quarter outside the world has no price. */
@AutoService(SourceWriter.class)
public final class MedianHousePricesWriter implements SourceWriter<DistrictPrices> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<DistrictPrices> writes() {
    return DistrictPrices.class;
  }

  @Override
  public String folder() {
    return "house_prices";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "HPSSA_dataset_9_2a_2021-12.csv" : null;
  }

  @Override
  public String header(int month) {
    StringBuilder header =
        new StringBuilder(
            "Region/Country code,Region/Country name,Local authority code,Local authority name");
    for (int q = MedianHousePrices.FIRST_PUBLISHED; q <= MedianHousePrices.LAST; q++) {
      header.append(',').append(MedianHousePrices.header(q));
    }
    return header.append('\n').toString();
  }

  @Override
  public void row(DistrictPrices of, StringBuilder to) {
    to.append(of.district().region().code()).append(',').append(of.district().region().label());
    to.append(',').append(of.district().code()).append(",\"").append(of.district().name());
    to.append('"');
    for (int q = MedianHousePrices.FIRST_PUBLISHED; q <= MedianHousePrices.LAST; q++) {
      int at = q - of.first();
      to.append(',');
      if (at >= 0 && at < of.pounds().length) {
        to.append(of.pounds()[at]);
      } else {
        to.append(':');
      }
    }
  }
}
