package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir Path folder;
  private final LocalFiles files = new LocalFiles();

  @BeforeEach
  void open() throws IOException {
    files.initialize(folder.toUri(), new Configuration(false));
  }

  @Test
  void shouldTellALinkFromAFileAndFromNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(status(file).isSymlink()).isFalse();
    assertThat(status(file).getLen()).isEqualTo(4);
    assertThat(status(link).isSymlink()).isTrue();
    assertThatThrownBy(() -> status(folder.resolve("none")))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void shouldStartNoProcessToWriteATableAndANote() throws IOException {
    SparkSession spark = Sparks.session();
    String lake = folder.resolve("lake").toString();
    Path recorded = folder.resolve("processes.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      spark.range(3).write().format("delta").save(lake + "/numbers");
      new Lake(spark, lake).note("notes/one").write("text");
      recording.stop();
      recording.dump(recorded);
    }
    List<String> started =
        RecordingFile.readAllEvents(recorded).stream()
            .map(event -> event.getString("command"))
            .filter(command -> command.contains(lake))
            .toList();
    assertThat(started).isEmpty();
  }

  private FileStatus status(Path path) throws IOException {
    return files.getFileLinkStatus(new org.apache.hadoop.fs.Path(path.toUri()));
  }
}
