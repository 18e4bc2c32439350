package careworkforce.common.estimate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every option of the command once, on twelve homes seen in six months. */
class EstimateOptionsTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writePanel() throws Exception {
    file = folder.resolve("panel.csv");
    StringBuilder text = new StringBuilder("home,town,month,y,x,z,e,n,w,lat,lon,event,left\n");
    Random random = new Random(2);
    for (int home = 0; home < 12; home++) {
      for (int month = 1; month <= 6; month++) {
        double z = random.nextGaussian();
        double v = random.nextGaussian();
        double x = z + v;
        double y = 1 + 0.5 * x + home / 4.0 + 0.4 * v + random.nextGaussian();
        String left = random.nextDouble() < 0.5 ? "no" : random.nextBoolean() ? "quit" : "retired";
        text.append(
            String.format(
                Locale.ROOT,
                "h%d,t%d,%d,%.6f,%.6f,%.6f,%.6f,%d,%d,%.3f,%.3f,%d,%s%n",
                home,
                home / 3,
                month,
                y,
                x,
                z,
                random.nextGaussian() / 5,
                random.nextInt(5),
                1 + month % 3,
                51 + home / 10.0,
                -home / 10.0,
                y + random.nextGaussian() > 2 ? 1 : 0,
                left));
      }
    }
    // One home seen once: a singleton.
    text.append("h99,t1,1,1.5,0.5,0.2,0.1,1,1,52.5,0.1,0,no\n");
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @CsvSource({
    "iid, iid",
    "hetero, HC1",
    "hc0, HC0",
    "hc2, HC2",
    "hc3, HC3",
    "cluster:town, cluster:town",
    "cluster:home+month, cluster:home+month",
    "cr2:home, cr2:home",
    "cr3:home, cr3:home",
    "'conley:lat,lon,30', 'conley:lat,lon,30.0'",
    "'newey-west:home,month,2', 'newey-west:home,month,2'",
    "'driscoll-kraay:month,1', 'driscoll-kraay:month,1'"
  })
  void shouldTakeEveryVariance(String asked, String printed) throws Exception {
    JsonNode json = json("--formula", "y ~ x | home", "--vcov", asked);
    assertThat(json.get("vcov_type").asText()).isEqualTo(printed);
    assertThat(json.at("/coefficients/x/std_error").asDouble()).isBetween(0.03, 0.4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixest", "reghdfe", "exact", "none"})
  void shouldTakeEveryConvention(String ssc) throws Exception {
    JsonNode json =
        json("--formula", "y ~ x | home + month", "--vcov", "cluster:town", "--ssc", ssc);
    assertThat(json.get("ssc").asText()).isEqualTo(ssc);
    double plain =
        json("--formula", "y ~ x | home + month", "--vcov", "cluster:town", "--ssc", "none")
            .at("/coefficients/x/std_error")
            .asDouble();
    double ours = json.at("/coefficients/x/std_error").asDouble();
    // Four towns, 72 rows, 1 slope and 6 months: 4/3 times 71/65.
    double factor = ssc.equals("none") ? 1 : Math.sqrt(4.0 / 3 * 71 / 65);
    assertThat(ours / plain).isBetween(factor - 1e-9, factor + 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"drop, 72, 1", "keep, 73, 0"})
  void shouldDropOrKeepSingletons(String choice, int rows, int dropped) throws Exception {
    JsonNode json = json("--formula", "y ~ x | home", "--singletons", choice);
    assertThat(json.get("n_obs").asInt()).isEqualTo(rows);
    assertThat(json.get("n_singletons_dropped").asInt()).isEqualTo(dropped);
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian, y",
    "poisson, n",
    "logit, event",
    "probit, event",
    "cloglog, event",
    "clogit, event"
  })
  void shouldTakeEveryFamily(String family, String outcome) throws Exception {
    JsonNode json = json("--formula", outcome + " ~ x | home", "--family", family);
    assertThat(json.get("family").asText()).isEqualTo(family);
    assertThat(json.at("/coefficients/x/estimate").isNumber()).isTrue();
    assertThat(json.get("converged").asBoolean()).isTrue();
  }

  @Test
  void shouldShiftByAnOffsetAndWeigh() throws Exception {
    double plain = slope("--formula", "y ~ x");
    assertThat(slope("--formula", "y ~ x", "--weights", "w")).isNotEqualTo(plain);
    double shifted = slope("--formula", "y ~ x", "--offset", "x");
    assertThat(shifted).isBetween(plain - 1 - 1e-10, plain - 1 + 1e-10);
    assertThat(
            json("--formula", "n ~ x | home", "--family", "poisson", "--offset", "e")
                .at("/coefficients/x/estimate")
                .isNumber())
        .isTrue();
  }

  @Test
  void shouldGiveTheSameBootstrapForTheSameSeed() throws Exception {
    String[] options = {
      "--formula", "y ~ x", "--vcov", "cluster:home", "--wild-bootstrap", "199", "--seed", "7"
    };
    JsonNode first = json(options).at("/wild_bootstrap/x");
    assertThat(first.get("draws").asInt()).isEqualTo(199);
    assertThat(first.get("exhaustive").asBoolean()).isFalse();
    assertThat(first).isEqualTo(json(options).at("/wild_bootstrap/x"));
    options[7] = "8";
    assertThat(first.get("ci_low")).isNotEqualTo(json(options).at("/wild_bootstrap/x/ci_low"));
  }

  @ParameterizedTest
  @CsvSource({
    "text, 'OLS, gaussian: y ~ x'",
    "json, '{'",
    "csv, 'model,outcome,term,estimate'",
    "latex, '\\begin{tabular}'",
    "html, '<'"
  })
  void shouldWriteEveryFormat(String format, String beginning) throws Exception {
    assertThat(run("--formula", "y ~ x", "--format", format)).contains(beginning);
    Path target = folder.resolve("fit." + format);
    run("--formula", "y ~ x", "--format", format, "--to", target.toString());
    assertThat(Files.readString(target)).contains(beginning);
  }

  @Test
  void shouldCorrectBiasAndFitCausesAndLags() throws Exception {
    String[] logit = {"--formula", "event ~ x | home", "--family", "logit"};
    double plain = slope(logit);
    for (String correction : new String[] {"analytical", "jackknife"}) {
      List<String> all = new ArrayList<>(List.of(logit));
      all.addAll(List.of("--bias-correction", correction, "--panel", "home,month"));
      assertThat(slope(all.toArray(String[]::new))).isLessThan(plain);
    }
    assertThat(
            run(
                "--formula",
                "left ~ x",
                "--family",
                "logit",
                "--by-cause",
                "no",
                "--format",
                "csv"))
        .contains("left_quit")
        .contains("left_retired");
    JsonNode lagged = json("--formula", "y ~ l(x, 1:2)", "--panel", "home,month");
    assertThat(lagged.get("n_obs").asInt()).isEqualTo(48);
  }

  /** The fields of the JSON, as they were promised. */
  @Test
  void shouldWriteEveryFieldThatWasPromised() throws Exception {
    JsonNode json =
        json(
            "--formula",
            "y ~ e + I(2*e) | home | x ~ z + w",
            "--vcov",
            "cluster:home",
            "--design",
            "causal");
    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "coefficients",
            "n_obs",
            "n_singletons_dropped",
            "n_separated_dropped",
            "collinear_dropped",
            "dof_residual",
            "n_clusters",
            "r2",
            "r2_within",
            "log_likelihood",
            "first_stage",
            "anderson_rubin",
            "overidentification",
            "iterations",
            "converged",
            "vcov_type",
            "design");
    assertThat(json.at("/coefficients/x").fieldNames())
        .toIterable()
        .contains("estimate", "std_error", "statistic", "p_value", "ci_low", "ci_high");
    assertThat(json.at("/first_stage/x").fieldNames())
        .toIterable()
        .contains(
            "f",
            "partial_r2",
            "kleibergen_paap_f",
            "effective_f",
            "effective_f_critical",
            "coefficients");
    assertThat(json.at("/first_stage/x/coefficients").fieldNames())
        .toIterable()
        .containsExactly("z", "w");
    assertThat(json.get("anderson_rubin").fieldNames())
        .toIterable()
        .contains("statistic", "p_value", "confidence_set", "shape");
    assertThat(json.get("overidentification").fieldNames())
        .toIterable()
        .contains("test", "statistic", "p_value", "df");
    assertThat(json.at("/overidentification/test").asText()).isEqualTo("Hansen J");
    assertThat(json.at("/collinear_dropped/0/name").asText()).contains("2");
    assertThat(json.get("design").asText()).isEqualTo("causal");
    assertThat(json.at("/n_clusters/home").asInt()).isEqualTo(12);
    JsonNode separated =
        json("--formula", "n ~ x | home", "--family", "poisson", "--vcov", "cluster:home");
    assertThat(separated.get("n_separated_dropped").isInt()).isTrue();
    assertThat(separated.get("iterations").asInt()).isPositive();
    assertThat(separated.get("converged").asBoolean()).isTrue();
    assertThat(separated.get("r2").isNull()).isTrue();
    assertThat(separated.get("log_likelihood").isNumber()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--vcov, robust, Give iid",
    "--vcov, 'conley:lat,lon', Give iid",
    "--ssc, stata, 'Give fixest, reghdfe, exact or none'",
    "--singletons, maybe, Give one of them",
    "--format, pdf, Give one of them",
    "--family, negbin, Give one of",
    "--weights, weight, Correct the formula",
    "--vcov, cluster:twon, Did you mean"
  })
  void shouldSayWhichValuesAnOptionTakes(String option, String value, String remedy) {
    List<String> refusals = new ArrayList<>();
    CommandLine line = new CommandLine(new EstimateCommand());
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          refusals.add(e.getMessage());
          return 2;
        });
    int exit = line.execute("--data", file.toString(), "--formula", "y ~ x", option, value);
    assertThat(exit).isEqualTo(2);
    assertThat(refusals).singleElement().asString().startsWith("Cannot ").contains(remedy);
  }

  private double slope(String... options) throws Exception {
    return json(options).at("/coefficients/x/estimate").asDouble();
  }

  private JsonNode json(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--format", "json"));
    return new ObjectMapper().readTree(run(all.toArray(String[]::new)));
  }

  private String run(String... options) throws Exception {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new EstimateCommand()).setOut(new PrintWriter(out));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          throw e;
        });
    List<String> all = new ArrayList<>(List.of("--data", file.toString()));
    all.addAll(List.of(options));
    assertThat(line.execute(all.toArray(String[]::new))).isZero();
    return out.toString();
  }
}
