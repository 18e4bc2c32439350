package careworkforce.common.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLockTest {
  private static final Claim ELSEWHERE =
      new Claim("ada", "far-away pid:[1]", 4_711, "", "2021-03-28T00:00:00Z");
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
  }

  private LakeLock take(int wait) {
    return LakeLock.take(lake, settings(wait), said::add);
  }

  private static Settings settings(int wait) {
    return Settings.load(
        List.of(),
        Map.of("lock.wait", String.valueOf(wait), "lock.heartbeat", "0.05", "lock.expiry", "0.6"));
  }

  @Test
  void shouldSendASecondRunAwayWithExitCodeThreeAndTheOwnersName() {
    try (LakeLock first = take(0)) {
      first.mustHold();
      assertThatThrownBy(() -> take(0))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Cannot write to the lake")
          .hasMessageContaining(System.getProperty("user.name"))
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .satisfies(e -> assertThat(((UserError) e).exit()).isEqualTo(Exit.IN_USE));
      assertThat(Exit.IN_USE.code()).isEqualTo(3);
    }
  }

  @Test
  void shouldHoldLongerThanTheExpiryWhileItsOwnerLives() throws Exception {
    try (LakeLock first = take(0)) {
      assertThatThrownBy(() -> take(2)).isInstanceOf(UserError.class);
      first.mustHold();
      assertThat(said).singleElement().asString().startsWith("waiting for ");
    }
  }

  @Test
  void shouldLetTheNextOneInOnceGivenBack() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      LakeLock first = take(0);
      Future<Boolean> second =
          other.submit(
              () -> {
                try (LakeLock lock = take(60)) {
                  lock.mustHold();
                  return true;
                }
              });
      Thread.sleep(200);
      assertThat(second.isDone()).isFalse();
      first.close();
      assertThat(second.get()).isTrue();
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void shouldTakeOverAtOnceFromAProcessOfThisMachineThatHasEnded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Claim ours = Claim.ours(Instant.now());
    Claim dead = new Claim("ada", ours.host(), ended.pid(), "2021-03-28T00:00:00Z", "long ago");
    new Generations(lake).make(1, dead);
    new Generations(lake).beat(1, Sign.of(1, Instant.now()));

    take(0).close();
    assertThat(said).singleElement().asString().contains("ada on").contains("its owner is dead");
  }

  @Test
  void shouldNotTakeAProcessForAnotherWhenTheClockIsPutRight() {
    Claim ours = Claim.ours(Instant.now());
    assertThat(ours.born()).as("ticks since the machine started, no time of day").matches("\\d+");
    assertThat(ours.endedHere()).isFalse();
  }

  @Test
  void shouldTakeOverFromAClaimThatCannotBeReadOnceItShowsNoSignOfLife() {
    new Generations(lake).make(1, ELSEWHERE);
    lake.note("lock/000000000001.claim").write("");

    take(0).close();
    assertThat(said).last().asString().contains("an unknown owner").contains("is taken over");
  }

  @Test
  void shouldNotWaitForAnOwnerWhoseClockIsFarBehindLongerThanItMay() throws Exception {
    new Generations(lake).make(1, ELSEWHERE);
    ExecutorService owner = Executors.newSingleThreadExecutor();
    try {
      Future<?> beating =
          owner.submit(
              () -> {
                for (int beat = 0; beat < 200; beat++) {
                  Instant behind = Instant.now().minusSeconds(3_600);
                  new Generations(lake).beat(1, Sign.of(beat, behind));
                  Thread.sleep(50);
                }
                return null;
              });
      assertThatThrownBy(() -> take(0)).hasMessageContaining("ada on far-away");
      assertThat(beating.isDone()).as("it still lived").isFalse();
    } finally {
      owner.shutdownNow();
      assertThat(owner.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void shouldTakeOverFromAnOwnerElsewhereWhoseSignIsOld() {
    new Generations(lake).make(1, ELSEWHERE);
    new Generations(lake).beat(1, Sign.of(9, Instant.now().minusSeconds(10)));

    take(0).close();
    assertThat(said).last().asString().contains("ada on far-away").contains("is taken over");
  }

  @Test
  void shouldNotTakeOverFromAnOwnerElsewhereWhoseSignIsFresh() {
    new Generations(lake).make(1, ELSEWHERE);
    new Generations(lake).beat(1, Sign.of(9, Instant.now()));

    assertThatThrownBy(() -> take(0)).hasMessageContaining("ada on far-away, process 4711");
  }

  @Test
  void shouldWriteNoMoreOnceItsLockWasTakenOver() throws Exception {
    try (LakeLock slow = take(0)) {
      new Generations(lake).make(2, ELSEWHERE);
      Thread.sleep(300);
      assertThatThrownBy(slow::mustHold)
          .hasMessageContaining("Cannot write to the lake any longer");
      assertThatThrownBy(
              () ->
                  lake.asking(slow::mustHold)
                      .overwrite(
                          careworkforce.common.ingest.FileLedger.TABLE,
                          Lake.empty(lake.spark(), careworkforce.common.ingest.FileLedger.TABLE),
                          careworkforce.common.delta.Provenance.none()))
          .isInstanceOf(UserError.class);
    }
    assertThat(new Generations(lake).sign(2)).isEmpty();
  }

  @Test
  void shouldLetOneAtATimeInOfMany() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService many = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Boolean>> runs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        runs.add(
            () -> {
              try (LakeLock lock = LakeLock.take(lake, settings(120), s -> {})) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.sleep(20);
                inside.decrementAndGet();
                lock.mustHold();
                return true;
              }
            });
      }
      for (Future<Boolean> run : many.invokeAll(runs)) {
        assertThat(run.get()).isTrue();
      }
    } finally {
      many.shutdownNow();
    }
    assertThat(most).hasValue(1);
  }
}
