package careworkforce.common.bench;

import careworkforce.common.job.Manifest;
import careworkforce.common.job.Progress;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Processor seconds of each job of a run: of its thread, which plans and estimates, and of its
 * tasks. Those of compilers, of collectors of garbage and of Spark's own threads are of no job.
 */
public final class ProcessorSeconds extends SparkListener implements Progress {
  private static final String GROUP = "spark.jobGroup.id";

  private final Progress told;
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final Map<Integer, String> stages = new ConcurrentHashMap<>();
  private final Map<String, Long> used = new ConcurrentHashMap<>();

  /** Tells further what it is told. */
  public ProcessorSeconds(Progress told) {
    this.told = told;
  }

  /** Those of a table's job; 0 if it did not run. */
  public double of(String table) {
    return used.getOrDefault(table, 0L) / 1e9;
  }

  @Override
  public void started(String table, List<String> reasons) {
    begun.put(table, ofThisThread());
    told.started(table, reasons);
  }

  @Override
  public void finished(Manifest.Entry entry) {
    Long from = begun.remove(entry.table());
    if (from != null) {
      used.merge(entry.table(), ofThisThread() - from, Long::sum);
    }
    told.finished(entry);
  }

  @Override
  public void say(String message) {
    told.say(message);
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    String group = event.properties() == null ? null : event.properties().getProperty(GROUP);
    if (group != null) {
      scala.jdk.javaapi.CollectionConverters.asJava(event.stageInfos())
          .forEach(stage -> stages.put(stage.stageId(), group));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    String table = stages.get(event.stageId());
    if (table != null && event.taskMetrics() != null) {
      long task =
          event.taskMetrics().executorCpuTime() + event.taskMetrics().executorDeserializeCpuTime();
      used.merge(table, task, Long::sum);
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    stages.remove(event.stageInfo().stageId());
  }

  private static long ofThisThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
