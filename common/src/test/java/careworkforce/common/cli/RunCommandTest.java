package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import careworkforce.common.check.CheckReport;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries.FileCount;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exit code of a run in which something did not end well. */
class RunCommandTest {
  private static final FileCount REFUSED =
      new FileCount(
          "homes/HOMES_201501.csv", "2015-01-01", "refused", 0, 0, 0, 0, "no column Beds");
  private static final CheckReport.Finding BROKEN =
      new CheckReport.Finding("KEY", "one row for each home", Check.Severity.FAIL, 2);

  private static Manifest run(
      String status, List<FileCount> files, List<CheckReport.Finding> checks, String message) {
    return run(status, files, checks, message, null);
  }

  private static Manifest run(
      String status,
      List<FileCount> files,
      List<CheckReport.Finding> checks,
      String message,
      @Nullable Exit exit) {
    return new Manifest(
        "r1",
        "2021-01-01T00:00:00Z",
        1,
        false,
        List.of(
            new Manifest.Entry(
                "bronze.homes",
                status,
                List.of("new"),
                Map.of(),
                -1,
                0,
                0,
                1,
                files,
                checks,
                List.of(message),
                null,
                Map.of(),
                exit)));
  }

  private static void assertEnds(Manifest manifest, Exit exit) {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> RunCommand.mustBeWhole(manifest))
        .withMessageContaining("bronze.homes")
        .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.exit()).isEqualTo(exit));
  }

  @Test
  void shouldEndWellWhereEveryJobRan() {
    assertThatCode(() -> RunCommand.mustBeWhole(run("ran", List.of(), List.of(), "")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(names = {"USAGE", "INPUT_MISSING", "CHECKS_FAILED"})
  void shouldEndAsTheErrorThatEndedTheJob(Exit exit) {
    assertEnds(run("failed", List.of(), List.of(), "Cannot make bronze.homes: so", exit), exit);
  }

  @Test
  void shouldTellARefusedFileAsACheckThatFailed() {
    assertEnds(
        run("failed", List.of(REFUSED), List.of(), "Cannot take homes/HOMES_201501.csv"),
        Exit.CHECKS_FAILED);
  }

  @Test
  void shouldTellABrokenPromise() {
    assertEnds(run("failed", List.of(), List.of(BROKEN), "2 rows break KEY"), Exit.CHECKS_FAILED);
  }
}
