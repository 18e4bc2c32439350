package careworkforce.common.cli;

import careworkforce.common.job.Manifest;
import careworkforce.common.job.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells how a run goes: on a terminal one line that is written over, with each running job's share
 * of its stage, its rows so far and the seconds elapsed; elsewhere a plain line when a job ends.
 */
public final class ConsoleProgress extends SparkListener implements Progress {
  private static final String GROUP = "spark.jobGroup.id";
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private final Map<String, Work> running = new ConcurrentHashMap<>();
  private final Map<Integer, String> groups = new ConcurrentHashMap<>();

  /** One running job. */
  private static final class Work {
    final long start = System.nanoTime();
    final AtomicLong tasks = new AtomicLong();
    final AtomicLong done = new AtomicLong();
    final AtomicLong rows = new AtomicLong();
  }

  /**
   * Tells on a writer.
   *
   * @param terminal whether a line can be written over
   */
  public ConsoleProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void started(String table, List<String> reasons) {
    running.put(table, new Work());
    draw();
  }

  @Override
  public void finished(Manifest.Entry entry) {
    running.remove(entry.table());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%7.1fs  %-34s %-8s %,12d rows  %6.1fs%s",
            seconds(start),
            entry.table(),
            entry.status(),
            entry.rows(),
            entry.seconds(),
            entry.months() == null ? "" : "  " + entry.extent()));
    entry.messages().stream().limit(5).forEach(m -> lines.add("          " + m));
    if (entry.messages().size() > 5) {
      lines.add("          … " + (entry.messages().size() - 5) + " more in the manifest");
    }
    lines(lines);
    draw();
  }

  @Override
  public void say(String message) {
    lines(List.of(String.format(Locale.ROOT, "%7.1fs  %s", seconds(start), message)));
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    String group = event.properties() == null ? null : event.properties().getProperty(GROUP);
    if (group != null) {
      scala.jdk.javaapi.CollectionConverters.asJava(event.stageInfos())
          .forEach(stage -> groups.put(stage.stageId(), group));
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    Work work = work(event.stageInfo().stageId());
    if (work != null) {
      work.tasks.set(event.stageInfo().numTasks());
      work.done.set(0);
      draw();
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    groups.remove(event.stageInfo().stageId());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    Work work = work(event.stageId());
    if (work != null) {
      work.done.incrementAndGet();
      if (event.taskMetrics() != null) {
        work.rows.addAndGet(event.taskMetrics().outputMetrics().recordsWritten());
      }
      draw();
    }
  }

  private @org.jspecify.annotations.Nullable Work work(int stage) {
    String group = groups.get(stage);
    return group == null ? null : running.get(group);
  }

  /** Lines of one job stay together, whatever other job ends meanwhile. */
  private synchronized void lines(List<String> texts) {
    texts.forEach(text -> out.println(terminal ? CLEAR + text : text));
    out.flush();
  }

  private synchronized void draw() {
    if (!terminal) {
      return;
    }
    StringBuilder text = new StringBuilder(CLEAR);
    text.append(String.format(Locale.ROOT, "%7.1fs ", seconds(start)));
    running.forEach(
        (table, work) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    " %s %d/%d tasks, %,d rows, %.0fs ",
                    table,
                    work.done.get(),
                    work.tasks.get(),
                    work.rows.get(),
                    seconds(work.start))));
    out.print(text);
    out.flush();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
