package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.check.CheckReport;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries;
import careworkforce.common.table.Check;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are taken in, which not, and what the ledger says of it. */
class IngestionTest {
  private static final String JANUARY = Homes.HEADER + "h1,20,9.50,01/04/2011,N\nh2,,,,R\n";
  private static final Rejects REJECTS = Rejects.of(Homes.TABLE);
  @TempDir Path folder;
  private final Ingest homes = Homes.Taking.standard();
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  void shouldTakeInAFileWithItsProvenanceAndAccountForEveryRow() {
    desk.deliver(
        "homes/HOMES_201501.csv",
        Homes.HEADER + "h1,20,9.50,01/04/2011,N\nh2,x,,,R\nh1,20,9.50,01/04/2011,N\n");

    assertThat(desk.pending(homes)).containsExactly("HOMES_201501.csv is new");
    Deliveries.Taken report = desk.run(homes);

    assertThat(Desk.counts(report)).containsExactly("HOMES_201501.csv ingested 3 = 1 + 1 + 1");
    assertThat(desk.rows(Homes.TABLE))
        .containsExactly("[2015-01-01,HOMES_201501.csv,2,h1,20,9.50,2011-04-01,N]");
    assertThat(desk.rows(REJECTS))
        .containsExactly(
            "[2015-01-01,HOMES_201501.csv,3,BAD_NUMBER,"
                + "Beds 'x' is not a number of the column's kind,Beds,h2,x,,,R]");
    assertThat(desk.pending(homes)).isEmpty();
  }

  @Test
  void shouldSayWhereFilesGoAndWhatTheyAreCalled() {
    assertThat(homes.source()).isEqualTo("files in `homes/` named `HOMES_YYYYMM[^/]*.csv`");
  }

  @Test
  void shouldTellOfRowsThatMissAPromiseAndLetThemStand() {
    desk.deliver("homes/HOMES_201501.csv", Homes.HEADER + "h1,600,,,N\nh2,20,,,N\nh3,,,,N\n");

    Deliveries.Taken report = desk.run(homes);

    assertThat(report.findings())
        .containsExactly(
            new CheckReport.Finding(
                "BEDS_FEW",
                "bronze.homes: 1 rows miss BEDS_FEW: no home has over 500 beds",
                Check.Severity.WARN,
                1));
    assertThat(desk.lake.count(Homes.TABLE)).isEqualTo(3);
  }

