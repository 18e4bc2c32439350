package careworkforce.pipelines.bronze.commuting;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class CommutingFlowsIngestTest {
  @Test
  void shouldTakeWorkersByResidenceAndWorkplace() {
    assertThat(
            Scans.told(
                new CommutingFlowsIngest(),
                "wu03ew_2011.csv",
                "Area of residence,Area of workplace,All categories: Method of travel to work\n"
                    + "E06000001,E06000002,1200\nE06000001,E06000003,many\n"
                    + "E02000001,OD0000001,12\n"))
        .containsExactly(
            "2: E06000001 E06000002 1200",
            "3: BAD_NUMBER All categories: Method of travel to work",
            "4: E02000001 OD0000001 12");
  }
}
