package careworkforce.pipelines.bronze.ecds;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.bronze.Landing;
import careworkforce.pipelines.bronze.addresslink.ResidentAddresses;
import careworkforce.pipelines.bronze.addresslink.ResidentAddressesIngest;
import careworkforce.pipelines.bronze.hes.HesAe;
import careworkforce.pipelines.bronze.hes.HesAeIngest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcdsIngestTest {
  private static final Ecds ECDS = Ecds.TABLE;
  private static final ResidentAddresses ADDRESSES = ResidentAddresses.TABLE;
  @TempDir Path folder;

  @Test
  void shouldKnowAResidentInEverySource() {
    EcdsIngest ecds = new EcdsIngest();
    HesAeIngest hes = new HesAeIngest();
    ResidentAddressesIngest addresses = new ResidentAddressesIngest();
    Landing landing =
        new Landing(folder)
            .file(
                "ecds/ECDS_202004.csv",
                "TOKEN_PERSON_ID|EPIKEY|ARRIVAL_DATE|ARRIVAL_TIME|ARRIVAL_MODE|ATTENDANCE_CATEGORY"
                    + "|PROVIDER_CODE|AGE_AT_ARRIVAL",
                "TOKEN7|1|2020-04-05|09:05:00|1048031000000100|1|RCC|88",
                "TOKEN7|2|2020-04-31|09:05:00|1048031000000100|1|RCC|88")
            .file(
                "hes_ae/HES_AE_202003.csv",
                "TOKEN_PERSON_ID,AEKEY,ARRIVALDATE,ARRIVALTIME,AEARRIVALMODE,AEATTENDCAT"
                    + ",AEATTENDDISP,PROCODE3",
                "TOKEN7,1,2020-03-05,0905,1,1,01,RCC")
            .file(
                "resident_address/RESIDENT_ADDRESS_202003.csv",
                "TOKEN_PERSON_ID,EXTRACT_MONTH,UPRN,MATCH_TIER,BIRTH_MONTH,SEX,DEATH_MONTH",
                "TOKEN7,2020-03,100012345678,uprn,1932-05,2,",
                "TOKEN8,2020-04,100012345678,uprn,1932-05,2,");

    assertThat(landing.take(ecds)).containsExactly("2 = 1 + 1 + 0");
    landing.take(hes);
    assertThat(landing.take(addresses)).containsExactly("2 = 1 + 1 + 0");

    assertThat(landing.rejects(ecds)).containsExactly("[BAD_DATE,ARRIVAL_DATE]");
    assertThat(landing.rejects(addresses)).containsExactly("[OTHER_PERIOD,EXTRACT_MONTH]");
    assertThat(
            landing.rows(
                ecds, ECDS.arrivalDate, ECDS.arrivalTime, ECDS.arrivalMode, ECDS.ageAtArrival))
        .containsExactly("[2020-04-05,545,1048031000000100,88]");
    List<String> person = landing.rows(ecds, ECDS.personId);
    assertThat(person).doesNotContain("[TOKEN7]", "[null]");
    assertThat(landing.rows(hes, HesAe.TABLE.personId)).isEqualTo(person);
    assertThat(landing.rows(addresses, ADDRESSES.personId)).isEqualTo(person);
  }
}
