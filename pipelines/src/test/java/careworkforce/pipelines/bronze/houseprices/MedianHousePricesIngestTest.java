package careworkforce.pipelines.bronze.houseprices;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianHousePricesIngestTest {
  private static final String NAMES =
      "Region/Country code,Region/Country name,Local authority code,Local authority name";

  /** From December 2011 on; what came before is known and not taken. */
  private static String header() {
    StringBuilder header = new StringBuilder(NAMES);
    for (int year = 2011; year <= 2021; year++) {
      for (String month : year == 2011 ? List.of("Dec") : List.of("Mar", "Jun", "Sep", "Dec")) {
        header.append(",Year ending ").append(month).append(' ').append(year);
      }
    }
    return header.append('\n').toString();
  }

  private static String row(String district, String... lastPrices) {
    List<String> cells = new ArrayList<>(List.of("E12000001", "North East", district, "A name"));
    for (int q = 0; q < 41 - lastPrices.length; q++) {
      cells.add(":");
    }
    cells.addAll(List.of(lastPrices));
    return String.join(",", cells) + "\n";
  }

  @Test
  void shouldReadAColonAsNoPrice() {
    List<String> told =
        Scans.told(
            new MedianHousePricesIngest(),
            "HPSSA_dataset_9_2a_2021-12.csv",
            header() + row("E06000001", "150000", ":", "\"162,500\"") + row("E06000002", "dear"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0))
        .startsWith("2: E12000001 North East E06000001 A name null null")
        .endsWith("null 150000 null 162500");
    assertThat(told.get(1)).isEqualTo("3: BAD_NUMBER Year ending Dec 2021");
  }

  @Test
  void shouldNameAQuarterByItsLastMonth() {
    assertThat(MedianHousePrices.header(MedianHousePrices.FIRST_PUBLISHED))
        .isEqualTo("Year ending Dec 1995");
    assertThat(MedianHousePrices.TABLE.quarters).hasSize(41);
    assertThat(MedianHousePrices.TABLE.quarters.get(1).name()).isEqualTo("year_ending_mar_2012");
  }
}
