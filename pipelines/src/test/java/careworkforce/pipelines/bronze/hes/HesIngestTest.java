package careworkforce.pipelines.bronze.hes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.ingest.Scans;
import careworkforce.pipelines.bronze.Landing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HesIngestTest {
  private static final HesAe AE = HesAe.TABLE;
  private static final HesApc APC = HesApc.TABLE;
  private static final String AE_HEADER =
      ",AEKEY,ARRIVALDATE,ARRIVALTIME,AEARRIVALMODE,AEATTENDCAT,AEATTENDDISP,PROCODE3,ARRIVALAGE";
  private static final String APC_HEADER =
      "PSEUDO_HESID,EPIKEY,ADMIDATE,DISDATE,ADMIMETH,PROCODE3,STARTAGE";
  @TempDir Path folder;

  @Test
  void shouldTakeInTheArtificialFilesAsTheyStandWithEveryRow() throws IOException {
    Path reference = Landing.shared().resolve("reference/hes");
    Path attendances = reference.resolve("artificial_hes_ae_0708_truncated.csv");
    Path admissions = reference.resolve("artificial_hes_apc_0102_truncated.csv");
    assumeThat(attendances).as("the reference files are not there").exists();
    Landing landing =
        new Landing(folder)
            .copy(attendances, "hes_ae/" + attendances.getFileName())
            .copy(admissions, "hes_apc/" + admissions.getFileName());

    assertThat(landing.take(new HesAeIngest())).containsExactly("1000 = 1000 + 0 + 0");
    assertThat(landing.take(new HesApcIngest())).containsExactly("2075 = 2075 + 0 + 0");
    assertThat(landing.rows(new HesAeIngest(), AE.period, AE.aekey, AE.arrivaldate, AE.arrivaltime))
        .startsWith("[2007-04-01,502918283753,2008-02-12,616]");
  }

  @Test
  void shouldTakeAnInvalidDateForNoneWithAndWithoutATime() {
    for (String date : List.of("1801-01-01", "1801-01-01 00:00:00", "1582-10-15 00:00:00")) {
      assertThat(
              Scans.told(
                  new HesApcIngest(),
                  "HES_APC_201904.csv",
                  APC_HEADER + "\nA,1,2019-04-01," + date + ",21,RCC,84.0\n"))
          .singleElement()
          .asString()
          .contains(" 17987 null ");
    }
  }

  @Test
  void shouldKnowThePersonAndWhichKeyItIsInEachVintage() {
    HesAeIngest ingest = new HesAeIngest();
    Landing landing = new Landing(folder);
    List<String> names =
        List.of("ENCRYPTED_HESID", "EXTRACT_HESID", "PSEUDO_HESID", "TOKEN_PERSON_ID");
    for (int i = 0; i < names.size(); i++) {
      landing.file(
          "hes_ae/HES_AE_20150" + (i + 1) + ".csv",
          names.get(i).replace("TOKEN_PERSON_ID", "Token_Person_ID") + AE_HEADER,
          "SAMEPERSON,00000000000000000001,2015-01-31,0905,1,1,01,RCC,84.0");
    }

    landing.take(ingest);

    assertThat(landing.rows(ingest, AE.personId)).hasSize(4).doesNotContain("[null]");
    assertThat(landing.rows(ingest, AE.personId).stream().distinct()).hasSize(1);
    assertThat(landing.rows(ingest, AE.personKey))
        .containsExactlyInAnyOrderElementsOf(names.stream().map(n -> "[" + n + "]").toList());
    assertThat(landing.rows(ingest, AE.aekey)).containsOnly("[00000000000000000001]");
  }

  @Test
  void shouldKeepTheRecordKeysOfEveryVintageAsTheyStand() {
    List<String> keys = List.of("502918283753", "000000000017", "20210401502918283753");
    Landing landing = new Landing(folder);
    for (int i = 0; i < keys.size(); i++) {
      landing.file(
          "hes_ae/HES_AE_20150" + (i + 1) + ".csv",
          "PSEUDO_HESID" + AE_HEADER,
          "A," + keys.get(i) + ",2015-01-31,0905,1,1,01,RCC,84.0");
      landing.file(
          "hes_apc/HES_APC_20190" + (i + 1) + ".csv",
          APC_HEADER,
          "A," + keys.get(i) + ",2018-02-01,1800-01-01,21,RCC,84.0");
    }

    landing.take(new HesAeIngest());
    landing.take(new HesApcIngest());

    String[] kept = keys.stream().map(k -> "[" + k + "]").toArray(String[]::new);
    assertThat(landing.rows(new HesAeIngest(), AE.aekey)).containsExactlyInAnyOrder(kept);
    assertThat(landing.rows(new HesApcIngest(), APC.epikey)).containsExactlyInAnyOrder(kept);
  }

  @Test
  void shouldTakeNullDatesTimesAndInfantsForWhatTheyAre() {
    HesAeIngest ingest = new HesAeIngest();
    Landing landing =
        new Landing(folder)
            .file(
                "hes_ae/HES_AE_201501.csv",
                "PSEUDO_HESID" + AE_HEADER,
                "A,1,1800-01-01,3000,1,1,01,RCC,84.0",
                "B,2,1582-10-15,4000,2,1,01,RCC,7003.0",
                "C,3,1600-01-01,0000,9,9,99,RCC,",
                "D,4,1801-01-01,2359,3,1,01,RCC,84",
                "E,5,2015-01-07,2359,1,2,14,RCC,84.5");

    assertThat(landing.take(ingest)).containsExactly("5 = 3 + 2 + 0");
    assertThat(landing.rejects(ingest))
        .containsExactlyInAnyOrder("[UNKNOWN_CODE,AEARRIVALMODE]", "[BAD_NUMBER,ARRIVALAGE]");
    assertThat(landing.rows(ingest, AE.arrivaldate, AE.arrivaltime, AE.arrivalage))
        .containsExactly("[null,null,84]", "[null,null,7003]", "[null,0,null]");
  }

  @Test
  void shouldReadATimeInTheFormAndInTheValuesOfTheDictionary() {
    StringBuilder rows = new StringBuilder("PSEUDO_HESID" + AE_HEADER + "\n");
    for (String time : List.of("0905", "09:05:00", "09:05", "30:00:00", "40:00", "09.05")) {
      rows.append("A,1,2015-01-31,").append(time).append(",1,1,01,RCC,84.0\n");
    }
    List<String> told = Scans.told(new HesAeIngest(), "HES_AE_201501.csv", rows.toString());

    assertThat(told.subList(0, 3)).allMatch(row -> row.contains(" 16466 545 "));
    assertThat(told.subList(3, 5)).allMatch(row -> row.contains(" 16466 null "));
    assertThat(told.get(5)).isEqualTo("7: BAD_TIME ARRIVALTIME");
  }

  @ParameterizedTest
  @CsvSource({"201502,|", "201502,','", "201904,|", "201904,','"})
  void shouldCutAnExtractByCommasOrPipesWhateverItsMonth(String month, String cut) {
    String admission = "A,513700125763,2014-02-01,1800-01-01,21,RCC,84.0";
    String attendance = "A,502918283753,2014-02-01,0905,1,1,01,RCC,84.0";

    assertThat(
            Scans.told(
                new HesApcIngest(),
                "HES_APC_" + month + ".csv",
                (APC_HEADER + "\n" + admission + "\n").replace(",", cut)))
        .singleElement()
        .asString()
        .contains(" 513700125763 16102 null ");
    assertThat(
            Scans.told(
                new HesAeIngest(),
                "HES_AE_" + month + ".csv",
                ("PSEUDO_HESID" + AE_HEADER + "\n" + attendance + "\n").replace(",", cut)))
        .singleElement()
        .asString()
        .contains(" 502918283753 16102 545 ");
  }
}
