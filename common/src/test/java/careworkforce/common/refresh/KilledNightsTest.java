package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
  private static final int SIDE_BY_SIDE = Integer.getInteger("kills.hospitals", 2);

  @TempDir Path folder;

  @Tag("slow")
  @Test
  void shouldLeaveNoHalfStateWhicheverCommitIsTheLast() {
    Hospital hospital = KilledHospital.founded(folder);
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
   * In processes of their own, each killed by a SIGKILL. {@code -Dkills=N -Dkills.hospitals=H
   * -Dkills.seed=S} kills fewer of them, with more refreshes in each, at other moments.
   */
  @Tag("slow")
  @Test
  void shouldLeaveNoHalfStateAtMomentsDrawnFromTheWholeNight() throws Exception {
    KilledNights nights = new KilledNights(folder, SEED, SIDE_BY_SIDE);
    nights.kill(KILLS);
    assertThat(nights.processesKilled()).isEqualTo(KILLS);
  }
}
