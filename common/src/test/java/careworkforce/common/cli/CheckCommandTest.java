package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import java.nio.file.Path;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void shouldEndWellWherePromisesHold() {
    Terminal answer = Terminal.type("check", "--lake", Terminal.lake(folder));
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).containsPattern("silver\\.visits +2 +\\d+ +0");
  }

  @Test
  void shouldNameEachBrokenPromiseAndEndWithFour() {
    Lake lake = new Lake(Sparks.session(), folder.toString());
    lake.overwrite(
        Visits.TABLE,
        Terminal.rows(
            RowFactory.create("a", -5, "1"),
            RowFactory.create("a", 7, "1"),
            RowFactory.create("b", 7, "9")),
        Provenance.none());
    Terminal answer = Terminal.type("check", "silver.visits", "--lake", folder.toString());
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.out())
        .contains("FAIL silver.visits: 1 rows break MINUTES_NOT_NEGATIVE (a visit takes time)")
        .contains("1 rows break CODES way", "1 rows break KEY");
  }

  @Test
  void shouldSayThatATableIsNotThere() {
    assertThat(Terminal.type("check", "silver.visits", "--lake", folder + "/none").exit())
        .isEqualTo(3);
  }

  @Test
  void shouldNotPassALakeInWhichNothingStands() {
    Terminal answer = Terminal.type("check", "--lake", folder + "/none");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err())
        .contains("Cannot check the lake " + folder + "/none", "no table stands in it");
  }
}
