package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Refreshes killed at any moment: whatever they leave, every table can be read and is what it was
 * or what it was to be, and the next refresh ends with the tables of a rebuild.
 */
class KilledNightsTest {
  private static final int KILLS = Integer.getInteger("kills", 200);
  private static final int MOST_IN_A_ROW = 4;
  private static final long SEED = 6;
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void deliver() {
    hospital = new Hospital(folder).set("ingest.withdrawn-at-most", "1");
    hospital.deliver("beds/beds_202012.csv", "a,1").deliver("staff/staff_202012.csv", "a,1");
  }

  @Tag("slow")
  @Test
  void shouldLeaveNoHalfStateWhicheverCommitIsTheLast() {
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

  /** In processes of their own, by SIGKILL; {@code -Dkills=N} kills more of them, or fewer. */
  @Tag("slow")
  @Test
  void shouldLeaveNoHalfStateAtMomentsDrawnFromTheWholeNight() throws Exception {
    Nightwatch watch = new Nightwatch(folder);
    double length = watch.secondsOfANight();
    Random moments = new Random(SEED);
    Chance chance = new Chance(SEED, hospital);
    Map<String, Integer> left = new TreeMap<>();
    int killed = 0;
    for (int night = 0; killed < KILLS; night++) {
      chance.day();
      Outcomes outcomes = Outcomes.of(hospital);
      int most = Math.min(KILLS - killed, 1 + moments.nextInt(MOST_IN_A_ROW));
      while (most-- > 0 && watch.killedAfter(moments.nextDouble() * length)) {
        left.merge(outcomes.assertNoHalfState(), 1, Integer::sum);
        System.out.println(++killed + " killed, which left the status " + left);
      }
      hospital.refreshLocked("completed-%04d".formatted(night));
      outcomes.assertCompleted();
    }
    assertThat(killed).isEqualTo(KILLS);
  }
}
