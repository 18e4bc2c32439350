package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.delta.LogRepair;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage done to a lake, and what a refresh makes of it. */
class FaultsTest {
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void refreshTwice() {
    hospital = new Hospital(folder);
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,20");
    hospital.deliver("staff/STAFF_202101.csv", "a,3").begin();
    hospital.deliver("beds/BEDS_202102.csv", "a,11", "b,21").begin();
  }

  private Path entry(Table table, long version) {
    DeltaLog.clearCache();
    return folder
        .resolve("lake")
        .resolve(table.folder())
        .resolve("_delta_log/%020d.json".formatted(version));
  }

  /** Of every table but the ledger, which tells runs. */
  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new HashMap<>();
    Holdings.of(Hospital.CATALOGUE).stream()
        .filter(table -> table != FileLedger.TABLE)
        .forEach(t -> rows.put(t.fullName(), hospital.rows(t)));
    return rows;
  }

  private void mend(Table table, long expected) {
    LogRepair repair = new LogRepair(hospital.lake, table);
    assertThat(repair.damaged()).hasValue(expected);
    assertThat(repair.setAsideFrom(expected)).isPositive();
    assertThat(repair.damaged()).isEmpty();
  }

  @Test
  void shouldNameTheTableItsLastGoodVersionAndTheRemedyOfADamagedLogEntry() throws IOException {
    Map<String, List<String>> before = rows();
    long newest = hospital.lake.version(WardMonths.TABLE).orElseThrow();
    Files.writeString(entry(WardMonths.TABLE, newest), "{\"commitInfo\":{\"timest");

    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot read the log of silver.ward_months")
        .hasMessageContaining("its last good version is " + (newest - 1))
        .hasMessageContaining("careworkforce maintain mend silver.ward_months --apply");
    mend(WardMonths.TABLE, newest);
    hospital.refresh();
    assertThat(rows()).isEqualTo(before);
  }

  /** A loss of power can leave a file with its name and nothing in it. */
  @Test
  void shouldNotTakeAnEmptiedLogEntryForACommit() throws IOException {
    Map<String, List<String>> before = rows();
    long newest = hospital.lake.version(Wards.BEDS).orElseThrow();
    Path entry = entry(Wards.BEDS, newest);
    Files.writeString(entry, "");
    Files.deleteIfExists(entry.resolveSibling("%020d.crc".formatted(newest)));

    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the entry of version " + newest)
        .hasMessageContaining("maintain mend bronze.beds --apply");
    mend(Wards.BEDS, newest);
    Ingestion.doubt(hospital.lake, Wards.BEDS);
    hospital.refresh();
    assertThat(rows()).isEqualTo(before);
  }

  /** What Delta replays lies between the last checkpoint and the newest entry. */
  @Test
  void shouldNameAGarbledLogEntryThatIsNotTheNewest() throws IOException {
    Map<String, List<String>> before = rows();
    long newest = hospital.lake.version(WardMonths.TABLE).orElseThrow();
    hospital.deliver("beds/BEDS_202103.csv", "a,12");
    Files.writeString(entry(WardMonths.TABLE, newest - 1), "{\"commitInfo\":{\"timest");

    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot read the log of silver.ward_months")
        .hasMessageContaining("version " + (newest - 1));
    mend(WardMonths.TABLE, newest - 1);
    hospital.refresh();
    assertThat(hospital.rows(WardMonths.TABLE))
        .hasSize(before.get("silver.ward_months").size() + 1);
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldNameACheckpointOfTheLogThatIsDamagedWhereverItIs() throws IOException {
    long newest = hospital.lake.version(WardMonths.TABLE).orElseThrow();
    DeltaLog.forTable(hospital.lake.spark(), hospital.lake.path(WardMonths.TABLE)).checkpoint();
    Path checkpoint =
        entry(WardMonths.TABLE, newest)
            .resolveSibling("%020d.checkpoint.parquet".formatted(newest));
    byte[] whole = Files.readAllBytes(checkpoint);
    LogRepair repair = new LogRepair(hospital.lake, WardMonths.TABLE);
    assertThat(repair.damaged()).isEmpty();
    for (int place : List.of(40, whole.length / 2, whole.length - 6)) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 0x55;
      Files.write(checkpoint, damaged);
      assertThat(repair.damaged()).as("byte %d of %d", place, whole.length).hasValue(newest);
    }

    hospital.deliver("beds/BEDS_202103.csv", "a,12");
    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("maintain mend silver.ward_months --apply");
    mend(WardMonths.TABLE, newest);
    hospital.refresh();
    hospital.assertLikeARebuild();
  }

  /** What the checkpoint summed up its entries tell, and those after it with them. */
  @Test
  void shouldLoseNoVersionByACheckpointWhoseEntriesAreWhole() throws IOException {
    long summed = hospital.lake.version(WardMonths.TABLE).orElseThrow();
    DeltaLog.forTable(hospital.lake.spark(), hospital.lake.path(WardMonths.TABLE)).checkpoint();
    hospital.deliver("beds/BEDS_202103.csv", "a,12").refresh();
    Map<String, List<String>> before = rows();
    long newest = hospital.lake.version(WardMonths.TABLE).orElseThrow();
    Path first = entry(WardMonths.TABLE, 0);
    Path checkpoint = first.resolveSibling("%020d.checkpoint.parquet".formatted(summed));
    byte[] damaged = Files.readAllBytes(checkpoint);
    damaged[damaged.length / 2] ^= 0x55;
    Files.write(checkpoint, damaged);

    LogRepair repair = new LogRepair(hospital.lake, WardMonths.TABLE);
    assertThat(repair.damaged()).hasValue(summed);
    assertThatThrownBy(repair::mustBeWhole)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the checkpoint of version " + summed)
        .hasMessageContaining("no version is lost")
        .hasMessageContaining("maintain mend silver.ward_months --apply");
    byte[] whole = Files.readAllBytes(first);
    Files.delete(first);
    assertThat(repair.losesNoVersion()).isFalse();
    assertThat(repair.setAsideCheckpoints()).isZero();
    Files.write(first, whole);

    assertThat(repair.losesNoVersion()).isTrue();
    assertThat(repair.setAsideCheckpoints()).isEqualTo(1);
    assertThat(repair.damaged()).isEmpty();
    assertThat(checkpoint).doesNotExist();
    assertThat(newest).isGreaterThan(summed);
    assertThat(hospital.lake.version(WardMonths.TABLE)).hasValue(newest);
    assertThat(rows()).isEqualTo(before);
    assertThat(hospital.refresh()).isEmpty();
  }

  @Test
  void shouldSayWhatToDoAboutANoteOfARefreshThatIsDamaged() throws IOException {
    Path note = folder.resolve("lake/unfinished/refresh.json");
    Files.createDirectories(note.getParent());
    Files.writeString(note, "");
    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot go on from a refresh that was cut off: its note ")
        .hasMessageContaining("unfinished/refresh.json is damaged")
        .hasMessageContaining("Remove that file");
    Files.delete(note);
    assertThat(hospital.refresh()).isEmpty();
  }

  @Test
  void shouldTakeInAgainTheFilesOfABronzeTableThatLostALogEntry() throws IOException {
    Map<String, List<String>> before = rows();
    long newest = hospital.lake.version(Wards.BEDS).orElseThrow();
    Files.delete(entry(Wards.BEDS, newest - 1));

    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the entry of version " + (newest - 1))
        .hasMessageContaining("maintain mend bronze.beds --apply");
    mend(Wards.BEDS, newest - 1);
    Ingestion.doubt(hospital.lake, Wards.BEDS);
    hospital.refresh();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void shouldKeepEveryTableWhereADataFileIsDamagedAndSayWhich() throws IOException {
    Path data = dataFile(Wards.STAFF);
    byte[] whole = Files.readAllBytes(data);
    byte[] damaged = whole.clone();
    for (int i = 4; i < damaged.length - 8; i++) {
      damaged[i] ^= 0x55;
    }
    Map<String, List<String>> before = rows();
    Files.write(data, damaged);
    hospital.deliver("beds/BEDS_202101.csv", "a,12", "b,22");
    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot make silver.ward_months")
        .hasMessageContaining(data.getFileName().toString());
    assertThat(Status.of(hospital.lake).orElseThrow().state()).isEqualTo("failed");

    Files.write(data, whole);
    assertThat(rows()).isEqualTo(before);
    hospital.refresh();
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly(
            "[2021-01-01,a,12,3]",
            "[2021-01-01,b,22,null]",
            "[2021-02-01,a,11,null]",
            "[2021-02-01,b,21,null]");
    assertThat(hospital.rows(Totals.TABLE))
        .containsExactly("[2021-01-01,17.0]", "[2021-02-01,16.0]");
  }

  /** A file that the table's newest version reads. */
  private Path dataFile(Table table) {
    return Path.of(URI.create(hospital.lake.read(table).inputFiles()[0]));
  }

  /** A byte of a page, of its header or of the footer: an error, or what stood, never else. */
  @Test
  void shouldReadNoWrongNumberWhicheverByteIsDamaged() throws IOException {
    Path data = dataFile(WardMonths.TABLE);
    byte[] whole = Files.readAllBytes(data);
    List<String> rows = hospital.rows(WardMonths.TABLE);
    Random places = new Random(3);
    int errors = 0;
    for (int i = 0; i < 40; i++) {
      byte[] damaged = whole.clone();
      damaged[places.nextInt(damaged.length)] ^= (byte) (1 << places.nextInt(8));
      Files.write(data, damaged);
      try {
        assertThat(hospital.rows(WardMonths.TABLE)).isEqualTo(rows);
      } catch (Exception cannotBeRead) {
        errors++;
      }
    }
    assertThat(errors).isPositive();
  }
}
