package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake on a file system of two megabytes that is full; where one may be mounted. */
@Tag("slow")
class FullMountTest {
  private static final int ROOM = 2 << 20;
  @TempDir Path folder;
  private Path mount;

  @BeforeEach
  void mount() throws Exception {
    mount = Files.createDirectories(folder.resolve("small"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", mount.toString()))
        .as("may mount")
        .isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", mount.toString());
  }

  private static int run(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }

  @Test
  void shouldKeepYesterdaysTablesOnADiskThatFillsUp() throws IOException {
    Hospital hospital = new Hospital(mount);
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,20");
    hospital.deliver("staff/STAFF_202101.csv", "a,3").refresh();
    hospital.deliver("beds/BEDS_202102.csv", "a,11", "b,21");
    Outcomes outcomes = Outcomes.of(hospital);
    for (int free : new int[] {0, 8_192, 16_384, 32_768}) {
      Path ballast = mount.resolve("ballast");
      Files.write(ballast, new byte[(int) mount.toFile().getUsableSpace() - free]);
      assertThatThrownBy(hospital::refresh)
          .as("%d bytes free", free)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is full");
      Files.delete(ballast);
      outcomes.assertNoHalfState();
    }
    hospital.refresh();
    outcomes.assertCompleted();
  }
}
