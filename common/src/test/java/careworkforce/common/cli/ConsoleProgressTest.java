package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Manifest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
  private static final int TIMES = 500;
  private final StringWriter text = new StringWriter();
  private final ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), false);

  private Runnable ending(String table) {
    Manifest.Entry entry =
        new Manifest.Entry(
            table,
            "failed",
            List.of(),
            Map.of(),
            -1,
            -1,
            0,
            List.of(),
            List.of(),
            List.of("Cannot make " + table));
    return () -> {
      for (int i = 0; i < TIMES; i++) {
        progress.finished(entry);
      }
    };
  }

  @Test
  void shouldKeepAJobsLinesTogetherWhereOthersEndMeanwhile() throws InterruptedException {
    List<Thread> threads =
        List.of(new Thread(ending("silver.beds")), new Thread(ending("silver.staff")));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    String[] lines = text.toString().split("\n");
    assertThat(lines).hasSize(4 * TIMES);
    for (int i = 0; i < lines.length; i += 2) {
      String table = lines[i].contains("silver.beds") ? "silver.beds" : "silver.staff";
      assertThat(lines[i + 1].trim()).isEqualTo("Cannot make " + table);
    }
  }
}
