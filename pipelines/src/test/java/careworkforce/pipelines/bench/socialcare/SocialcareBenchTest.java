package careworkforce.pipelines.bench.socialcare;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.Application;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("slow")
class SocialcareBenchTest {
  @TempDir Path folder;

  @Test
  void shouldTakeFilesInOnceAndTimeEveryTableToTheLastEstimate() {
    assertThat(bench())
        .contains("world   written in")
        .containsPattern("Spark   bronze.hes_ae +[\\d,]+ rows")
        .containsPattern("Spark   gold.socialcare_outcome_effects +[\\d,]+ rows")
        .containsPattern("Spark   gold.socialcare_outside_options +[\\d,]+ rows")
        .containsPattern("Spark   gold.socialcare_robustness +[\\d,]+ rows")
        .contains("Spark   bronze to the last estimate in ")
        .containsPattern("size    \\d+ establishments and [\\d,]+ workers an extract")
        .doesNotContain("esr_");
    assertThat(bench())
        .doesNotContain("world   written in")
        .doesNotContainPattern("Spark   bronze.hes_ae +[\\d,]+ rows")
        .containsPattern("Spark   gold.socialcare_outcome_effects +[\\d,]+ rows");
  }

  private String bench() {
    StringWriter out = new StringWriter();
    CommandLine line = Application.commandLine().setOut(new PrintWriter(out, true));
    assertThat(
            line.execute(
                "bench", "socialcare", "--scale", "0.003", "--months", "24", "--to", folder + ""))
        .isZero();
    return out.toString();
  }
}
