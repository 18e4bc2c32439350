package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Manifests;
import careworkforce.common.lock.LakeLock;
import careworkforce.common.refresh.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that end before they begin: people are told of these too. */
class RefreshCommandTest {
  @TempDir Path folder;

  private Terminal refresh(String... more) {
    List<String> words = new ArrayList<>(List.of("refresh", "--lake", lake().toString()));
    words.addAll(List.of("--set", "sources.path='" + folder.resolve("landing") + "'"));
    String command = "[sh, -c, \"cat > '" + notice() + "'\"]";
    words.addAll(List.of("--set", "observe.notify-command=" + command));
    words.addAll(List.of(more));
    return Terminal.type(words.toArray(String[]::new));
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private Path notice() {
    return folder.resolve("notice");
  }

  @Test
  void shouldTellOfALakeThatIsOpenTooWide() throws IOException {
    Files.createDirectories(lake());
    Files.setPosixFilePermissions(lake(), PosixFilePermissions.fromString("rwxrwxrwx"));

    Path metrics = folder.resolve("night.prom");

    Terminal ended =
        refresh(
            "--set",
            "folders.severity=FAIL",
            "--set",
            "observe.prometheus-file=\"" + metrics + "\"");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("its permissions are rwxrwxrwx");
    assertThat(notice())
        .content()
        .contains("\"event\":\"failure\"", "its permissions are rwxrwxrwx");
    Status status = Status.of(new Lake(Sparks.session(), lake().toString())).orElseThrow();
    assertThat(status.state()).isEqualTo("failed");
    assertThat(status.message()).contains("its permissions are rwxrwxrwx");
    assertThat(metrics).content().contains("careworkforce_run_done 0");
    assertThat(Terminal.type("history", "--lake", lake().toString()).out())
        .contains(status.run())
        .contains("failed: Cannot")
        .contains("its permissions are rwxrwxrwx");
  }

  @Test
  void shouldTellThatAnotherRunHoldsTheLake() {
    Lake lake = new Lake(Sparks.session(), lake().toString());
    try (LakeLock held = LakeLock.take(lake, Settings.defaults(), said -> {})) {
      assertThat(refresh().exit()).isEqualTo(3);
      held.mustHold();
    }
    assertThat(notice()).content().contains("\"event\":\"failure\"", "lock");
    assertThat(Status.of(lake)).as("is the other run's to tell").isEmpty();
    assertThat(new Manifests(lake).runs()).isEmpty();
  }
}
