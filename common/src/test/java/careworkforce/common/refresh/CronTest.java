package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The line of {@code conf/schedule/careworkforce.cron}, run by Debian's cron at the next full
 * minute with its own environment, as far as the refresh that it names. Needs root.
 */
@Tag("cron")
class CronTest {
  private static final Path HOME = Path.of(System.getProperty("careworkforce.home", ".."));
  private static final Path CRON = Path.of("/usr/sbin/cron");
  private static final Path TABLE = Path.of("/etc/cron.d/careworkforce-test");
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** How a refresh ends whose settings name no key: at once. */
  private static final String END = "Cannot make pseudonyms";

  @TempDir Path folder;

  @AfterEach
  void takeTheLineAway() throws IOException {
    Files.deleteIfExists(TABLE);
  }

  @Test
  void shouldStartTheRefreshAtItsMinute() throws Exception {
    assumeThat(CRON).exists();
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path log = folder.resolve("refresh.log");
    Files.writeString(TABLE, line(log));
    Process cron = new ProcessBuilder(CRON.toString(), "-f").inheritIO().start();
    try {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!told(log).contains(END) && System.nanoTime() < until) {
        Thread.sleep(1_000);
      }
    } finally {
      Files.deleteIfExists(TABLE); // before another minute begins
      cron.destroy();
    }
    assertThat(told(log)).contains(END).doesNotContain("bug of careworkforce");
  }

  private static String told(Path log) throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** The line as it is delivered, for this house, this user and the next minute. */
  private String line(Path log) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("night.conf"),
            "lake.path = \"%s\"\nsources.path = \"%s\"\npseudonyms.key-variable = \"NONE_HERE\"\n"
                .formatted(
                    folder.resolve("lake"), Files.createDirectory(folder.resolve("landing"))));
    String delivered = Files.readString(HOME.resolve("conf/schedule/careworkforce.cron"));
    String here =
        delivered
            .replace("0 1 * * *  careworkforce", "* * * * *  root")
            .replace("/opt/careworkforce", HOME.toRealPath().toString())
            .replace("/etc/careworkforce/nightly.conf", settings.toString())
            .replace("/var/log/careworkforce/refresh.log", log.toString());
    assertThat(here).doesNotContain("/opt/", "/etc/careworkforce", "/var/log");
    return here;
  }
}
