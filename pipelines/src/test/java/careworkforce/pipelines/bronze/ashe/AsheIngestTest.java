package careworkforce.pipelines.bronze.ashe;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class AsheIngestTest {
  private static final String ABOVE =
      "\"Table 5.5a   Hourly pay - Gross (£), 2019\",,\nRegion by industry,,\n,,\n"
          + ",,Number of jobs,,Annual %\nDescription,Code,(thousand),Median,change\n";

  @Test
  void shouldReadEveryMarkerAsNullAndNeverAsNought() {
    assertThat(
            Scans.told(
                new AsheIndustryPayIngest(),
                "Table 5.5a   Hourly pay - Gross 2019.csv",
                ABOVE
                    + "\"North East, Retail trade\",E12000001 47,\"1,098\",8.91,2.5,10.4,1.9,"
                    + "x,..,:,-,8.6,9.1,9.8,10.2,11,x\n"))
        .containsExactly(
            "6: North East, Retail trade E12000001 47 1098.00 8.91 2.50 10.40 1.90"
                + " null null null null 8.60 9.10 9.80 10.20 11.00 null");
  }

  @Test
  void shouldTellValuesFromTheirQuality() {
    String quality = "Table 15.5b Hourly pay - Gross 2019 CV.csv";
    assertThat(AsheOccupationQualityIngest.SHEET.period(quality)).hasToString("Optional[2019-01]");
    assertThat(AsheOccupationPayIngest.SHEET.period(quality)).isEmpty();
    assertThat(AsheIndustryQualityIngest.SHEET.period(quality)).isEmpty();
    assertThat(AsheOccupationPayIngest.SHEET.period("Table 15.5a Hourly pay - Gross 2019.csv"))
        .hasToString("Optional[2019-01]");
    assertThat(AsheOccupationPayIngest.SHEET.period("Table 15.5a Hourly pay - Gross 2019.xlsx"))
        .hasToString("Optional[2019-01]");
  }

  @Test
  void shouldRefuseARowOfAnotherWidth() {
    assertThat(
            Scans.told(
                new AsheIndustryPayIngest(),
                "Table 5.5a Hourly pay - Gross 2019.csv",
                ABOVE + "a Employees on adult rates\n"))
        .singleElement()
        .asString()
        .startsWith("6: ");
  }
}
