package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.fault.FaultyFiles;
import careworkforce.common.job.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that an error ends before its refresh begins. */
class BeginningTest {
  @TempDir Path folder;

  @AfterEach
  void heal() {
    FaultyFiles.heal();
  }

  /** Stores have errors of their own, which are none of input and output. */
  @Test
  void shouldTellPeopleWhereTheLakeCannotBeAskedHowItWas() {
    Path told = folder.resolve("told");
    Hospital hospital = Hospital.onFaultyFiles(folder);
    hospital.set("observe.notify-command", "[sh, -c, \"cat >> '" + told + "'\"]");
    new Status("1", "done", "2021-03-27T01:00:00Z", 1, "1", "").write(hospital.lake);
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void reading(org.apache.hadoop.fs.Path file, long position) {
            if (file.getName().equals("status.json")) {
              throw new IllegalArgumentException("no answer");
            }
          }
        });

    Beginning beginning =
        new Beginning(
            Hospital.CATALOGUE, () -> hospital.lake, hospital.settings(), Progress.silent());
    assertThatThrownBy(() -> beginning.with(BeginningTest::noLake)).hasMessage("no lake");
    assertThat(told).content().contains("\"event\":\"failure\"", "failed: no lake");
  }

  private static String noLake() {
    throw new IllegalStateException("no lake");
  }
}
