package careworkforce.common.estimate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.cli.ErrorMessages;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command is asked for and cannot do is said in one line, not left out in silence. */
class EstimateRefusalsTest {
  private static final String ROWS =
      """
      g,t,y,b,x,left
      a,1,1.0,0,0.5,no
      a,2,2.1,1,1.1,quit
      b,1,2.4,0,1.0,no
      b,2,0.3,1,0.1,no
      c,1,1.9,0,1.2,quit
      c,2,2.2,1,1.7,no
      d,1,4.0,0,2.9,quit
      d,2,3.1,1,2.0,no
      """;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(folder.resolve("rows.csv"), ROWS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "b ~ x; --family logit --vcov cluster:g --wild-bootstrap 9; family logit has no wild"
            + " bootstrap. Use least squares",
        "y ~ x; --vcov cluster:g --wild-bootstrap -9; there are -9 draws. Give a number above 0",
        "y ~ x | g; --bias-correction analytical; family gaussian has no such bias",
        "b ~ x | g; --family poisson --bias-correction jackknife; family poisson has no such bias",
        "b ~ x | g; --family clogit --bias-correction analytical; family clogit has no such bias",
        "y ~ x; --vcov cr2:g+t; it names 2 parts after the colon, cr2 takes 1",
        "y ~ x; --vcov cr3:g,t; it names 2 parts after the colon, cr3 takes 1",
        "y ~ x; --vcov iid:foo; it names 1 part after the colon, iid takes none",
        "y ~ x; --vcov hc3:g; it names 1 part after the colon, hc3 takes none",
        "y ~ x; --vcov newey-west:g,t,1,2; it names 4 parts after the colon, newey-west takes 2 to 3",
        "y ~ x; --vcov newey-west:g,t,-1; its lag is -1",
        "y ~ x; --vcov conley:x,y,-5; its distance is -5.0",
        "y ~ x; --vcov conley:x,y,NaN; its distance is NaN",
        "y ~ x; --distributed foo; it is none of [auto, always, never]",
        "y ~ x | g; --distributed always; a file of text is read by this process",
        "left ~ x; --family logit --by-cause no --distributed always; models by cause are fitted by"
            + " this process"
      })
  void shouldRefuseWhatItWouldLeaveOut(String formula, String options, String why) {
    Answer answer = estimate(formula, options.split(" "));
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.told()).startsWith("Cannot ").contains(why).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--wild-bootstrap, abc, 'Invalid value for option ''--wild-bootstrap'': ''abc'' is not an int'",
    "--seed, 1.5, 'Invalid value for option ''--seed'': ''1.5'' is not a long'"
  })
  void shouldTellAValueThatIsNoNumberInOneLine(String option, String value, String why) {
    Answer answer = estimate("y ~ x", option, value);
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.told()).isEqualTo(why + ". See 'estimate --help'.");
  }

  @Test
  void shouldSayThatAFolderHoldsNoTable() {
    file = folder;
    Answer answer = estimate("y ~ x");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.told())
        .isEqualTo(
            "Cannot read '"
                + folder
                + "': it is a folder without Parquet files, of rows.csv. Give one file in it, or a"
                + " folder of Parquet or Delta.");
  }

  private record Answer(int exit, String told) {}

  private Answer estimate(String formula, String... options) {
    StringWriter told = new StringWriter();
    CommandLine line =
        ErrorMessages.tellOn(new CommandLine(new EstimateCommand()))
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(told));
    List<String> all = new java.util.ArrayList<>(List.of("--data", file.toString()));
    all.addAll(List.of("--formula", formula));
    all.addAll(List.of(options));
    return new Answer(line.execute(all.toArray(String[]::new)), told.toString().strip());
  }
}
