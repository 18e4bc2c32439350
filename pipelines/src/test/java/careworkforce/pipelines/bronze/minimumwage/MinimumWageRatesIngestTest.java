package careworkforce.pipelines.bronze.minimumwage;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class MinimumWageRatesIngestTest {
  @Test
  void shouldReadABandWithoutAnUpperAge() {
    assertThat(
            Scans.told(
                new MinimumWageRatesIngest(),
                "MINIMUM_WAGE_2016.csv",
                "from,age_from,age_to,apprentice,rate\n"
                    + "1970-01-02,25,,N,7.20\n1970-01-02,16,17,Y,3.30\n1970-01-02,16,17,?,3\n"))
        .containsExactly(
            "2: 1 25 null false 7.20", "3: 1 16 17 true 3.30", "4: BAD_FLAG apprentice");
  }
}
