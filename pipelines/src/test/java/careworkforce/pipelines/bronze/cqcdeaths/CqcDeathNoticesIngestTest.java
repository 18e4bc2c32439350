package careworkforce.pipelines.bronze.cqcdeaths;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class CqcDeathNoticesIngestTest {
  @Test
  void shouldReadNoticesAndRejectAPlaceThatIsInNoList() {
    assertThat(
            Scans.told(
                new CqcDeathNoticesIngest(),
                "CQC_DEATH_NOTIFICATIONS_2015.csv",
                """
                Notification ID,Location ID,Notification Date,Place of Death
                1,1-100,14/03/2015,C
                2,1-100,14/03/2015,Z
                """))
        .containsExactly("2: 1 1-100 16508 C", "3: UNKNOWN_CODE Place of Death");
  }
}
