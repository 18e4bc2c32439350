package careworkforce.common.job;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Threads for work that waits more than it computes, such as the planning of Spark's jobs. Closed,
 * none of that work goes on: nothing of a run that failed may still write while it is taken back.
 */
public final class SideBySide implements AutoCloseable {
  /** How many jobs run side by side. */
  public static final Setting<Integer> JOBS =
      Setting.integer("run.side-by-side", "jobs", "How many jobs run side by side", 1, 64);

  private final ExecutorService pool;

  /** As many threads as are set. */
  public SideBySide(Settings settings) {
    this.pool = Executors.newFixedThreadPool(settings.value(JOBS), SideBySide::named);
  }

  /** A thread whose log lines belong to what those of this one belong to. */
  private static Thread named(Runnable work) {
    Map<String, String> names = MDC.getCopyOfContextMap();
    return Executors.defaultThreadFactory()
        .newThread(
            () -> {
              MDC.setContextMap(names == null ? Map.of() : names);
              work.run();
            });
  }

  Executor threads() {
    return pool;
  }

  /** The results of some work, in its order. */
  public <T> List<T> of(List<Supplier<T>> work) {
    List<CompletableFuture<T>> begun =
        work.stream().map(one -> CompletableFuture.supplyAsync(one, pool)).toList();
    return begun.stream().map(SideBySide::outcome).toList();
  }

  /** What came of work; throws what it threw. */
  static <T> T outcome(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
