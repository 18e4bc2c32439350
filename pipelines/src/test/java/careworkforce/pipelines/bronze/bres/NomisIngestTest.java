package careworkforce.pipelines.bronze.bres;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class NomisIngestTest {
  private static final String HEADER =
      "DATE_NAME,GEOGRAPHY_TYPE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,INDUSTRY_NAME,OBS_VALUE,"
          + "OBS_STATUS_NAME,RECORD_COUNT\n";

  @Test
  void shouldLeaveAWithheldCellNull() {
    assertThat(
            Scans.told(
                new BresJobsIngest(),
                "NM_189_1_2019.csv",
                HEADER
                    + "2019,district,Hartlepool,E06000001,\"47 : Retail trade\",3500.0,Normal,3\n"
                    + "2019,district,Hartlepool,E06000001,\"11 : Beverages\",,Suppressed,3\n"
                    + "2019,district,Hartlepool,E06000001,\"12 : Tobacco\",0,Normal,3\n"))
        .containsExactly(
            "2: 2019 district Hartlepool E06000001 47 : Retail trade 3500 Normal 3 null null",
            "3: 2019 district Hartlepool E06000001 11 : Beverages null Suppressed 3 null null",
            "4: 2019 district Hartlepool E06000001 12 : Tobacco 0 Normal 3 null null");
  }

  @Test
  void shouldRefuseAFileWithoutThePagesThatItsAnswerHad() {
    String cell = "2019,district,Hartlepool,E06000001,\"4%d : Trade\",5,Normal,3\n";
    assertThat(
            Scans.told(
                new BresJobsIngest(),
                "NM_189_1_2019.csv",
                HEADER + cell.formatted(5) + cell.formatted(6)))
        .containsExactly("refused: it holds 2 rows of the 3 that its RECORD_COUNT tells of");
  }

  @Test
  void shouldKeepTheStatusAndTheMeasureThatARowIsOf() {
    assertThat(
            Scans.told(
                new BresJobsIngest(),
                "NM_189_1_2019.csv",
                HEADER.replace("\n", ",EMPLOYMENT_STATUS_NAME,MEASURES_NAME\n")
                    + "2019,district,Hartlepool,E06000001,Total,35,Normal,2,Employment,Value\n"
                    + "2019,district,Hartlepool,E06000001,Total,30,Normal,2,Employees,Value\n"))
        .containsExactly(
            "2: 2019 district Hartlepool E06000001 Total 35 Normal 2 Value Employment",
            "3: 2019 district Hartlepool E06000001 Total 30 Normal 2 Value Employees");
  }

  @Test
  void shouldTakeBothSeriesOfJobsAndKeepBusinessesApart() {
    assertThat(Scans.told(new BresJobsIngest(), "NM_172_1_2013.csv", HEADER)).isEmpty();
    assertThat(Scans.told(new BresJobsIngest(), "NM_141_1_2013.csv", HEADER))
        .containsExactly("no layout reads NM_141_1_2013.csv");
    assertThat(Scans.told(new BusinessCountsIngest(), "NM_141_1_2013.csv", HEADER)).isEmpty();
  }
}
