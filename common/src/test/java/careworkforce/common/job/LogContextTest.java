package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {
  private static final JavaSparkContext SPARK =
      JavaSparkContext.fromSparkContext(Sparks.session().sparkContext());

  private static List<String> tables() {
    return SPARK
        .parallelize(List.of(1, 2), 2)
        .map(i -> String.valueOf(MDC.get("mdc.table")))
        .collect();
  }

  @Test
  void shouldNameRunAndTableOnItsThreadAndInItsTasksUntilClosed() {
    try (LogContext named = new LogContext(SPARK.sc(), "r1", "silver.homes")) {
      assertThat(named).isNotNull();
      assertThat(MDC.get("mdc.run")).isEqualTo("r1");
      assertThat(tables()).containsExactly("silver.homes", "silver.homes");
    }
    assertThat(MDC.get("mdc.run")).isNull();
    assertThat(tables()).containsExactly("null", "null");
  }
}
