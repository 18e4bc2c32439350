package careworkforce.common.error;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import careworkforce.common.Sparks;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DiscreetTest {
  private static final Throwable OF_A_ROW =
      catchThrowable(
          () ->
              Sparks.session()
                  .range(1)
                  .select(concat(lit("SYN10001045"), col("id")).cast("int"))
                  .collectAsList());

  @Test
  void shouldTellTheKindOfAnErrorThatQuotesAValue() {
    assertThat(OF_A_ROW).hasMessageContaining("SYN10001045");
    assertThat(Discreet.message(OF_A_ROW))
        .isEqualTo("org.apache.spark.SparkNumberFormatException: [CAST_INVALID_INPUT]");
    assertThat(printed(OF_A_ROW)).contains("[CAST_INVALID_INPUT]\n\tat ").doesNotContain("SYN1");
  }

  @Test
  void shouldTellNoMoreWhereAnotherErrorRepeatsIt() {
    Throwable ours = new IllegalStateException(OF_A_ROW);
    assertThat(ours).hasMessageContaining("SYN10001045");
    assertThat(Discreet.message(ours)).contains("[CAST_INVALID_INPUT]").doesNotContain("SYN1");
    assertThat(printed(ours))
        .startsWith("java.lang.IllegalStateException\n\tat ")
        .contains("\nCaused by: org.apache.spark.SparkNumberFormatException: [CAST_INVALID_INPUT]")
        .doesNotContain("SYN1");
  }

  @Test
  void shouldTellAllOfAnErrorOfOurs() {
    Throwable ours = new IllegalStateException("ours", new RuntimeException("why"));
    ours.addSuppressed(new RuntimeException("and then"));
    assertThat(Discreet.message(ours)).isEqualTo("ours");
    assertThat(printed(ours))
        .startsWith("java.lang.IllegalStateException: ours\n\tat ")
        .contains("\nSuppressed: java.lang.RuntimeException: and then\n\tat ")
        .contains("\nCaused by: java.lang.RuntimeException: why\n\tat ");
  }

  @Test
  void shouldTellAllOfAQueryThatCannotBe() {
    Throwable unplanned = catchThrowable(() -> Sparks.session().range(1).select(col("nothing")));
    assertThat(Discreet.message(unplanned)).contains("`nothing`");
  }

  private static String printed(Throwable error) {
    StringWriter written = new StringWriter();
    Discreet.print(error, new PrintWriter(written, true));
    return written.toString();
  }
}
