package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.delta.Part;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries;
import careworkforce.common.time.Month;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the rows of a file that is no longer delivered, or that another comes after. */
class WithdrawnFilesTest {
  private static final Rejects REJECTS = Rejects.of(Homes.TABLE);
  private static final String REFUSED = "HOMES_201503.csv.gz refused 0 = 0 + 0 + 0";
  @TempDir Path folder;
  private final Ingest homes = Homes.Taking.standard();
  private Desk desk;

  @BeforeEach
  void deliverTwoMonths() {
    desk = new Desk(folder.resolve("night"));
    desk.deliver("homes/HOMES_201501.csv", rows("h1,20,9.50,01/04/2011,N\nh2,x,,,R\n"));
    desk.deliver("homes/HOMES_201502.csv", rows("h1,21,,,N\n"));
    desk.begin(homes);
  }

  private static String rows(String lines) {
    return Homes.HEADER + lines;
  }

  private List<String> ledger() {
    return desk
        .lake
        .read(FileLedger.TABLE)
        .selectExpr("concat(file, ' ', status)")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  /** The tables are those of a lake made at once from the files as they lie. */
  private void assertLikeARebuild(String... files) {
    Desk whole = new Desk(folder.resolve("whole"));
    for (int i = 0; i < files.length; i += 2) {
      whole.deliver("homes/" + files[i], rows(files[i + 1]));
    }
    whole.run(homes);
    assertThat(desk.rows(Homes.TABLE)).isEqualTo(whole.rows(Homes.TABLE));
    assertThat(desk.rows(REJECTS))
        .isEqualTo(whole.lake.exists(REJECTS) ? whole.rows(REJECTS) : List.of());
  }

  @Test
  void shouldTakeARowsFileAwayWithItsRejectsAndSaySo() {
    desk.withdraw("homes/HOMES_201501.csv");
    assertThat(desk.pendingAtRefresh(homes)).containsExactly("HOMES_201501.csv is withdrawn");
    Deliveries.Taken taken = desk.refresh(homes);

    assertThat(taken.messages())
        .containsExactly("homes/HOMES_201501.csv: withdrawn; its 1 rows of 2015-01 leave");
    assertThat(Desk.counts(taken)).containsExactly("HOMES_201501.csv withdrawn 0 = 0 + 0 + 0");
    assertLikeARebuild("HOMES_201502.csv", "h1,21,,,N\n");
    assertThat(ledger()).containsExactly("HOMES_201501.csv withdrawn", "HOMES_201502.csv ingested");
    assertThat(desk.pendingAtRefresh(homes)).isEmpty();
  }

  @Test
  void shouldKeepTheRowsOfAVanishedFileAtAPlainRun() {
    desk.withdraw("homes/HOMES_201501.csv").deliver("homes/HOMES_201503.csv", rows("h3,1,,,N\n"));

    assertThat(desk.run(homes).messages())
        .containsExactly("1 files are no longer delivered; their rows stay until a refresh");
    assertThat(desk.rows(Homes.TABLE)).hasSize(3);
  }

  @Test
  void shouldReplaceAndWithdrawInOneCommit() {
    long before = desk.lake.version(Homes.TABLE).orElseThrow();
    desk.withdraw("homes/HOMES_201501.csv").deliver("homes/HOMES_201502.csv", rows("h9,9,,,R\n"));
    desk.refresh(homes);

    assertThat(desk.lake.version(Homes.TABLE)).hasValue(before + 1);
    assertLikeARebuild("HOMES_201502.csv", "h9,9,,,R\n");
  }

  @Test
  void shouldTakeInAgainAFileThatCameBackAsItWas() {
    desk.withdraw("homes/HOMES_201501.csv").refresh(homes);
    desk.deliver("homes/HOMES_201501.csv", rows("h1,20,9.50,01/04/2011,N\nh2,x,,,R\n"));

    assertThat(desk.pendingAtRefresh(homes)).containsExactly("HOMES_201501.csv is delivered again");
    desk.refresh(homes);
    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
    assertThat(desk.rows(REJECTS)).hasSize(1);
    assertThat(desk.pendingAtRefresh(homes)).isEmpty();
  }

  @Test
  void shouldReadTheFileThatIsLeftOfTwoWithOneContent() {
    desk.deliver("homes/HOMES_201502_again.csv", rows("h1,21,,,N\n")).refresh(homes);
    desk.withdraw("homes/HOMES_201502.csv");

    assertThat(desk.pendingAtRefresh(homes))
        .containsExactly("HOMES_201502_again.csv is all that is left of its content");
    desk.refresh(homes);
    assertLikeARebuild(
        "HOMES_201501.csv",
        "h1,20,9.50,01/04/2011,N\nh2,x,,,R\n",
        "HOMES_201502_again.csv",
        "h1,21,,,N\n");
    assertThat(desk.pendingAtRefresh(homes)).isEmpty();
  }

  @Test
  void shouldKeepWhatStandsWhereTheFileInItsPlaceCannotBeRead() {
    desk.withdraw("homes/HOMES_201502.csv").deliver("homes/HOMES_201502_v2.csv", "nonsense\n");
    desk.refresh(homes);

    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
  }

  /** The packed one comes last by name, and is cut off. */
  private void deliverCutOff(String file) {
    byte[] packed = Desk.packed(rows("h9,9,,,N\n"));
    desk.deliver("homes/" + file, Arrays.copyOf(packed, packed.length / 2));
  }

  private void assertRefreshed(String... counts) {
    assertThat(Desk.counts(desk.refresh(homes))).containsExactly(counts);
    assertThat(desk.pendingAtRefresh(homes)).isEmpty();
  }

  @Test
  void shouldTakeInTheFileBeforeOneThatIsRefused() {
    desk.deliver("homes/HOMES_201503.csv", rows("h3,1,,,N\n"));
    deliverCutOff("HOMES_201503.csv.gz");

    assertRefreshed(REFUSED, "HOMES_201503.csv ingested 1 = 1 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).hasSize(3);
    assertThat(desk.refresh(homes).messages())
        .singleElement()
        .asString()
        .contains("Cannot take homes/HOMES_201503.csv.gz into bronze.homes");
  }

  @Test
  void shouldKeepAndReplaceTheRowsOfTheFileBeforeOneThatIsRefused() {
    desk.deliver("homes/HOMES_201503.csv", rows("h3,1,,,N\n")).refresh(homes);
    deliverCutOff("HOMES_201503.csv.gz");
    assertRefreshed(REFUSED);
    assertThat(desk.rows(Homes.TABLE)).hasSize(3);

    desk.deliver("homes/HOMES_201503.csv", rows("h3,2,,,N\n"));
    assertRefreshed("HOMES_201503.csv ingested 1 = 1 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).contains("[2015-03-01,HOMES_201503.csv,2,h3,2,null,null,N]");

    desk.deliver("homes/HOMES_201503.csv.gz", Desk.packed(rows("h9,9,,,N\n")));
    assertRefreshed("HOMES_201503.csv.gz ingested 1 = 1 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).hasSize(3).anyMatch(r -> r.contains("csv.gz,2,h9,9"));
  }

  /** One name, packed or not: by name alone the packed one would stand for good. */
  @Test
  void shouldTakeTheLaterOfAPackedFileAndOneOfItsNameThatIsNot() throws IOException {
    desk.deliver("homes/HOMES_201503.csv.gz", Desk.packed(rows("h3,1,,,N\n"))).refresh(homes);
    Path packed = folder.resolve("night/landing/homes/HOMES_201503.csv.gz");
    FileTime delivered = Files.getLastModifiedTime(packed);

    desk.deliver("homes/HOMES_201503.csv", rows("h3,2,,,N\n"));
    Path plain = folder.resolve("night/landing/homes/HOMES_201503.csv");
    Files.setLastModifiedTime(plain, FileTime.fromMillis(delivered.toMillis() + 1_000));
    assertRefreshed("HOMES_201503.csv ingested 1 = 1 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).contains("[2015-03-01,HOMES_201503.csv,2,h3,2,null,null,N]");

    desk.deliver("homes/HOMES_201503.csv.gz", Desk.packed(rows("h3,3,,,N\n")));
    Files.setLastModifiedTime(packed, FileTime.fromMillis(delivered.toMillis() + 2_000));
    assertRefreshed("HOMES_201503.csv.gz ingested 1 = 1 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).hasSize(3).anyMatch(r -> r.contains("csv.gz,2,h3,3"));
  }

  @Test
  void shouldGoBackToNoOlderFileWhereALaterDeliveryOfTheOneThatStandsIsRefused() {
    desk.deliver("homes/HOMES_201502_v2.csv", rows("h2,22,,,N\n")).refresh(homes);
    List<String> stood = desk.rows(Homes.TABLE);
    desk.deliver("homes/HOMES_201502_v2.csv", "nonsense\n");

    assertRefreshed("HOMES_201502_v2.csv refused 0 = 0 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).isEqualTo(stood);
  }

  @Test
  void shouldRefuseToWithdrawMoreThanHalfOfTheFilesAtOnce() {
    desk.withdraw("homes/HOMES_201501.csv").withdraw("homes/HOMES_201502.csv");

    assertThatThrownBy(() -> desk.refresh(homes))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot withdraw the rows of 2 files from bronze.homes")
        .hasMessageContaining("2 of 2 files vanished at once")
        .hasMessageContaining("ingest.withdrawn-at-most=1");
    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
  }

  @Test
  void shouldTakeInAgainAPeriodWhoseReplacementWasCutOffThoughItsFileIsAsTheLedgerHasIt() {
    Unfinished unfinished = new Unfinished(desk.lake, Homes.TABLE);
    unfinished.begin(java.util.Set.of(Month.of(2015, 2)));
    desk.lake.replaceWhere(
        Homes.TABLE,
        desk.lake.read(Homes.TABLE).filter("period > '2015-01-01'").limit(0),
        Part.ofMonths(Homes.TABLE.period, java.util.Set.of(Month.of(2015, 2))),
        careworkforce.common.delta.Provenance.none());

    assertThat(desk.pendingAtRefresh(homes))
        .containsExactly("HOMES_201502.csv is of a period that was not taken in to the end");
    desk.refresh(homes);
    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
    assertThat(desk.pendingAtRefresh(homes)).isEmpty();
  }

  @Test
  void shouldClearRowsThatARunCutOffLeftOfAFileThatIsGone() {
    desk.deliver("homes/HOMES_201503.csv", rows("h3,1,,,N\n"));
    long known = desk.lake.version(FileLedger.TABLE).orElseThrow();
    desk.run(homes);
    desk.lake.takeBack(FileLedger.TABLE, java.util.OptionalLong.of(known));
    new Unfinished(desk.lake, Homes.TABLE)
        .begin(java.util.Set.of(careworkforce.common.time.Month.of(2015, 3)));
    desk.withdraw("homes/HOMES_201503.csv");

    assertThat(desk.pendingAtRefresh(homes))
        .containsExactly("the file of 2015-03 is gone, after a run that was cut off");
    desk.refresh(homes);
    assertThat(desk.rows(Homes.TABLE)).hasSize(2);
  }
}
