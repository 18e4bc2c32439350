package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {
  private static final JavaSparkContext SPARK =
      JavaSparkContext.fromSparkContext(Sparks.session().sparkContext());

  private static final Job JOB = new Fakes.HomesJob();

  private static List<String> inTasks(String name) {
    return SPARK.parallelize(List.of(1, 2), 2).map(i -> String.valueOf(MDC.get(name))).collect();
  }

  @Test
  void shouldNameTheRunAndWithinItTableAndJobOnItsThreadAndInItsTasks() {
    try (LogContext run = LogContext.ofRun(SPARK.sc(), "r1")) {
      assertThat(run).isNotNull();
      assertThat(MDC.get("mdc.table")).isNull();
      try (LogContext job = LogContext.ofJob(SPARK.sc(), "r1", JOB)) {
        assertThat(job).isNotNull();
        assertThat(MDC.get("mdc.run")).isEqualTo("r1");
        assertThat(MDC.get("mdc.job")).isEqualTo("HomesJob");
        assertThat(inTasks("mdc.table")).containsExactly("silver.homes", "silver.homes");
      }
      assertThat(MDC.get("mdc.run")).isEqualTo("r1");
      assertThat(MDC.get("mdc.table")).isNull();
      assertThat(inTasks("mdc.run")).containsExactly("r1", "r1");
    }
    assertThat(MDC.get("mdc.run")).isNull();
    assertThat(inTasks("mdc.run")).containsExactly("null", "null");
  }

  @Test
  void shouldNameTheRunInWorkHandedToOtherThreads() {
    try (LogContext run = LogContext.ofRun(SPARK.sc(), "r1");
        SideBySide others = new SideBySide(Settings.defaults())) {
      assertThat(run).isNotNull();
      List<Supplier<String>> work = List.of(() -> MDC.get("mdc.run"), () -> MDC.get("mdc.run"));
      assertThat(others.of(work)).containsExactly("r1", "r1");
    }
  }
}
