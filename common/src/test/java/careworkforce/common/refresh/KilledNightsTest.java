package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Refreshes killed at any moment: whatever they leave, every table can be read and is what it was
 * or what it was to be, and the next refresh ends with the tables of a rebuild.
 */
class KilledNightsTest {
  private static final int KILLS = Integer.getInteger("kills", 200);
  private static final long SEED = Long.getLong("kills.seed", 6);
  private static final int SIDE_BY_SIDE = 2;

  @TempDir Path folder;

  @Tag("slow")
  @Test
  void shouldLeaveNoHalfStateWhicheverCommitIsTheLast() {
    Hospital hospital = KilledNights.hospital(folder);
    hospital.refresh();
    hospital.deliver("beds/beds_202101.csv", "a,2", "b,?").deliver("staff/staff_202012.csv", "a,9");
    Outcomes outcomes = Outcomes.of(hospital);
    for (int commits : List.of(1, 4)) {
      hospital.refreshKilledAfter(commits);
      outcomes.assertNoHalfState();
    }
    hospital.refresh();
    outcomes.assertCompleted();
  }

  /**
   * In processes of their own, by SIGKILL, at two hospitals side by side. {@code -Dkills=N
   * -Dkills.seed=S} kills fewer of them, at other moments: some runs with seeds of their own are as
   * good as a long one.
   */
  @Tag("slow")
  @Test
  void shouldLeaveNoHalfStateAtMomentsDrawnFromTheWholeNight() throws Exception {
    ExecutorService hospitals = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      NightCommand command = new NightCommand(folder);
      List<KilledNights> nights =
          List.of(
              new KilledNights(folder.resolve("one"), command, 2 * SEED, KILLS - KILLS / 2),
              new KilledNights(folder.resolve("other"), command, 2 * SEED + 1, KILLS / 2));
      Map<String, Integer> left = new TreeMap<>();
      for (Future<Map<String, Integer>> account : hospitals.invokeAll(nights)) {
        account.get().forEach((reached, kills) -> left.merge(reached, kills, Integer::sum));
      }
      System.out.println("Kills, by the last table written before: " + left);
      assertThat(left.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(KILLS);
    } finally {
      hospitals.shutdownNow();
    }
  }
}
