package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.gold.socialcare.SocialcareArrivalsByMonth;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path NOTEBOOK =
      Path.of(
          System.getProperty("careworkforce.home"),
          "notebooks-export",
          "turnover_and_arrivals.ipynb");

  @TempDir Path folder;

  @Test
  void shouldDrawEveryFigureFromExportedTables() throws Exception {
    assumeTrue(
        python("-c", "import pandas, matplotlib, nbconvert, ipykernel") == 0,
        "skipped: no python3-pandas, -matplotlib, -nbconvert, -ipykernel in " + PYTHON);
    writeTables();
    int exit =
        python(
            "-m",
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--output-dir",
            folder.toString(),
            NOTEBOOK.toString());
    assertThat(exit).as(Files.readString(folder.resolve("log"))).isZero();
    String executed = Files.readString(folder.resolve(NOTEBOOK.getFileName()));
    assertThat(executed.split("\"image/png\"", -1)).hasSize(5);
  }

  @Test
  void shouldHoldTheOutputsOfTheDemo() throws IOException {
    assertThat(Files.readString(NOTEBOOK).split("\"image/png\"", -1)).hasSize(5);
  }

  private int python(String... arguments) throws IOException, InterruptedException {
    if (!new File(PYTHON).canExecute()) {
      return 1;
    }
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    process.environment().put("CAREWORKFORCE_EXPORT", folder.toString());
    Process running = process.start();
    if (!running.waitFor(5, TimeUnit.MINUTES)) {
      running.destroyForcibly();
      return 1;
    }
    return running.exitValue();
  }

  private void writeTables() throws IOException {
    write(
        SocialcareOutcomeEffects.TABLE,
        arrivalsBy("iv", "0.0031", "0.0019", "0.0043"),
        arrivalsBy("ols", "0.0004", "0.0002", "0.0006"));
    write(
        SocialcareFirstStage.TABLE,
        Map.of(
            "instrument", "log_outside_wage",
            "outcome", "turnover",
            "sample", "home-months to 2020-02",
            "estimate", "1.4",
            "ci_low", "1.2",
            "ci_high", "1.6"));
    write(
        SocialcareArrivalsByMonth.TABLE,
        arrivals("hes", "2020-01-01"),
        arrivals("hes", "2020-02-01"),
        arrivals("ecds", "2020-04-01"),
        arrivals("ecds", "2020-05-01"));
    write(CareersTransitionMatrix.TABLE, moves("A", "B"), moves("B", "A"));
  }

  private static Map<String, String> arrivalsBy(
      String estimator, String estimate, String low, String high) {
    return Map.of(
        "outcome", "arrivals_per_resident_month",
        "sample", "home-months to 2020-02",
        "term", "turnover",
        "estimator", estimator,
        "estimate", estimate,
        "ci_low", low,
        "ci_high", high);
  }

  private static Map<String, String> arrivals(String series, String month) {
    return Map.of(
        "series",
        series,
        "month",
        month,
        "match_tier",
        "uprn",
        "arrivals",
        "250",
        "resident_days",
        "93000");
  }

  private static Map<String, String> moves(String from, String to) {
    return Map.of(
        "year", "2015", "from_group", from, "to_group", to, "moves", "7", "person_months", "1200");
  }

  /** The contract's columns, those not given filled with 1. */
  @SafeVarargs
  private void write(Table table, Map<String, String>... rows) throws IOException {
    List<String> names = table.fields().stream().map(Field::name).toList();
    List<String> lines = new ArrayList<>(List.of(String.join(",", names)));
    for (Map<String, String> row : rows) {
      assertThat(names).containsAll(row.keySet());
      lines.add(String.join(",", names.stream().map(n -> row.getOrDefault(n, "1")).toList()));
    }
    Files.write(folder.resolve(table.fullName() + ".csv"), lines);
  }
}
