package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Manifest;
import careworkforce.common.lock.LakeLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two refreshes of one lake at the same time. */
class TwoAtOnceTest {
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void deliver() {
    hospital = new Hospital(folder).set("lock.heartbeat", "0.1");
    hospital.deliver("beds/BEDS_202101.csv", "a,10").deliver("staff/STAFF_202101.csv", "a,3");
  }

  @Test
  void shouldSendTheSecondAwayWithExitCodeThree() {
    try (LakeLock first = LakeLock.take(hospital.lake, hospital.settings(), said -> {})) {
      assertThatThrownBy(() -> hospital.refreshLocked("second"))
          .isInstanceOfSatisfying(
              UserError.class, e -> assertThat(e.exit()).isEqualTo(Exit.IN_USE));
      first.mustHold();
    }
    assertThat(hospital.lake.exists(Wards.BEDS)).isFalse();
  }

  @Test
  void shouldLetTheSecondWaitAndFindNothingNew() throws Exception {
    hospital.set("lock.wait", "600");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Optional<Manifest>>> nights =
          List.of(() -> hospital.refreshLocked("one"), () -> hospital.refreshLocked("other"));
      int worked = 0;
      for (Future<Optional<Manifest>> night : both.invokeAll(nights)) {
        worked += night.get().isPresent() ? 1 : 0;
      }
      assertThat(worked).isEqualTo(1);
    } finally {
      both.shutdownNow();
    }
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,a,10,3]");
    assertThat(hospital.rows(Totals.TABLE)).containsExactly("[2021-01-01,10.0]");
  }
}
