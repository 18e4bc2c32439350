package careworkforce.pipelines.bronze.addresslink;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentAddressesIngestTest {
  private static final String HEADER =
      "TOKEN_PERSON_ID,EXTRACT_MONTH,UPRN,MATCH_TIER,BIRTH_MONTH,SEX,DEATH_MONTH\n";

  /** A file of nothing but such numbers is one of addresses, not of telephones. */
  @Test
  void shouldReadANumberOfAnAddressWithNoughtsBeforeIt() {
    List<String> told =
        Scans.told(
            new ResidentAddressesIngest(),
            "RESIDENT_ADDRESS_201501.csv",
            HEADER
                + "A,2015-01,010001234567,uprn,1930-02,1,\n"
                + "B,2015-01,010001234567,uprn,1931-02,2,\n"
                + "C,2015-01,10001234567,uprn,1932-02,2,\n");

    assertThat(told).hasSize(3).allMatch(row -> row.contains(" 16436 10001234567 uprn "));
  }
}
