package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.ingest.ErasedPersons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintainCommandTest {
  private static final String PERSON = "0123456789abcdef0123456789abcdef";
  private static final Provenance ACCOUNT =
      new Provenance("run-1", "code", Map.of(), Map.of("bronze.doors", 4L), true);
  private static final KeptLakes LAKES = new KeptLakes();
  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void writeTwoVersions() {
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    LAKES.begin("two versions", folder.resolve("lake"), this::write);
  }

  private void write() {
    lake.overwrite(Visits.TABLE, Terminal.rows(RowFactory.create(PERSON, 5, "1")), ACCOUNT);
    lake.overwrite(
        Visits.TABLE,
        Terminal.rows(RowFactory.create(PERSON, 6, "2"), RowFactory.create("other", 7, "1")),
        ACCOUNT);
    lake.passed(Visits.TABLE, 2);
  }

  private Terminal maintain(String... words) {
    String[] all =
        Stream.of(Stream.of("maintain"), Stream.of(words), Stream.of("--lake", lake.root()))
            .flatMap(s -> s)
            .toArray(String[]::new);
    return Terminal.type(all);
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("lake/silver/visits"))) {
      return all.filter(f -> f.toString().endsWith(ending)).toList();
    }
  }

  @Test
  void shouldShowWhereAPersonIsAndChangeNothing() throws IOException {
    int before = files("").size();
    Terminal answer = maintain("erase", "--person", PERSON);
    assertThat(answer.out())
        .containsPattern("silver\\.visits +1 +2\\R")
        .contains("Nothing was done: this was a dry run");
    assertThat(files("")).hasSize(before);
  }

  @Test
  void shouldEraseAPersonFromEveryVersionAndLeaveTheOthersAndTheAccount() throws IOException {
    Terminal answer = maintain("erase", "--person", PERSON, "--apply");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("No data file of 1 tables names the person now.");
    assertThat(lake.read(Visits.TABLE).collectAsList())
        .extracting(Object::toString)
        .containsExactly("[other,7,1]");
    assertThat(lake.history(Visits.TABLE, 1).get(0).provenance()).isEqualTo(ACCOUNT);
    assertThat(lake.hasPassed(Visits.TABLE)).isTrue();
    for (Path file : files(".json")) {
      assertThat(Files.readString(file)).doesNotContain(PERSON);
    }
    assertThat(files(".parquet")).hasSize(1);
    assertThat(maintain("erase", "--person", PERSON).out()).doesNotContain("silver.visits");
  }

  /** The contract had minutes as text once, and files of that are kept for as long as any. */
  @Test
  void shouldEraseAPersonFromVersionsOfAnEarlierContractToo() throws IOException {
    lake.read(Visits.TABLE)
        .withColumn("minutes", Visits.TABLE.minutes.col().cast("string"))
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(lake.path(Visits.TABLE));
    write();
    assertThat(maintain("erase", "--person", PERSON).out())
        .containsPattern("silver\\.visits +1 +5");
    Terminal answer = maintain("erase", "--person", PERSON, "--apply");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("No data file of 1 tables names the person now.");
    assertThat(files(".parquet")).hasSize(1);
  }

  private void assertNobodyErased(Terminal answer, int exit, String because) {
    assertThat(answer.err()).contains(because).doesNotContain(PERSON);
    assertThat(answer.exit()).isEqualTo(exit);
    assertThat(ErasedPersons.of(lake).count()).isZero();
    assertThat(lake.count(Visits.TABLE)).isEqualTo(2);
  }

  @Test
  void shouldEraseNobodyWhereAFolderOfNoTableMayNameThePerson() throws IOException {
    Path aside = folder.resolve("lake/silver/visits_as_was/period=2021-01-01");
    Files.createDirectories(aside);
    Files.copy(files(".parquet").get(0), aside.resolve("part-0.parquet"));
    String because = "silver/visits_as_was holds data files of no table";
    assertNobodyErased(maintain("erase", "--person", PERSON), 4, because);
    assertNobodyErased(maintain("erase", "--person", PERSON, "--apply"), 4, because);
  }

  @Test
  void shouldEraseNobodyWhereADataFileCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("lake/silver/visits/cut.parquet"), "PAR1");
    String because = "silver/visits/cut.parquet is damaged, gone or cut off";
    assertNobodyErased(maintain("erase", "--person", PERSON, "--apply"), 3, because);
  }

  @Test
  void shouldEraseNobodyByAPseudonymThatCanBeNone() {
    String because = "the 31 characters given by --person are no pseudonym";
    String mistyped = PERSON.substring(1);
    assertNobodyErased(maintain("erase", "--person", mistyped, "--apply"), 2, because);
    assertNobodyErased(maintain("erase", "--person", mistyped), 2, because);
  }

  @Test
  void shouldSayThatNothingNamedThePerson() {
    String nobody = "f".repeat(32);
    String said = "No data file named the person before this";
    assertThat(maintain("erase", "--person", nobody).out()).contains(said);
    assertThat(maintain("erase", "--person", nobody, "--apply").out()).contains(said);
    assertThat(maintain("erase", "--person", PERSON, "--apply").out()).doesNotContain(said);
  }

  @Test
  void shouldPutSmallFilesTogetherWhereThereAreMany() {
    String[] many = {"optimize", "--set", "maintain.least-files=2"};
    for (int i = 0; i < 3; i++) {
      lake.append(Visits.TABLE, Terminal.rows(RowFactory.create("v" + i, 1, "1")), ACCOUNT);
    }
    lake.passed(Visits.TABLE, lake.version(Visits.TABLE).orElseThrow());
    assertThat(maintain("optimize").out()).containsPattern("silver\\.visits +\\d+ +0 +no");
    assertThat(maintain(many).out()).containsPattern("silver\\.visits +\\d+ +0 +yes");
    Terminal applied = maintain("optimize", "--set", "maintain.least-files=2", "--apply");
    assertThat(applied.out()).containsPattern("silver\\.visits +\\d+ +0 +1\\R");
    assertThat(lake.count(Visits.TABLE)).isEqualTo(5);
    assertThat(lake.history(Visits.TABLE, 1).get(0).provenance())
        .isEqualTo(ACCOUNT.changing(List.of()));
    assertThat(lake.hasPassed(Visits.TABLE)).isTrue();
  }

  @Test
  void shouldKeepFilesThatAYoungVersionNames() {
    assertThat(maintain("vacuum", "--apply").out()).containsPattern("silver\\.visits +0");
    assertThat(lake.read(Visits.TABLE, 1).count()).isEqualTo(1);
  }

  /** A file of a write that was cut off, which no version names. */
  private Path strayFile(int daysAgo) throws IOException {
    Path stray = files(".parquet").get(0).resolveSibling("stray-" + daysAgo + ".parquet");
    Files.copy(files(".parquet").get(0), stray);
    Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minus(daysAgo, ChronoUnit.DAYS)));
    return stray;
  }

  @Test
  void shouldRemoveWhatNoVersionNamesOnceItIsOlderThanIsKept() throws IOException {
    Path old = strayFile(401);
    Path younger = strayFile(399);
    assertThat(maintain("vacuum").out()).containsPattern("silver\\.visits +1");
    assertThat(old).exists();
    assertThat(maintain("vacuum", "--apply").out()).containsPattern("silver\\.visits +1");
    assertThat(old).doesNotExist();
    assertThat(younger).exists();

    maintain("vacuum", "--apply", "--set", "maintain.retention-days=398");
    assertThat(younger).doesNotExist();
    assertThat(lake.read(Visits.TABLE, 1).count()).isEqualTo(1);
    assertThat(lake.count(Visits.TABLE)).isEqualTo(2);
  }

  /** A restore needs the files of the version that stood, however old they are. */
  @ParameterizedTest
  @CsvSource({"vacuum, Cannot remove old files", "optimize, Cannot put files together"})
  void shouldLeaveFilesAloneWhileARefreshIsUnfinished(String kind, String cannot)
      throws IOException {
    lake.note("unfinished/refresh.json")
        .write("{\"takingBack\":false,\"versions\":{\"silver.visits\":1},\"passed\":[]}");
    List<Path> before = files("");
    Terminal answer = maintain(kind, "--set", "maintain.least-files=2", "--apply");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains(cannot, "did not end", "it moved silver.visits");
    assertThat(files("")).isEqualTo(before);
    assertThat(maintain(kind).out()).contains("Nothing was done: this was a dry run");
  }

  @Test
  void shouldNotRemoveFilesWhereAVersionWasNotTried() {
    lake.note("untried/silver.visits").write("silver.visits 1");
    lake.note("passed/silver.visits").delete();
    Terminal answer = maintain("vacuum", "--apply");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("before the checks of silver.visits");
  }

  @Test
  void shouldNotWorkOnALakeInUse() {
    try (var held =
        careworkforce.common.lock.LakeLock.take(
            lake, careworkforce.common.conf.Settings.defaults(), s -> {})) {
      Terminal answer = maintain("vacuum", "--apply");
      assertThat(answer.exit()).isEqualTo(3);
      assertThat(answer.err()).contains("Cannot write to the lake").contains("holds it");
      held.mustHold();
    }
  }
}
