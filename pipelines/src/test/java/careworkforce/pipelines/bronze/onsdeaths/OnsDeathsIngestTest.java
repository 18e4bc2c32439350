package careworkforce.pipelines.bronze.onsdeaths;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsDeathsIngestTest {
  private static final String HEADER = String.join(",", OnsDeaths.TABLE.headers()) + "\n";
  private static final String NO_CONTRIBUTORY = ",,,,,,,,,,,,,,,";

  @Test
  void shouldReadDatesOfDeathAndRegistrationAndRejectADateThatNeverWas() {
    List<String> told =
        Scans.told(
            new OnsDeathsIngest(),
            "ONS_DEATHS_2015.csv",
            HEADER
                + "7,2015-03-10,2015-03-14,F03"
                + NO_CONTRIBUTORY
                + ",500000,1,0,2\n8,2015-02-30,2015-03-14,F03"
                + NO_CONTRIBUTORY
                + ",500000,1,0,2\n");
    assertThat(told.get(0)).startsWith("2: 7 16504 16508 F03 500000 1 2");
    assertThat(told.get(1)).isEqualTo("3: BAD_DATE DOD");
  }

  /** The columns of the dictionary's linked mortality: the token tells, the others never stay. */
  @Test
  void shouldHideThePersonOfTheRecordAndTakeNothingElseThatTellsWhoDied() {
    String header =
        "RECORD_ID,DOD,DOR,TOKEN_PERSON_ID,PERSON_ID,NEWNHSNO,DOB,HOMEADD,PLACE_OF_DEATH,"
            + "CERTIFYING_GP_1,CERTIFYING_GP_2,CERTIFYING_GP_3,CERTIFYING_GP_4\n";
    String row =
        "7,2015-03-10,2015-03-14,ABCDEF,XYZ,9434765919,1931-05-17,N1 1AA,Oak,Lee,Lee,Lee,Lee\n";
    List<String> told =
        Scans.told(
            new OnsDeathsIngest(),
            "ONS_DEATHS_2021.csv",
            header + row + row.replace("7,", "8,").replace("ABCDEF", ""));
    assertThat(told.get(0)).matches("2: 7 16504 16508 null null null null [0-9a-f]{32}( null)*");
    assertThat(told.get(1)).matches("3: 8 16504 16508( null)*");
  }

  @Test
  void shouldHaveFifteenContributoryCauses() {
    assertThat(OnsDeaths.TABLE.headers())
        .hasSize(23)
        .contains("CAUSE_OF_DEATH_NON_NEONATAL_1", "CAUSE_OF_DEATH_NON_NEONATAL_15");
  }

  @Test
  void shouldReadTheBridgeAndHideThePerson() {
    List<String> told =
        Scans.told(
            new OnsDeathPersonsIngest(),
            "ONS_DEATHS_BRIDGE_2015.csv",
            "RECORD_ID,TOKEN_PERSON_ID\n7,ABCDEF\n8,\n");
    assertThat(told.get(0)).startsWith("2: 7 ").doesNotContain("ABCDEF");
    assertThat(told.get(1)).isEqualTo("3: MISSING_REQUIRED TOKEN_PERSON_ID");
  }
}
