package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.SparkJobs;
import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
  static final class Homes extends Table {
    final Field home = key("home", DataTypes.StringType, "the home");
    final Field beds = field("beds", DataTypes.IntegerType, "registered beds").unit("beds");

    Homes() {
      super(Layer.SILVER, "homes", "one row a home", Sensitivity.PUBLIC);
      partitionedBy(home);
    }
  }

  private static final String STATISTICS = "spark.databricks.delta.stats.collect";
  @TempDir Path folder;
  private final Homes homes = new Homes();
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
  }

  private Dataset<Row> rows(Object... homesAndBeds) {
    java.util.ArrayList<Row> rows = new java.util.ArrayList<>();
    for (int i = 0; i < homesAndBeds.length; i += 2) {
      rows.add(RowFactory.create(homesAndBeds[i], homesAndBeds[i + 1]));
    }
    return Sparks.session().createDataFrame(rows, homes.schema());
  }

  @Test
  void shouldCarryProvenanceInTheCommitItself() {
    Provenance provenance = new Provenance("r1", "abc", Map.of("k", "v"), Map.of("t", 3L), true);
    lake.overwrite(homes, rows("a", 10), provenance);
    assertThat(lake.history(homes, 1).get(0).provenance()).isEqualTo(provenance);
  }

  @Test
  void shouldTellAVersionThatWasReadFromOneOfItsNumberInATableMadeAgain() {
    lake.overwrite(homes, rows("a", 10), by("20210327"));
    Provenance untold =
        new Provenance("20210328", "", Map.of(), Map.of(homes.fullName(), 1L), true);
    Provenance told = untold.reading(Map.of(homes.fullName(), "20210327"));
    Commit first = lake.history(homes, 1).get(0);
    assertThat(List.of(told, untold)).allMatch(account -> account.read(homes, first));

    lake.takeBack(homes, OptionalLong.empty());
    lake.overwrite(homes, rows("a", 11), by("20210329"));
    Commit again = lake.history(homes, 1).get(0);
    assertThat(again.version()).isEqualTo(first.version());
    assertThat(List.of(told, untold)).noneMatch(account -> account.read(homes, again));
  }

  @Test
  void shouldSayThatAFolderHoldsFilesAndNoLog() throws IOException {
    Path stray = Path.of(lake.path(homes)).resolve("part-0.parquet");
    Files.createDirectories(stray.getParent());
    Files.writeString(stray, "left over");
    assertThatThrownBy(() -> lake.overwrite(homes, rows("a", 10), Provenance.none()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds files and no log of Delta");
    assertThat(stray).exists();
  }

  private static Provenance by(String run) {
    return new Provenance(run, "", Map.of(), Map.of(), true);
  }

  @Test
  void shouldReplaceOnlyThePartitionsNamed() {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    lake.replaceWhere(homes, rows("b", 25), new Part("home = 'b'"), Provenance.none());
    assertThat(standing()).containsExactly("a10", "b25");
  }

  @Test
  void shouldReplaceRowsInTheMidstOfFiles() {
    lake.overwrite(homes, rows("a", 10, "a", 11, "b", 10, "b", 20), Provenance.none());
    lake.replaceWhere(homes, rows("b", 12, "c", 30), new Part("beds > 10"), Provenance.none());
    assertThat(standing()).containsExactlyInAnyOrder("a10", "b10", "b12", "c30");
  }

  @Test
  void shouldRefuseRowsOutsideThePartNamedAndLeaveTheTableAsItWas() {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    assertThatThrownBy(
            () ->
                lake.replaceWhere(
                    homes, rows("b", 25, "c", 30), new Part("home = 'b'"), Provenance.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside home = 'b'");
    assertThat(standing()).containsExactly("a10", "b20");
  }

  private List<String> standing() {
    return lake.read(homes).orderBy("home").collectAsList().stream()
        .map(row -> row.getString(0) + row.getInt(1))
        .toList();
  }

  @Test
  void shouldAskTheLogNoQueryForTheFilesThatItReadsReplacesOrRestores() throws TimeoutException {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    Part b = new Part("home = 'b'");
    assertThat(SparkJobs.of(() -> lake.read(homes).inputFiles())).isZero();
    assertThat(SparkJobs.of(() -> lake.read(homes).where(b.col()).isEmpty())).isEqualTo(1);
    assertThat(SparkJobs.of(() -> lake.replaceWhere(homes, rows("b", 25), b, Provenance.none())))
        .isEqualTo(1);
    assertThat(SparkJobs.of(() -> lake.takeBack(homes, OptionalLong.of(1)))).isZero();
    assertThat(SparkJobs.of(() -> lake.count(homes))).isZero();
    assertThat(standing()).containsExactly("a10", "b20");
  }

  /** As of a table of very many files, or one that an older Delta wrote. */
  @Test
  void shouldDoAllTheSameWhereTheLogListsNoFiles() {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    forgetLists();
    lake.replaceWhere(homes, rows("b", 25), new Part("home = 'b'"), Provenance.none());
    assertThat(standing()).containsExactly("a10", "b25");
    assertThat(lake.read(homes, 1).where("home = 'b'").head().getInt(1)).isEqualTo(20);
    lake.append(homes, rows("c", 30), Provenance.none());
    assertThat(lake.count(homes)).isEqualTo(3);
    lake.takeBack(homes, OptionalLong.of(1));
    assertThat(standing()).containsExactly("a10", "b20");
    lake.overwrite(homes, rows("d", 40), Provenance.none());
    assertThat(standing()).containsExactly("d40");
    assertThat(ListedFiles.newest(lake.spark(), lake.path(homes))).isEmpty();
  }

  private void forgetLists() {
    KeptLakes.below(Path.of(lake.path(homes))).stream()
        .filter(file -> file.toString().endsWith(".crc"))
        .forEach(file -> FileUtils.deleteQuietly(file.toFile()));
    DeltaLog.clearCache();
    assertThat(ListedFiles.newest(lake.spark(), lake.path(homes))).isEmpty();
  }

  @Test
  void shouldLetTwoWritersReplaceTwoPartsOfTheSameVersionAndRefuseTheSecondOfOnePart() {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    ListedFiles seen = ListedFiles.newest(lake.spark(), lake.path(homes)).orElseThrow();
    Part a = new Part("home = 'a'");
    new FilesCommit(seen).replace(rows("a", 11), a, "");
    new FilesCommit(seen).replace(rows("b", 21), new Part("home = 'b'"), "");
    Part c = new Part("home = 'c'");
    new FilesCommit(seen).replace(rows("c", 31), c, "");
    Map.of(a, rows("a", 12), c, rows("c", 32), Part.ALL, rows("d", 40))
        .forEach(
            (part, rows) ->
                assertThatThrownBy(() -> new FilesCommit(seen).replace(rows, part, ""))
                    .hasMessageContaining("DELTA_CONCURRENT"));
    assertThat(standing()).containsExactly("a11", "b21", "c31");
  }

  @Test
  void shouldNotTakeBackATableWhoseFilesAreGone() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    removeDataFiles();
    lake.overwrite(homes, rows("a", 11), Provenance.none());
    assertThatThrownBy(() -> lake.takeBack(homes, OptionalLong.of(1)))
        .hasMessageContaining(".parquet");
    assertThat(standing()).containsExactly("a11");
  }

  @Test
  void shouldReadATableAtAnEarlierVersionAndTakeItBackThere() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    OptionalLong first = lake.version(homes);
    lake.overwrite(homes, rows("a", 11), Provenance.none());
    assertThat(lake.read(homes, 1).head().getInt(1)).isEqualTo(10);
    lake.takeBack(homes, first);
    assertThat(lake.read(homes).head().getInt(1)).isEqualTo(10);
  }

  /** A month's table stands for a month, and a night long ago is asked for again. */
  @Test
  void shouldReadAVersionOfLastYearAndTakeTheTableBackThere() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    lake.overwrite(homes, rows("a", 11), Provenance.none());
    long lastYear = Instant.now().minus(399, ChronoUnit.DAYS).toEpochMilli();
    KeptLakes.below(Path.of(lake.path(homes))).stream()
        .filter(file -> file.toString().endsWith(".json"))
        .forEach(file -> assertThat(file.toFile().setLastModified(lastYear)).isTrue());
    DeltaLog.clearCache();
    assertThat(lake.read(homes, 1).head().getInt(1)).isEqualTo(10);
    lake.takeBack(homes, OptionalLong.of(1));
    assertThat(lake.read(homes).head().getInt(1)).isEqualTo(10);
  }

  private boolean standsAt(long version) {
    return lake.standsAt(homes, commit -> commit.version() == version);
  }

  @Test
  void shouldKnowAVersionAgainThatWasRestored() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    lake.overwrite(homes, rows("a", 11), Provenance.none());
    assertThat(standsAt(2)).isTrue();
    assertThat(standsAt(1)).isFalse();
    lake.restore(homes, 1, Provenance.none());
    assertThat(standsAt(3)).isTrue();
    assertThat(standsAt(1)).isTrue();
    assertThat(standsAt(2)).isFalse();
  }

  @Test
  void shouldTakeAwayATableThatHadNoGoodVersion() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    lake.takeBack(homes, OptionalLong.empty());
    assertThat(lake.exists(homes)).isFalse();
  }

  /** Delta takes a folder that is not empty for a table, and would make none there. */
  @Test
  void shouldMakeATableWhereAKilledRunBeganOneAndCommittedNothing() throws IOException {
    Path log = Path.of(lake.path(homes)).resolve("_delta_log");
    Files.createDirectories(log);
    Files.writeString(log.resolve(".00000000000000000000.json.tmp"), "{");
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    assertThat(lake.read(homes).count()).isEqualTo(2);
  }

  @Test
  void shouldNotTakeAVersionForTriedAsOneOfTheSameNumberWasThatIsGone() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    lake.passed(homes, 1);
    assertThat(lake.hasPassed(homes)).isTrue();
    lake.takeBack(homes, OptionalLong.empty());
    lake.overwrite(homes, rows("a", 11), Provenance.none());
    assertThat(lake.version(homes)).hasValue(1);
    assertThat(lake.hasPassed(homes)).isFalse();
  }

  @Test
  void shouldCountByTheLogWhereItTellsTheRowsOfEveryFileAndElseByReadingThem() {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    lake.spark().conf().set(STATISTICS, "false");
    try {
      lake.append(homes, rows("c", 30), Provenance.none());
      assertThat(lake.count(homes)).isEqualTo(3);
      lake.replaceWhere(homes, rows("c", 31), new Part("home = 'c'"), Provenance.none());
    } finally {
      lake.spark().conf().unset(STATISTICS);
    }
    removeDataFiles();
    assertThatThrownBy(() -> lake.count(homes)).hasMessageContaining(".parquet");

    lake.replaceWhere(homes, rows("c", 32), new Part("home = 'c'"), Provenance.none());
    removeDataFiles();
    assertThat(lake.count(homes)).isEqualTo(3);
  }

  private void removeDataFiles() {
    KeptLakes.below(Path.of(lake.path(homes))).stream()
        .filter(file -> file.toString().endsWith(".parquet"))
        .forEach(file -> FileUtils.deleteQuietly(file.toFile()));
  }

  @Test
  void shouldSayWhichTableIsNotThereAndHowToMakeIt() {
    assertThatThrownBy(() -> lake.read(homes))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot read silver.homes")
        .hasMessageContaining("careworkforce run +silver.homes");
  }

  @Test
  void shouldKeepEachColumnsMeaningInTheTable() {
    lake.overwrite(homes, rows("a", 10), Provenance.none());
    assertThat(lake.read(homes).schema().apply("beds").getComment().get())
        .isEqualTo("registered beds (beds)");
  }

  @Test
  void shouldAnswerSqlByLayerAndName() {
    lake.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    SqlNames.register(lake, List.of(homes));
    assertThat(Sparks.session().sql("SELECT sum(beds) FROM silver.homes").head().getLong(0))
        .isEqualTo(30);
  }

  @Test
  void shouldAnswerSqlFromAFolderWithAnApostrophe() {
    Lake quoted = new Lake(Sparks.session(), folder.resolve("o'brien").toString());
    quoted.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    SqlNames.register(quoted, List.of(homes));
    assertThat(Sparks.session().sql("SELECT sum(beds) FROM silver.homes").head().getLong(0))
        .isEqualTo(30);
  }

  @Test
  void shouldMakeAndAnswerFromTablesBelowAFolderOfTheProcess() {
    Path root = Path.of("").toAbsolutePath().relativize(Path.of(lake.root()));
    Lake relative = new Lake(Sparks.session(), root.toString());
    relative.overwrite(homes, rows("a", 10, "b", 20), Provenance.none());
    SqlNames.register(relative, List.of(homes));
    assertThat(Sparks.session().sql("SELECT sum(beds) FROM silver.homes").head().getLong(0))
        .isEqualTo(30);
    assertThat(lake.count(homes)).isEqualTo(2);
  }
}
