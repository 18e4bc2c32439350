package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The line of {@code conf/schedule/careworkforce.cron}, run by Debian's cron at the next full
 * minute with its own environment: a refresh from its lock to its account, of one small source. The
 * others, of which no file lies there, it names. Needs root.
 */
@Tag("cron")
class CronTest {
  private static final Path HOME = Path.of(System.getProperty("careworkforce.home", ".."));
  private static final Path CRON = Path.of("/usr/sbin/cron");
  private static final Path TABLE = Path.of("/etc/cron.d/careworkforce-test");
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** National minimum wage from October 2013, pounds an hour (SI 2013/1975). */
  private static final String RATES =
      "from,age_from,age_to,apprentice,rate\n2013-10-01,18,20,N,5.03\n2013-10-01,21,,N,6.31\n";

  /** The last that a refresh says of which something is unfinished. */
  private static final String END = "See manifest";

  @TempDir Path folder;

  @AfterEach
  void takeTheLineAway() throws IOException {
    Files.deleteIfExists(TABLE);
  }

  @Test
  void shouldRefreshAtItsMinute() throws Exception {
    assertThat(CRON).as("without it, what this profile is for cannot be tried").exists();
    assertThat(System.getProperty("user.name")).isEqualTo("root");
    Path log = folder.resolve("refresh.log");
    Files.writeString(TABLE, line(log));
    Process cron = new ProcessBuilder(CRON.toString(), "-f").inheritIO().start();
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    try {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!told(log).contains(END) && System.nanoTime() < until) {
        Thread.sleep(1_000);
        if (Files.exists(log)) {
          Files.deleteIfExists(TABLE); // before another minute begins
        }
      }
    } finally {
      cron.destroy();
    }
    assertThat(told(log))
        .contains("Cannot finish the run", END)
        .doesNotContain("bug of careworkforce");
    assertThat(Status.of(lake).orElseThrow().state()).isEqualTo("incomplete");
    assertThat(new Manifests(lake).newest(1).get(0).jobs())
        .extracting(job -> job.table() + " " + job.status() + " " + job.rows())
        .contains("bronze.minimum_wage_rates ran 2", "bronze.esr_assignments failed -1");
  }

  private static String told(Path log) throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** The line as it is delivered, for this house, this user and the next minute. */
  private String line(Path log) throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing/minimum_wage"));
    Files.writeString(landing.resolve("MINIMUM_WAGE_2013.csv"), RATES);
    Path key = Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path settings =
        Files.writeString(
            folder.resolve("night.conf"),
            "lake.path = \"%s\"\nsources.path = \"%s\"\npseudonyms.key-file = \"%s\"\n"
                .formatted(folder.resolve("lake"), landing.getParent(), key));
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
