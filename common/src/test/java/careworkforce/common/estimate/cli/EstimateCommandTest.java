package careworkforce.common.estimate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EstimateCommandTest {
  private static final String PANEL =
      """
      home,region,year,y,x,z,w
      a,north,1,1.0,0.5,0.2,1
      a,north,2,2.1,1.1,0.9,2
      a,north,3,2.4,1.0,1.3,1
      b,south,1,0.3,0.1,0.1,1
      b,south,2,1.9,1.2,0.7,1
      b,south,3,NA,1.4,1.9,2
      c,south,1,3.1,2.0,1.1,1
      c,south,2,2.2,1.7,1.9,3
      c,south,3,4.0,2.9,2.2,1
      """;

  @TempDir Path folder;

  @Test
  void shouldWriteJsonWithTheNamesThatWerePromised() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                run(
                    "--formula",
                    "y ~ 1 | home | x ~ z",
                    "--vcov",
                    "cluster:home",
                    "--format",
                    "json"));
    assertThat(json.at("/coefficients/x/estimate").isNumber()).isTrue();
    assertThat(json.get("n_obs").asInt()).isEqualTo(8);
    assertThat(json.at("/n_dropped/missing in y").asInt()).isEqualTo(1);
    assertThat(json.at("/n_clusters/home").asInt()).isEqualTo(3);
    assertThat(json.at("/first_stage/x/effective_f_critical").asDouble()).isBetween(23.1, 23.2);
    assertThat(json.at("/anderson_rubin/confidence_set").isArray()).isTrue();
    for (String name :
        new String[] {
          "n_singletons_dropped",
          "n_separated_dropped",
          "collinear_dropped",
          "dof_residual",
          "r2",
          "r2_within",
          "log_likelihood",
          "iterations",
          "converged",
          "vcov_type",
          "design"
        }) {
      assertThat(json.has(name)).as(name).isTrue();
    }
  }

  @Test
  void shouldSetSeveralModelsSideBySide() throws Exception {
    String text = run("--formula", "y ~ csw(x, z) | home", "--weights", "w");
    assertThat(text)
        .contains("(1)")
        .contains("(2)")
        .contains("home effects")
        .contains("iid (fixest)");
    assertThat(run("--formula", "y ~ sw(x, z)", "--format", "latex"))
        .contains("\\toprule")
        .contains("\\bottomrule");
    assertThat(run("--formula", "y ~ sw(x, z)", "--format", "html")).contains("<table");
    assertThat(run("--formula", "y ~ sw(x, z)", "--format", "csv"))
        .startsWith("model,outcome,term,estimate");
  }

  @Test
  void shouldWriteToAFile() throws Exception {
    Path target = folder.resolve("fit.txt");
    run("--formula", "y ~ x", "--to", target.toString());
    assertThat(Files.readString(target)).contains("OLS, gaussian: y ~ x");
  }

  @Test
  void shouldBootstrapWithASeed() throws Exception {
    assertThat(
            run(
                "--formula",
                "y ~ x",
                "--vcov",
                "cluster:home",
                "--wild-bootstrap",
                "99",
                "--seed",
                "7"))
        .contains("Wild cluster bootstrap of x = 0")
        .contains("8 draws, exhaustive");
  }

  private String run(String... options) throws Exception {
    Path file = folder.resolve("panel.csv");
    Files.writeString(file, PANEL);
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new EstimateCommand()).setOut(new PrintWriter(out));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          throw e;
        });
    String[] all = new String[options.length + 2];
    all[0] = "--data";
    all[1] = file.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    assertThat(line.execute(all)).isZero();
    return out.toString();
  }
}
