package careworkforce.common.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.time.Month;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Setting<Integer> JOBS =
      Setting.integer("run.side-by-side", "jobs", "How many", 1, 64);

  @TempDir Path folder;

  @Test
  void shouldTakeAFileOverTheDefaultAndASetOverTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.conf"), "run.side-by-side = 5");
    Settings fromFile = Settings.load(List.of(file.toFile()), Map.of());
    Settings set = Settings.load(List.of(file.toFile()), Map.of("run.side-by-side", "7"));
    assertThat(Settings.defaults().value(JOBS)).isEqualTo(2);
    assertThat(fromFile.value(JOBS)).isEqualTo(5);
    assertThat(set.value(JOBS)).isEqualTo(7);
  }

  @Test
  void shouldRefuseAnUnknownKeyWithTheNearestName() {
    assertThatThrownBy(() -> Settings.load(List.of(), Map.of("lake.pth", "x")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot use the setting lake.pth")
        .hasMessageContaining("Did you mean lake.path?");
  }

  @Test
  void shouldRefuseAValueOutsideItsRange() {
    assertThatThrownBy(() -> Settings.load(List.of(), Map.of("run.side-by-side", "0")).value(JOBS))
        .hasMessageContaining("0 is not between 1 and 64");
  }

  @Test
  void shouldPassSparksOwnKeysThrough() {
    assertThat(Settings.load(List.of(), Map.of("spark.sql.shuffle.partitions", "9")).spark())
        .containsEntry("spark.sql.shuffle.partitions", "9");
  }

  @Test
  void shouldTakeAPathWithSlashesAsItIs() {
    Setting<String> path = Setting.text("lake.path", "where");
    assertThat(Settings.load(List.of(), Map.of("lake.path", "/a b/c:d")).value(path))
        .isEqualTo("/a b/c:d");
  }

  @ParameterizedTest
  @CsvSource({
    "/mnt/trust//landing, /mnt/trust//landing",
    "/data/lake#2, /data/lake#2",
    "s3a://lake/a//b#c, s3a://lake/a//b#c",
    "'\"/mnt//a\"', /mnt//a",
    "'\"/a#b\"//c', /a#b//c",
    "${run.side-by-side}//a, 2//a"
  })
  void shouldTakeNoPartOfAValueForAComment(String typed, String meant) {
    Setting<String> path = Setting.text("lake.path", "where");
    assertThat(Settings.load(List.of(), Map.of("lake.path", typed)).value(path)).isEqualTo(meant);
  }

  @Test
  void shouldRefuseANumberWithWhatIsNoneBehindIt() {
    assertThatThrownBy(
            () -> Settings.load(List.of(), Map.of("run.side-by-side", "5 # five")).value(JOBS))
        .isInstanceOf(UserError.class);
  }

  @Test
  void shouldRefuseATextThatIsNoneOfThoseThereAre() {
    Setting<String> tier = Setting.oneOf("lake.path", "match tier", List.of("uprn", "postcode"));
    assertThat(Settings.load(List.of(), Map.of("lake.path", "uprn")).value(tier)).isEqualTo("uprn");
    assertThatThrownBy(() -> Settings.load(List.of(), Map.of("lake.path", "UPRN")).value(tier))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'UPRN' is none of uprn, postcode");
  }

  @Test
  void shouldRefuseATextThatIsNoMonth() {
    Setting<Month> last = Setting.month("lake.path", "last month");
    assertThat(Settings.load(List.of(), Map.of("lake.path", "2020-02")).value(last))
        .isEqualTo(Month.of(2020, 2));
    assertThatThrownBy(() -> Settings.load(List.of(), Map.of("lake.path", "2020-2")).value(last))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'2020-2' is no month such as 2020-02");
  }

  @Test
  void shouldSayWhereAMissingFileIs() {
    assertThatThrownBy(() -> Settings.load(List.of(folder.resolve("no.conf").toFile()), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no.conf");
  }
}
