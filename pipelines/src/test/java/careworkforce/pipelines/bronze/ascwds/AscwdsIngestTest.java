package careworkforce.pipelines.bronze.ascwds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Check;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AscwdsIngestTest {
  private static final AscwdsWorkers WORKERS = AscwdsWorkers.TABLE;
  private static final AscwdsLeavers LEAVERS = AscwdsLeavers.TABLE;
  private static final AscwdsWorkplaces WORKPLACES = AscwdsWorkplaces.TABLE;
  @TempDir Path folder;

  private static String line(WideTable table, char delimiter, Map<String, String> cells) {
    assertThat(table.headers()).containsAll(cells.keySet());
    return table.headers().stream()
        .map(header -> cells.getOrDefault(header, ""))
        .collect(Collectors.joining(String.valueOf(delimiter)));
  }

  @Test
  void shouldHaveThePublishedColumnsOfEachFile() throws IOException {
    for (WideTable table : List.of(WORKERS, LEAVERS, WORKPLACES)) {
      String file = table.name().replace("ascwds_", "") + "_file_columns.csv";
      Path path = Landing.shared().resolve("reference/ascwds/" + file);
      assumeThat(path).as("the reference files are not there").exists();
      assertThat(table.headers())
          .isEqualTo(Files.readAllLines(path).stream().skip(1).map(l -> l.split(",")[2]).toList());
    }
  }

  @Test
  void shouldReadOldFilesByCommasAndAmericanDatesAndNewOnesByBarsAndBritishDates() {
    AscwdsWorkersIngest ingest = new AscwdsWorkersIngest();
    Landing landing =
        new Landing(folder)
            .file(
                "ascwds_worker/20181231/worker.csv",
                "PERIOD,establishmentid,workerid,wrkglbid,emplstat,strtdate,conthrs,hrlyrate",
                "M201812,7,70,0A1B,190,02/03/2015,37.5,8.91",
                "M201812,7,71,,194,31/03/2015,-1,-2")
            .file(
                "ascwds_worker/20190331/worker.csv",
                String.join("|", WORKERS.headers()),
                line(
                    WORKERS,
                    '|',
                    Map.of(
                        "period", "M201903",
                        "establishmentid", "7",
                        "locationid", "1-101653321",
                        "workerid", "70",
                        "wrkglbid", "0A1B",
                        "emplstat", "190",
                        "strtdate", "02/03/2015",
                        "yearofentry", "-1",
                        "dayssick", "2.5",
                        "ccQ2status", "3")));

    assertThat(landing.take(ingest)).containsExactlyInAnyOrder("2 = 1 + 1 + 0", "1 = 1 + 0 + 0");
    assertThat(landing.rejects(ingest)).containsExactly("[BAD_DATE,strtdate]");
    assertThat(
            landing.rows(
                ingest,
                WORKERS.period,
                WORKERS.extractPeriod,
                WORKERS.workerid,
                WORKERS.strtdate,
                WORKERS.conthrs,
                WORKERS.hrlyrate,
                WORKERS.yearofentry,
                WORKERS.dayssick))
        .containsExactly(
            "[2018-12-01,M201812,70,2015-02-03,37.5,8.91,null,null]",
            "[2019-03-01,M201903,70,2015-03-02,null,null,-1,2.5]");
    List<String> persons = landing.rows(ingest, WORKERS.personId);
    assertThat(persons).doesNotContain("[0A1B]").doesNotContain("[null]");
    assertThat(persons.get(0)).isEqualTo(persons.get(1));
  }

  @Test
  void shouldTakeInAWorkerWithoutAPersonKey() {
    AscwdsWorkersIngest ingest = new AscwdsWorkersIngest();
    Landing landing =
        new Landing(folder)
            .file(
                "ascwds_worker/20190331/worker.csv",
                "period|establishmentid|workerid|wrkglbid|emplstat|strtdate",
                "M201903|7|70|0A1B|190|02/03/2015",
                "M201903|7|71||190|02/03/2015",
                "M201903|7|72||190|02/03/2015");

    assertThat(landing.take(ingest)).containsExactly("3 = 3 + 0 + 0");
    assertThat(landing.rows(ingest, WORKERS.workerid, WORKERS.personId))
        .contains("[71,null]", "[72,null]")
        .doesNotContain("[70,null]");
  }

  @Test
  void shouldTakeTheLeaverFileAsOftenAsItTellsOfALeaver() {
    AscwdsLeaversIngest ingest = new AscwdsLeaversIngest();
    String header = "period|establishmentid|workerid|deletedate|reason|reasonOther";
    String leaver = "|7|70|09/02/2019|They moved to a different sector (e.g. retail)|";
    Landing landing =
        new Landing(folder)
            .file("ascwds_leaver/20190331/leaver.csv", header, "M201903" + leaver)
            .file("ascwds_leaver/20190630/leaver.csv", header, "M201906" + leaver);

    landing.take(ingest);

    assertThat(landing.rows(ingest, LEAVERS.period, LEAVERS.workerid, LEAVERS.deletedate))
        .containsExactly("[2019-03-01,70,2019-02-09]", "[2019-06-01,70,2019-02-09]");
  }

  @Test
  void shouldKeepWorkplaceCountsAsDeliveredAndAWorkplacesPostcode() {
    AscwdsWorkplacesIngest ingest = new AscwdsWorkplacesIngest();
    Landing landing =
        new Landing(folder)
            .file(
                "ascwds_workplace/workplace_201903.csv",
                "establishmentid|orgid|mupddate|totalstaff|wkrrecs|totalstarters|totalvacancies"
                    + "|jr08emp|JR08STOP|st01cap|postcode|establishmentname",
                "7|7|01/02/2019|20|-1|0|-2|999|3|40|LS1 4DY|Synthetic Home",
                "8|8|01/02/2019|twelve|12|0|0|9|0||LS1 4DY|Synthetic Home");

    assertThat(landing.take(ingest)).containsExactly("2 = 1 + 1 + 0");
    assertThat(landing.rejects(ingest)).containsExactly("[BAD_NUMBER,totalstaff]");
    assertThat(
            landing.rows(
                ingest,
                WORKPLACES.period,
                WORKPLACES.mupddate,
                WORKPLACES.wkrrecs,
                WORKPLACES.totalstarters,
                WORKPLACES.totalvacancies,
                WORKPLACES.jr08emp,
                WORKPLACES.role("08", "stop"),
                WORKPLACES.service("01", "cap")))
        .containsExactly("[2019-03-01,2019-02-01,-1,0,-2,999,3,40]");
  }

  @Test
  void shouldSayWhichNumbersMeanNoNumber() {
    Dataset<Row> workplaces =
        TestRows.of(WORKPLACES)
            .row(WORKPLACES.totalstarters, 0, WORKPLACES.jr08emp, 998)
            .row(WORKPLACES.totalstarters, -1, WORKPLACES.jr08emp, 999)
            .row(WORKPLACES.totalstarters, -2, WORKPLACES.jr08emp, -1)
            .dataset();
    assertThat(
            workplaces
                .select(
                    AscwdsSentinels.known(WORKPLACES.totalstarters),
                    AscwdsSentinels.knownBelowNines(WORKPLACES.jr08emp))
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[0,998]", "[null,null]", "[null,null]");
    Dataset<Row> workers =
        TestRows.of(WORKERS)
            .row(WORKERS.yearofentry, -1, WORKERS.hrlyrate, "-2", WORKERS.zerohours, "-1")
            .row(WORKERS.yearofentry, 2004, WORKERS.hrlyrate, "8.91", WORKERS.zerohours, "0")
            .dataset();
    assertThat(
            workers
                .select(
                    AscwdsSentinels.known(WORKERS.yearofentry),
                    AscwdsSentinels.paid(WORKERS.hrlyrate),
                    AscwdsSentinels.told(WORKERS.zerohours))
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[null,null,null]", "[2004,8.91,0]");
  }

  @Test
  void shouldHoldRowsToTheMonthOfTheirFile() {
    Check held =
        WORKERS.checks().stream()
            .filter(check -> check.code().equals("MONTH_AS_NAMED"))
            .findFirst()
            .orElseThrow();
    Dataset<Row> rows =
        TestRows.of(WORKERS)
            .each(WORKERS.period, "2021-06")
            .row(WORKERS.workerid, "1", WORKERS.extractPeriod, "M202106")
            .row(WORKERS.workerid, "2", WORKERS.extractPeriod, "M202107")
            .row(WORKERS.workerid, "3", WORKERS.extractPeriod, "2021")
            .row(WORKERS.workerid, "4")
            .dataset();
    assertThat(rows.select(WORKERS.workerid.col(), held.holds().as("holds")).collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[1,true]", "[2,false]", "[3,null]", "[4,null]");
  }

  @Test
  void shouldTellThePeriodOfEitherFormOfName() {
    var layout = new AscwdsWorkersIngest().layouts().get(1);
    assertThat(layout.period("20190331/worker.csv")).contains(Month.of(2019, 3));
    assertThat(layout.period("20210701/worker.csv")).contains(Month.of(2021, 6));
    assertThat(layout.period("worker_201906.csv")).contains(Month.of(2019, 6));
    assertThat(layout.period("201906.csv")).isEmpty();
    assertThat(layout.period("20190331/leaver.csv")).isEmpty();
  }
}
