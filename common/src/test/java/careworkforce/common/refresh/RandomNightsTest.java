package careworkforce.common.refresh;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever arrived, was corrected or withdrawn, and wherever a night was cut off: the tables are
 * those of a lake made at once from the files as they lie, row for row.
 */
class RandomNightsTest {
  private static final int NIGHTS = 4;
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void shouldEqualARebuild(long seed) {
    assertEqualsARebuild(seed);
  }

  /** {@code -Dnights.from=A -Dnights.to=B} tries a piece of them. */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("fiftySeeds")
  void shouldEqualARebuildInFiftySequences(long seed) {
    assertEqualsARebuild(seed);
  }

  static LongStream fiftySeeds() {
    return LongStream.rangeClosed(Long.getLong("nights.from", 101), Long.getLong("nights.to", 150));
  }

  private void assertEqualsARebuild(long seed) {
    Hospital hospital = new Hospital(folder).set("ingest.withdrawn-at-most", "1");
    Chance chance = new Chance(seed, hospital).withImplausibleStaff();
    hospital.deliver("beds/beds_202012.csv", "a,1").deliver("staff/staff_202012.csv", "a,1");
    for (int night = 0; night < NIGHTS; night++) {
      chance.day();
      hospital.refreshKilledAfter(chance.commitsUntilKilled());
    }
    hospital.refresh();
    hospital.assertLikeARebuild();
  }
}
