package careworkforce.pipelines.bronze.sickness;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class SicknessAbsencesIngestTest {
  private static final String NEW =
      "DATE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME,ORG_TYPE,"
          + "FTE_DAYS_LOST,FTE_DAYS_AVAILABLE,SICKNESS_ABSENCE_RATE_PERCENT\n";
  private static final String OLD =
      "Date,HEE_region_code,HEE_region_name,Org Code,Org Name,Org Type,FTE Days Sick,"
          + "FTE Days Available,SA Rate (%),Sort_Date\n";

  @Test
  void shouldReadTheMonthlyFile() {
    assertThat(
            Scans.told(
                new SicknessAbsencesIngest(),
                "nhs_sickness_absence_2024-04.csv",
                NEW
                    + "30/04/2024,Y60,Midlands,QGH,Worcester,RX1,Oak Trust,Acute,10.50000001,210,5\n"
                    + "31/05/2024,Y60,Midlands,QGH,Worcester,RX1,Oak Trust,Acute,10,210,5\n"))
        .containsExactly(
            "2: 19843 Y60 Midlands QGH Worcester RX1 Oak Trust Acute 10.50000 210.00000 5.00",
            "3: OTHER_PERIOD DATE");
  }

  /** A month is told as the last day of it, leap years among them. */
  @Test
  void shouldReadEditionsBeforeTheIntegratedCareSystems() {
    assertThat(
            Scans.told(
                new SicknessAbsencesIngest(),
                "nhs_sickness_absence_2020-02.csv",
                OLD
                    + "2020-FEB,HE1,North,RX1,Oak Trust,Acute,10.5,210,5,20200201\n"
                    + "2020-FEB,HE1,North,RX2,Elm,Acute,\"1,234.5\",\"24,690\",5,20200201\n"
                    + "2020-FEBRUARY-1,HE1,North,RX1,Oak Trust,Acute,10.5,210,5,20200201\n"))
        .containsExactly(
            "2: 18321 null null null null RX1 Oak Trust Acute 10.50000 210.00000 5.00",
            "3: 18321 null null null null RX2 Elm Acute 1234.50000 24690.00000 5.00",
            "4: BAD_DATE DATE");
    assertThat(
            Scans.told(
                new SicknessAbsencesIngest(),
                "nhs_sickness_absence_2019-04.csv",
                OLD + "2019-APR,HE1,North,RX1,Oak Trust,Acute,10.5,210,5,20190401\n"))
        .hasSize(1)
        .allMatch(row -> row.startsWith("2: 18016 "));
  }
}