  @Test
  void shouldNotTakeInTheSameFileTwice() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY).begin(homes);
    desk.deliver("homes/HOMES_201501.csv", JANUARY);
    folder.resolve("landing/homes/HOMES_201501.csv").toFile().setLastModified(1_000_000_000L);

    assertThat(desk.pending(homes)).isEmpty();
    Deliveries.Taken report = desk.run(homes);

    assertThat(report.files()).isEmpty();
    assertThat(desk.lake.count(Homes.TABLE)).isEqualTo(2);
  }

  @Test
  void shouldNotTakeInTheSameContentUnderAnotherName() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY).begin(homes);
    desk.deliver("homes/HOMES_201501_again.csv", JANUARY);

    Deliveries.Taken again = desk.run(homes);
    assertThat(Desk.counts(again)).containsExactly("HOMES_201501_again.csv same 2 = 2 + 0 + 0");
    assertThat(again.accepted()).as("nothing was written").isZero();
    assertThat(desk.rows(Homes.TABLE)).hasSize(2).allMatch(r -> r.contains("HOMES_201501.csv"));
    assertThat(desk.pending(homes)).isEmpty();
  }

  @Test
  void shouldReplaceThePeriodOfAChangedFileAndSaySo() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY);
    desk.deliver("homes/HOMES_201502.csv", Homes.HEADER + "h9,1,,,N\n");
    desk.run(homes);
    desk.deliver("homes/HOMES_201501.csv", Homes.HEADER + "h3,30,,,N\n");

    assertThat(desk.pending(homes)).containsExactly("HOMES_201501.csv is changed");
    Deliveries.Taken report = desk.run(homes);

    assertThat(report.messages())
        .containsExactly(
            "homes/HOMES_201501.csv: replaces the 2 rows of 2015-01 from its earlier delivery");
    assertThat(desk.rows(Homes.TABLE))
        .containsExactly(
            "[2015-01-01,HOMES_201501.csv,2,h3,30,null,null,N]",
            "[2015-02-01,HOMES_201502.csv,2,h9,1,null,null,N]");
    assertThat(desk.lake.read(FileLedger.TABLE).filter("status = 'replaced'").count()).isEqualTo(1);
    assertThat(desk.pending(homes)).isEmpty();
  }

  @Test
  void shouldLetTheLastByNameStandForAPeriod() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY);
    desk.deliver("homes/HOMES_201501_v2.csv", Homes.HEADER + "h3,30,,,N\n");

    Deliveries.Taken report = desk.run(homes);

    assertThat(Desk.counts(report))
        .containsExactlyInAnyOrder(
            "HOMES_201501_v2.csv ingested 1 = 1 + 0 + 0",
            "HOMES_201501.csv superseded 0 = 0 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).hasSize(1);
    assertThat(desk.pending(homes)).isEmpty();

    desk.withdraw("homes/HOMES_201501_v2.csv");
    assertThat(desk.pending(homes))
        .containsExactly("HOMES_201501.csv is last for its period again");
    desk.run(homes);
    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
  }

  @Test
  void shouldReadAgainWhatWasReadByALayoutSinceChanged() {
    desk.deliver("homes/HOMES_201501.csv", Homes.HEADER + "h1,-,,,N\nh2,2,,,N\n");
    desk.run(homes);
    Ingest mended =
        new Homes.Taking(List.of(Homes.taken(Homes.draft("homes-1").nulls("-")).layout()));

    assertThat(desk.rows(REJECTS)).hasSize(1);
    assertThat(desk.pending(mended)).containsExactly("HOMES_201501.csv is of a changed layout");
    desk.run(mended);

    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
    assertThat(desk.rows(REJECTS)).isEmpty();
  }

  @Test
  void shouldMakeATableOfAnEarlierContractAnewUnlessItsFilesAreGone() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY).deliver("homes/HOMES_201502.csv", JANUARY);
    desk.run(homes);
    desk.lake
        .read(Homes.TABLE)
        .withColumn("beds", Homes.TABLE.beds.col().cast("string"))
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(desk.lake.path(Homes.TABLE));
    Ingest changed = new Homes.Taking(List.of(Homes.taken(Homes.draft("homes-2")).layout()));

    desk.withdraw("homes/HOMES_201502.csv");
    assertThatThrownBy(() -> desk.run(changed))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the files of [2015-02] are no longer delivered");
    desk.deliver("homes/HOMES_201502.csv", JANUARY).run(changed);

    assertThat(desk.lake.read(Homes.TABLE).schema().apply("beds").dataType())
        .isEqualTo(Homes.TABLE.beds.type());
    assertThat(desk.lake.count(Homes.TABLE)).isEqualTo(4);
  }

  @Test
  void shouldCompleteAfterBeingKilledBeforeTheLedgerWasWritten() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY).begin(homes);
    List<String> rows = desk.rows(Homes.TABLE);
    desk.lake.takeBack(FileLedger.TABLE, java.util.OptionalLong.empty());

    assertThat(desk.pending(homes)).containsExactly("HOMES_201501.csv is new");
    desk.run(homes);

    assertThat(desk.rows(Homes.TABLE)).isEqualTo(rows);
    assertThat(desk.pending(homes)).isEmpty();
  }

  /** 2015-00 would come before January, and 2014-13 after December. */
  @Test
  void shouldLeaveAloneAFileOfAMonthThatIsNoneOfTheYear() {
    desk.deliver("homes/HOMES_201412.csv", JANUARY);
    desk.deliver("homes/HOMES_201413.csv", Homes.HEADER + "h9,1,,,N\n");
    desk.deliver("homes/HOMES_201500.csv", Homes.HEADER + "h9,1,,,N\n");

    assertThat(desk.run(homes).messages())
        .containsExactly(
            "HOMES_201413.csv is left alone: no layout reads a file of that name",
            "HOMES_201500.csv is left alone: no layout reads a file of that name");
    assertThat(desk.rows(Homes.TABLE)).hasSize(2).allMatch(r -> r.contains("HOMES_201412.csv"));
  }

  @Test
  void shouldSayWhichFilesNoLayoutReads() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY).deliver("homes/README.txt", "hello");

    assertThat(desk.run(homes).messages())
        .containsExactly("README.txt is left alone: no layout reads a file of that name");
  }

  @Test
  void shouldReadEachPeriodByTheLayoutThatHoldsForIt() {
    Ingest two =
        new Homes.Taking(
            List.of(
                Homes.draft("old")
                    .to(careworkforce.common.time.Month.of(2014, 12))
                    .delimiter('|')
                    .foldHeaders()
                    .take("home code", Homes.TABLE.home, Parse.text())
                    .takeIfThere("beds", Homes.TABLE.beds, Parse.integer())
                    .layout(),
                Homes.taken(Homes.draft("new").from(careworkforce.common.time.Month.of(2015, 1)))
                    .layout()));
    desk.deliver("homes/HOMES_201412.csv", "Something,HOME_CODE\n".replace(',', '|') + "1|h0\n");
    desk.deliver("homes/HOMES_201501.csv", JANUARY);

    Deliveries.Taken report = desk.run(two);

    assertThat(report.messages())
        .containsExactly("homes/HOMES_201412.csv: unknown columns kept out: Something");
    assertThat(desk.rows(Homes.TABLE))
        .startsWith("[2014-12-01,HOMES_201412.csv,2,h0,null,null,null,null]")
        .hasSize(3);
  }

  @Test
  void shouldSayWhereFilesBelongIfNoneWasEverDelivered() {
    assertThatThrownBy(() -> desk.run(homes))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot make bronze.homes: no file is in")
        .hasMessageContaining("sources.path");
  }

  @Test
  void shouldSayThatNoLayoutReadsTheOnlyFileDelivered() {
    desk.deliver("homes/HOMES_JAN_2015.csv", JANUARY);

    assertThat(desk.pending(homes))
        .singleElement()
        .asString()
        .startsWith("no layout reads a file of");
    assertThatThrownBy(() -> desk.run(homes))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot make bronze.homes: no layout reads a file of");
  }

  private boolean isMarked() {
    return desk.lake.account(Homes.TABLE).orElseThrow().synthetic();
  }

  private String property() {
    return io.delta.tables.DeltaTable.forPath(desk.lake.spark(), desk.lake.path(Homes.TABLE))
        .detail()
        .select("properties.`careworkforce.synthetic`")
        .head()
        .getString(0);
  }

  @Test
  void shouldMarkRowsAsSyntheticWhereTheLandingPlaceSaysSo() {
    desk.deliver(LandingPlace.SYNTHETIC, "made up").deliver("homes/HOMES_201501.csv", JANUARY);
    desk.begin(homes);
    assertThat(isMarked()).isTrue();
    assertThat(property()).isEqualTo("true");
  }

  @Test
  void shouldTakeInAgainWhatStandsUnmarkedAndIsSynthetic() {
    desk.deliver("homes/HOMES_201501.csv", JANUARY).begin(homes);
    assertThat(isMarked()).isFalse();
    desk.deliver(LandingPlace.SYNTHETIC, "made up");

    assertThat(desk.pending(homes))
        .containsExactly("HOMES_201501.csv is synthetic, and its rows are not marked so");
    desk.run(homes);

    assertThat(isMarked()).isTrue();
    assertThat(property()).isEqualTo("true");
    assertThat(desk.pending(homes)).isEmpty();
    assertThat(desk.lake.count(Homes.TABLE)).isEqualTo(2);
  }

  @Test
  void shouldKeepTheMarkOfRowsBesideWhichOthersCome() {
    desk.deliver(LandingPlace.SYNTHETIC, "made up").deliver("homes/HOMES_201501.csv", JANUARY);
    desk.begin(homes);
    desk.withdraw(LandingPlace.SYNTHETIC);
    assertThat(desk.pending(homes)).isEmpty();
    desk.deliver("homes/HOMES_201502.csv", Homes.HEADER + "h9,1,,,N\n");
    desk.run(homes);
    assertThat(isMarked()).isTrue();
  }
}
