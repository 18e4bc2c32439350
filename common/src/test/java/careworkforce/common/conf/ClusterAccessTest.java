package careworkforce.common.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterAccessTest {
  private static final String MASTER = "spark://127.0.0.1:7077";
  @TempDir Path folder;

  @Test
  void shouldLetInASessionWhoseMasterIsTheClusterOfThisMachine() throws IOException {
    ClusterAccess.grant(folder, MASTER, "127.0.0.1");
    assertThat(ClusterAccess.keys(settings(MASTER)))
        .containsEntry("spark.authenticate", "true")
        .containsEntry("spark.driver.host", "127.0.0.1")
        .hasEntrySatisfying("spark.authenticate.secret", s -> assertThat(s).hasSize(64));
  }

  @Test
  void shouldGiveTheSecretToNoOtherMaster() throws IOException {
    ClusterAccess.grant(folder, MASTER, "127.0.0.1");
    assertThat(ClusterAccess.keys(settings("local[2]"))).isEmpty();
    assertThat(ClusterAccess.keys(settings("spark://elsewhere:7077"))).isEmpty();
  }

  @Test
  void shouldKeepTheSecretFromOtherUsersAndDrawItAnew() throws IOException {
    ClusterAccess.grant(folder, MASTER, "127.0.0.1");
    String first = Files.readString(ClusterAccess.file(folder));
    ClusterAccess.grant(folder, MASTER, "127.0.0.1");
    assertThat(Files.readString(ClusterAccess.file(folder))).isNotEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private Path file() {
    return ClusterAccess.file(folder);
  }

  private Settings settings(String master) {
    return Settings.load(
        List.of(),
        Map.of(
            "spark.master",
            "\"" + master + "\"",
            ClusterAccess.FOLDER.key(),
            "\"" + folder + "\""));
  }
}
