package careworkforce.pipelines.bronze.storeopenings;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreOpeningsIngestTest {
  private static final String HEADER =
      "site_id,kind,opened_on,lad_code,postcode,latitude,longitude,jobs\n";

  @Test
  void shouldTakeSitesAndRejectAKindOrADayThatIsNone() {
    List<String> told =
        Scans.told(
            new StoreOpeningsIngest(),
            "STORE_OPENINGS_2015.csv",
            HEADER
                + "s1,supermarket,1970-01-11,E06000001,ZS1 0AA,51.5,-0.125,90\n"
                + "s2,kiosk,1970-01-11,E06000001,ZS1 0AA,51.5,-0.125,90\n"
                + "s3,warehouse,2015-02-30,E06000001,ZS1 0AA,51.5,-0.125,90\n"
                + "s4,warehouse,1970-01-11,E06000001,,,-0.125,90\n");
    assertThat(told).hasSize(4);
    assertThat(told.get(0)).isEqualTo("2: s1 supermarket 10 E06000001 ZS1 0AA 51.5 -0.125 90");
    assertThat(told.get(1)).isEqualTo("3: UNKNOWN_CODE kind");
    assertThat(told.get(2)).isEqualTo("4: BAD_DATE opened_on");
    assertThat(told.get(3)).startsWith("5: ").endsWith("latitude");
  }
}
