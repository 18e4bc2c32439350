package careworkforce.pipelines.bronze.adverts;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class AdvertsIngestTest {
  private static final String CMD =
      "v4_1,Data Marking,calendar-years,time,uk-only,geography,adzuna-jobs-category,"
          + "adzunajobscategory,week-number,week\n";

  @Test
  void shouldReadAnImputedWeekAndOneThatHasNotCome() {
    assertThat(
            Scans.told(
                new OnlineJobAdvertsIngest(),
                "online-job-adverts-2020.csv",
                CMD
                    + "101.5,,2020,2020,K02000001,United Kingdom,c,Care,week-6,Week 6\n"
                    + "99.0,x,2020,2020,K02000001,United Kingdom,c,Care,week-52,Week 52\n"
                    + "..,..,2020,2020,K02000001,United Kingdom,c,Care,week-53,Week 53\n"
                    + "99.0,z,2020,2020,K02000001,United Kingdom,c,Care,week-7,Week 7\n"))
        .containsExactly(
            "2: 101.5 null 2020 K02000001 Care week-6",
            "3: 99.0 x 2020 K02000001 Care week-52",
            "4: null .. 2020 K02000001 Care week-53",
            "5: UNKNOWN_CODE Data Marking");
  }

  @Test
  void shouldReadAdvertsByAreaAndTheJobsTheyAreSetAgainst() {
    assertThat(
            Scans.told(
                new AreaJobAdvertsIngest(),
                "AREA_JOB_ADVERTS_2015.csv",
                "lad_code,soc2010,month,adverts\n"
                    + "E06000001,7111,1970-02,12\nE06000001,7111,1970-03,..\n"))
        .containsExactly("2: E06000001 7111 31 12", "3: E06000001 7111 59 null");
    assertThat(
            Scans.told(
                new OccupationJobsIngest(),
                "OCCUPATION_JOBS_2011.csv",
                "lad_code,soc2010,jobs\nE06000001,7111,900\nE06000001,7111,some\n"))
        .containsExactly("2: E06000001 7111 900", "3: BAD_NUMBER jobs");
  }
}
