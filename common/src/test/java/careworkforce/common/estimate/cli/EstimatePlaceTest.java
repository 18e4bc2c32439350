package careworkforce.common.estimate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The same command on a table's rows where they are and on the driver. */
class EstimatePlaceTest {
  @TempDir Path folder;

  @Test
  void shouldPrintTheSameNumbersWhereverItIsToldToFit() throws Exception {
    String formula = "turnover ~ i(quarter, ref = 1) | home | wage ~ shock";
    JsonNode here = new ObjectMapper().readTree(run(formula, "never", "cluster:home"));
    JsonNode there = new ObjectMapper().readTree(run(formula, "always", "cluster:home"));
    for (String number :
        List.of(
            "/coefficients/wage/estimate",
            "/coefficients/quarter::4/std_error",
            "/first_stage/wage/kleibergen_paap_f",
            "/anderson_rubin/statistic")) {
      double expected = here.at(number).asDouble(Double.NaN);
      assertThat(there.at(number).asDouble())
          .as(number)
          .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
  }

  @Test
  void shouldSayWhatKeepsAModelOnTheDriver() {
    assertThat(run("turnover ~ wage | home", "always", "hc3"))
        .contains("variance HC3 needs the rows themselves");
  }

  @Test
  void shouldNameAColumnThatIsNotThere() {
    assertThat(run("turnover ~ wages | home", "always", "iid"))
        .isEqualTo(
            "Cannot find column 'wages': the data have home, quarter, shock, wage, turnover. Did"
                + " you mean 'wage'? Correct the formula or the data.");
  }

  private String run(String formula, String when, String variance) {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      double shock = random.nextGaussian();
      double wage = 0.5 * shock + random.nextGaussian();
      double turnover = 0.3 * wage + random.nextGaussian();
      rows.add(RowFactory.create("H" + i % 15, 1 + i / 30, shock, wage, turnover));
    }
    String path = folder.resolve("panel").toString();
    Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "home string, quarter int, shock double, wage double, turnover double"))
        .write()
        .mode("overwrite")
        .parquet(path);
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new EstimateCommand()).setOut(new PrintWriter(out));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          out.write(e.getMessage());
          return 1;
        });
    line.execute(
        "--data",
        path,
        "--formula",
        formula,
        "--distributed",
        when,
        "--vcov",
        variance,
        "--format",
        "json");
    return out.toString();
  }
}
