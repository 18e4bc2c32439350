package careworkforce.pipelines.bronze.cqc;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import careworkforce.common.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CqcIngestTest {
  private static final Map<String, String> HOME = new LinkedHashMap<>();

  static {
    HOME.put("Location ID", "1-101");
    HOME.put("Location HSCA start date", "01/10/2010");
    HOME.put("Care home?", "Y");
    HOME.put("Location Name", "\"Oak, The\"");
    HOME.put("Care homes beds", "38");
    HOME.put("Location Region", "London");
    HOME.put("Location Local Authority", "Barnet");
    HOME.put("Location Postal Code", "N1 1AA");
    HOME.put("Location UPRN ID", "100012345678");
    HOME.put("Brand ID", "-");
    HOME.put("Provider ID", "1-7");
    HOME.put("Service type - Care home service with nursing", "Y");
    HOME.put("Service type - Care home service without nursing", "");
  }

  private static List<String> told(Map<String, String> more) {
    Map<String, String> row = new LinkedHashMap<>(HOME);
    row.putAll(more);
    return Scans.told(
        new CqcLocationsIngest(),
        "CQC_LOCATIONS_202001.csv",
        String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n");
  }

  @Test
  void shouldReadAnActiveHomeWithoutTheColumnsOfDeRegistration() {
    assertThat(told(Map.of()))
        .singleElement()
        .asString()
        .startsWith("2: 1-101 null 14883 null null true Oak, The null 38 null")
        .contains(" London Barnet N1 1AA 100012345678 ")
        .doesNotContain(" - ");
  }

  @Test
  void shouldReadADeRegisteredHomeWithItsSuccessorAndEndDate() {
    assertThat(
            told(
                Map.of(
                    "Location HSCA End Date", "31/03/2018",
                    "Successor Location ID", "1-202")))
        .singleElement()
        .asString()
        .contains(" 17621 ")
        .endsWith(" 1-202");
  }

  /** In the columns of September 2026. */
  @Test
  void shouldReadTheListOfDeactivatedLocations() {
    String header =
        "Location ID,Location ODS Code,Location Name,Location Status,Location HSCA start date,"
            + "Location HSCA End Date,Care home?,Care homes beds at point location de-activated,"
            + "Location Type/Sector,Location Region,Location Local Authority,Location Latitude,"
            + "Location Longitude,Location Postal Code,Location UPRN ID,Provider ID\n";
    assertThat(
            Scans.told(
                new CqcDeactivatedIngest(),
                "CQC_DEACTIVATED_202609.csv",
                header
                    + "1-101,V1,Oak,Inactive (Dereg),01/10/2010,31/03/2018,Y,38,Social Care Org,"
                    + "London,Barnet,51.5,-0.1,N1 1AA,100012345678,1-7\n"
                    + "1-102,V2,Elm,Inactive (Dereg),01/10/2010,,Y,38,Social Care Org,"
                    + "London,Barnet,51.5,-0.1,N1 1AA,100012345678,1-7\n"))
        .containsExactly(
            "2: 1-101 14883 17621 true 38 false London Barnet N1 1AA 100012345678 51.5 -0.1 1-7"
                + " null null",
            "3: MISSING_REQUIRED Location HSCA End Date");
  }

  @Test
  void shouldTakeWorkbooksByTheSheetOfTheirData() {
    assertThat(CqcLocationsIngest.DIRECTORY.period("CQC_LOCATIONS_201901.xlsx"))
        .contains(Month.of(2019, 1));
    assertThat(CqcLocationsIngest.DIRECTORY.sheets()).containsExactly("HSCA_Active_Locations");
    assertThat(CqcDeactivatedIngest.LIST.period("CQC_DEACTIVATED_202609.xlsx"))
        .contains(Month.of(2026, 9));
    assertThat(CqcDeactivatedIngest.LIST.sheets()).containsExactly("Deactivated_Locations");
    assertThat(CqcRatingsIngest.LATEST.period("CQC_RATINGS_202609.xlsx"))
        .contains(Month.of(2026, 9));
  }

  @Test
  void shouldTakeTheNullDateOfOldFilesAsNull() {
    assertThat(told(Map.of("Location HSCA End Date", "30/12/1899")))
        .singleElement()
        .asString()
        .startsWith("2: 1-101 null 14883 null ");
  }

  @Test
  void shouldRejectACareHomeFlagThatIsNeitherYesNorNo() {
    assertThat(told(Map.of("Care home?", "Maybe"))).containsExactly("2: BAD_FLAG Care home?");
  }

  @Test
  void shouldKnowWhoManagesOrOwnsAHomeForIdentifiersThatAreNeverShown() {
    List<String> persons =
        List.of(
            "Registered manager",
            "Provider Nominated Individual Name",
            "Provider Main Partner Name",
            "Location Telephone Number",
            "Provider Telephone Number");

    assertThat(CqcLocationsIngest.DIRECTORY.identifiersLeft()).containsAll(persons);
    assertThat(CqcDeactivatedIngest.LIST.identifiersLeft()).containsAll(persons);
    assertThat(CqcLocationsIngest.DIRECTORY.left()).doesNotContainAnyElementsOf(persons);
  }

  @Test
  void shouldReadRatingsWhetherTheySayDomainOrKeyQuestion() {
    for (String domain : List.of("Domain", "Key question")) {
      assertThat(
              Scans.told(
                  new CqcRatingsIngest(),
                  "CQC_RATINGS_201701.csv",
                  "Location ID,"
                      + domain
                      + ",Latest Rating,Publication Date,Inherited Rating (Y/N)\n"
                      + "1-101,Overall,Good,03/01/2017,N\n"))
          .singleElement()
          .asString()
          .contains(" Overall Good null 17169 null false ");
    }
  }
}
