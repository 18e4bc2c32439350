package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTableTest {
  @TempDir Path folder;

  @Test
  void shouldGoOnWhereASeriesWasCutOff() throws Exception {
    new CoverageTable(folder.resolve("told.csv")).add(List.of(line(7, 1.0, 0.5)));
    CoverageTable further = new CoverageTable(folder.resolve("told.csv"));
    assertThat(further.has(7)).isTrue();
    assertThat(further.has(8)).isFalse();
    further.add(List.of(line(8, 4.0, 0.5)));
    assertThat(new CoverageTable(folder.resolve("told.csv")).of("iv"))
        .containsExactly(line(7, 1.0, 0.5), line(8, 4.0, 0.5));
  }

  @Test
  void shouldCountIntervalsThatCoverAndErrorsInStandardErrors() throws Exception {
    CoverageTable table = new CoverageTable(folder.resolve("told.csv"));
    table.add(List.of(line(1, 1.0, 0.5), line(2, 2.0, 0.5), without(3, 6.0, 1.0)));
    // planted 2: errors −1, 0 and 4; of those with an interval −2 and 0 standard errors
    assertThat(table.summary("iv"))
        .isEqualTo(
            "iv             2 of   2 cover, 1 without; mean error +1.00000;"
                + " mean of error/SE -1.00 (SE 0.71), spread 1.41");
  }

  private static CoverageTable.Line without(int seed, double estimate, double error) {
    return new CoverageTable.Line(seed, "iv", estimate, error, Double.NaN, Double.NaN, 2, 100, 4);
  }

  private static CoverageTable.Line line(int seed, double estimate, double error) {
    double half = 2 * error;
    return new CoverageTable.Line(
        seed, "iv", estimate, error, estimate - half, estimate + half, 2, 100, 10);
  }
}
