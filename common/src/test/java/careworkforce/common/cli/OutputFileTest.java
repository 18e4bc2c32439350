package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of yesterday, over which today's is written. */
class OutputFileTest {
  @TempDir Path folder;
  private Path report;
  private OutputFile file;

  @BeforeEach
  void writeYesterdays() {
    report = folder.resolve("reports/night.txt");
    file = new OutputFile(report, Settings.defaults());
    file.write("yesterday");
  }

  @Test
  void shouldPutTheNewInThePlaceOfTheOld() {
    file.write("today");
    assertThat(report).hasContent("today");
    assertThat(report.getParent()).isDirectoryContaining(report::equals);
  }

  @Test
  void shouldWriteToAFolderThatIsALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), report.getParent());
    new OutputFile(link.resolve("night.txt"), Settings.defaults()).write("today");
    assertThat(report).hasContent("today");
  }

  @Test
  void shouldNotTakeAFolderForAFile() {
    Path folderOfIt = report.getParent();
    assertThatThrownBy(() -> new OutputFile(folderOfIt, Settings.defaults()).write("today"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot write " + folderOfIt + ": it is a folder. Name a file.");
    assertThat(report).hasContent("yesterday");
  }

  @Test
  void shouldLeaveTheOldAndNothingElseWhereTheDiskIsFull() {
    assertThatThrownBy(() -> file.write(OutputFileTest::halfAndThenNoRoom))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot write " + report + ": the disk of");
    assertThat(report).hasContent("yesterday");
    assertThat(folder.resolve("reports").toFile().list()).containsExactly("night.txt");
  }

  private static void halfAndThenNoRoom(Path beside) throws IOException {
    Files.writeString(beside, "tod");
    throw new IOException("No space left on device");
  }
}
