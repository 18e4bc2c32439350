package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTableCommandTest {
  private static final String NOTE = ".SYNTHETIC.txt";

  @TempDir Path folder;

  private Terminal export(String format) {
    return export(format, folder.resolve("out"));
  }

  private Terminal export(String format, Path to) {
    return exported(format, Terminal.lake(folder.resolve("lake")), to);
  }

  private static Terminal exported(String format, String lake, Path to) {
    return Terminal.type(
        "export-table",
        "silver.visits",
        "--format",
        format,
        "--to",
        to.toString(),
        "--lake",
        lake,
        "--set",
        "folders.widest=rwxr-x---");
  }

  @Test
  void shouldWriteOneCsvFileSortedByKey() {
    Terminal answer = export("csv");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("holds rows about persons")
        .contains("Not checked for disclosure: keep it where the lake is.");
    assertThat(folder.resolve("out/silver.visits.csv"))
        .hasContent("person_id,minutes,way\na,90,1\nb,,2\n");
  }

  @ParameterizedTest
  @EnumSource(TableFile.class)
  void shouldSayBesideTheFileThatRowsAreSyntheticAsLongAsTheyAre(TableFile format) {
    Terminal answer = export(format.name());
    assertThat(answer.out()).contains("Synthetic data: no number here is a finding.");
    Path note = folder.resolve("out/silver.visits." + format + NOTE);
    assertThat(note).hasContent("Synthetic data: no number here is a finding.");

    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    lake.overwrite(Visits.TABLE, Terminal.rows(RowFactory.create("a", 90, "1")), Provenance.none());
    answer = exported(format.name(), lake.root(), folder.resolve("out"));
    assertThat(answer.out()).doesNotContain("Synthetic");
    assertThat(note).doesNotExist();
  }

  @Test
  void shouldWriteOneParquetFileAndNothingBesideButThatItsRowsAreSynthetic() throws IOException {
    export("parquet");
    Path file = folder.resolve("out/silver.visits.parquet");
    assertThat(Sparks.session().read().parquet(file.toString()).count()).isEqualTo(2);
    try (var files = Files.list(file.getParent())) {
      assertThat(files)
          .containsExactlyInAnyOrder(file, file.resolveSibling(file.getFileName() + NOTE));
    }
  }

  @Test
  void shouldWriteToThisMachineWhereverHadoopLooksForPathsWithoutAScheme() {
    String lake = "file://" + Terminal.lake(folder.resolve("lake"));
    Sparks.session().conf().set("fs.defaultFS", "hdfs://localhost:1");
    try {
      Terminal answer =
          Terminal.type(
              "export-table",
              "silver.visits",
              "--format",
              "parquet",
              "--to",
              folder.resolve("out").toString(),
              "--lake",
              lake);
      assertThat(answer.exit()).as(answer.err()).isZero();
    } finally {
      Sparks.session().conf().unset("fs.defaultFS");
    }
    assertThat(folder.resolve("out/silver.visits.parquet")).isNotEmptyFile();
  }

  @Test
  void shouldRefuseParquetThatOtherMachinesWouldWriteToTheirOwnDisks() {
    Lake lake = new Lake(Sparks.session(), Terminal.lake(folder.resolve("lake")));
    Settings far = Settings.load(List.of(), Map.of("spark.master", "spark://elsewhere:7077"));
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> TableFile.parquet.write(lake, Visits.TABLE, out, far))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Give --format csv");
    assertThat(TableFile.csv.write(lake, Visits.TABLE, out, far)).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource(TableFile.class)
  void shouldOpenFolderAndFileNoWiderThanConfigured(TableFile format) throws IOException {
    export(format.name());
    Path file = folder.resolve("out/silver.visits." + format);
    assertThat(Files.getPosixFilePermissions(file.getParent()))
        .containsAll(PosixFilePermissions.fromString("rwx------"))
        .isSubsetOf(PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(Files.getPosixFilePermissions(file))
        .containsAll(PosixFilePermissions.fromString("rw-------"))
        .isSubsetOf(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(export(format.name()).exit()).as("again").isZero();
  }

  @Test
  void shouldNotTakeRowsForWrittenThatADiskHasNoRoomFor() {
    Dataset<Row> rows = Sparks.session().range(100_000).toDF();
    assertThatThrownBy(() -> TableFile.csv.write(rows, Path.of("/dev/full")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void shouldRefuseAnotherFormat() {
    assertThat(export("xlsx").exit()).isEqualTo(2);
  }
}
