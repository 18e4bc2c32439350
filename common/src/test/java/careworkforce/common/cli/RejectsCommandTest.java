package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.ingest.Rejects;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsCommandTest {
  private static final Rejects REJECTS = Rejects.of(Doors.TABLE);
  @TempDir Path folder;

  private static Row reject(long line, String code, String column) {
    return RowFactory.create(
        Date.valueOf("2015-01-01"), "a.csv", line, code, "told of line " + line, column, "x,y");
  }

  private Lake withDoors() {
    Lake lake = new Lake(Sparks.session(), folder.toString());
    lake.overwrite(Doors.TABLE, Lake.empty(lake.spark(), Doors.TABLE), Provenance.none());
    return lake;
  }

  @Test
  void shouldCountByReasonAndShowTheFirstRows() {
    Lake lake = withDoors();
    lake.overwrite(
        REJECTS,
        Sparks.session()
            .createDataFrame(
                List.of(
                    reject(9, "BAD_DATE", "OPENED"),
                    reject(2, "NUL_BYTE", ""),
                    reject(4, "BAD_DATE", "OPENED")),
                REJECTS.schema()),
        Provenance.none());
    String out =
        Terminal.type("rejects", "bronze.doors", "--show", "2", "--lake", folder.toString()).out();
    assertThat(out)
        .containsPattern("BAD_DATE +OPENED +2 +1\n")
        .containsPattern("a\\.csv +2 +told of line 2")
        .containsPattern("a\\.csv +4 +told of line 4")
        .doesNotContain("told of line 9");
  }

  @Test
  void shouldNotCallATableWholeThatIsNotThere() {
    Terminal answer = Terminal.type("rejects", "bronze.doors", "--lake", folder.toString());
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err())
        .contains("Cannot show the rejects of bronze.doors: it is not in the lake " + folder);
  }

  @Test
  void shouldSayThatNothingWasRejected() {
    withDoors();
    assertThat(Terminal.type("rejects", "bronze.doors", "--lake", folder.toString()).out())
        .isEqualTo("No row of bronze.doors was rejected.\n");
  }

  @Test
  void shouldRefuseATableThatNoFilesMake() {
    Terminal answer = Terminal.type("rejects", "silver.visits", "--lake", folder.toString());
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("it is not made from delivered files");
  }
}
