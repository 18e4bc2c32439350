package careworkforce.pipelines.bench;

import careworkforce.common.bench.Measurement;
import careworkforce.common.bench.ProcessorSeconds;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs jobs and prints what each made: rows, seconds, and of all of them processor and heap. */
public final class MadeTables {
  private final PrintWriter out;
  private @Nullable ProcessorSeconds counted;

  /** Prints there. */
  public MadeTables(PrintWriter out) {
    this.out = out;
  }

  /** The same progress, by which each table's processor seconds are told too. */
  public Progress counted(Progress progress) {
    ProcessorSeconds seconds = new ProcessorSeconds(progress);
    counted = seconds;
    return seconds;
  }

  /**
   * Runs, prints a line a table and one for all.
   *
   * @param what the run in words, such as {@code built}
   * @param rows what the rate is counted in; 0 for no rate
   * @param unit of those rows
   * @return seconds
   */
  public double print(String what, long rows, String unit, Supplier<Manifest> run) {
    Measurement running = Measurement.begin();
    Manifest manifest = run.get();
    double seconds = running.seconds();
    for (Manifest.Entry made : manifest.jobs().stream().filter(e -> e.rows() >= 0).toList()) {
      out.printf(
          Locale.ROOT,
          "Spark   %-36s %,14d rows %8.1f s%s%n",
          made.table(),
          made.rows(),
          made.seconds(),
          processor(made.table()));
    }
    String rate = rows == 0 ? "" : String.format(Locale.ROOT, ", %,.0f %s/s", rows / seconds, unit);
    out.printf(
        Locale.ROOT,
        "Spark   %s in %.1f s (CPU %.1f s)%s, peak heap %,d MB, live at most %,d MB%n",
        what,
        seconds,
        running.cpu(),
        rate,
        running.peakHeap() >> 20,
        running.liveHeap() >> 20);
    out.flush();
    return seconds;
  }

  private String processor(String table) {
    ProcessorSeconds seconds = counted;
    return seconds == null ? "" : String.format(Locale.ROOT, "  CPU %7.1f s", seconds.of(table));
  }
}
