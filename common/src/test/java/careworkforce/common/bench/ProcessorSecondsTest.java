package careworkforce.common.bench;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Progress;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;

class ProcessorSecondsTest {
  private static final double WORK = 0.2;

  @Test
  void shouldCountTheThreadAndTheTasksOfAJobAndOfNoOther() throws Exception {
    ProcessorSeconds seconds = new ProcessorSeconds(Progress.silent());
    SparkContext spark = Sparks.session().sparkContext();
    twoTasks(); // so that the tasks counted load no classes
    spark.addSparkListener(seconds);
    try {
      seconds.started("silver.thread", List.of());
      work();
      seconds.finished(entry("silver.thread"));
      spark.setJobGroup("silver.tasks", "", false);
      twoTasks();
      spark.clearJobGroup();
      twoTasks();
      long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (seconds.of("silver.tasks") < 2 * WORK && System.nanoTime() < until) {
        Thread.sleep(10);
      }
    } finally {
      spark.removeSparkListener(seconds);
      spark.clearJobGroup();
    }
    assertThat(seconds.of("silver.thread")).isBetween(WORK, 2 * WORK);
    assertThat(seconds.of("silver.tasks")).isBetween(2 * WORK, 3 * WORK);
    assertThat(seconds.of("silver.other")).isZero();
  }

  private static void twoTasks() {
    Sparks.session().range(0, 2, 1, 2).toJavaRDD().foreachPartition(rows -> work());
  }

  /** Keeps a processor busy. */
  private static void work() {
    var threads = ManagementFactory.getThreadMXBean();
    long until = threads.getCurrentThreadCpuTime() + (long) (WORK * 1e9);
    while (threads.getCurrentThreadCpuTime() < until) {
      Thread.onSpinWait();
    }
  }

  private static Manifest.Entry entry(String table) {
    return new Manifest.Entry(
        table, "ran", List.of(), Map.of(), 0, 0, 0, List.of(), List.of(), List.of());
  }
}
