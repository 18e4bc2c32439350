package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.error.UserError;
import careworkforce.common.fault.FaultyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while a month arrives, after so many bytes. */
class FullDiskTest {
  @TempDir Path folder;

  @AfterEach
  void heal() {
    FaultyFiles.heal();
  }

  @Test
  void shouldNameTheFolderOfAFullDiskAndCompleteOnceThereIsRoom() {
    assertThat(isFullAfter(9_000)).isTrue();
  }

  /** From no room to room enough, in steps of {@code -Dfull.step=BYTES}, the first in quarters. */
  @Tag("slow")
  @Test
  void shouldSurviveADiskThatIsFullAnywhere() {
    long step = Long.getLong("full.step", 12_000);
    long room = 0;
    while (isFullAfter(room)) {
      room += room < step ? step / 4 : step;
    }
    assertThat(room).as("bytes that a month writes").isGreaterThan(30_000);
  }

  /**
   * Lets a month arrive where there is room for so many bytes, and again where there is enough.
   *
   * @return whether there was too little at first
   */
  private boolean isFullAfter(long room) {
    Hospital hospital = Hospital.onFaultyFiles(folder.resolve(room + " bytes"));
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,20");
    hospital.deliver("staff/STAFF_202101.csv", "a,3").begin();
    hospital.deliver("beds/BEDS_202103.csv", "a,12", "b,?");
    Outcomes outcomes = Outcomes.of(hospital);
    AtomicLong left = fillUpAfter(room);
    boolean complete = isComplete(hospital, left, room);
    FaultyFiles.heal();
    if (complete) {
      outcomes.assertCompleted();
      return false;
    }
    outcomes.assertNoHalfState();
    hospital.refresh();
    outcomes.assertCompleted();
    return true;
  }

  private boolean isComplete(Hospital hospital, AtomicLong left, long room) {
    try {
      hospital.refresh();
    } catch (UserError full) {
      assertThat(full)
          .as("room for %d bytes", room)
          .hasMessageContaining("the disk of " + hospital.lake.root())
          .hasMessageContaining("is full")
          .hasMessageContaining("Free space there");
      return false;
    }
    assertThat(left.get()).as("no write failed unsaid, room for %d bytes", room).isNotNegative();
    return true;
  }

  private static AtomicLong fillUpAfter(long room) {
    AtomicLong left = new AtomicLong(room);
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void writing(org.apache.hadoop.fs.Path file, long bytes) throws IOException {
            if (left.addAndGet(-bytes) < 0) {
              throw new IOException("No space left on device");
            }
          }
        });
    return left;
  }
}
