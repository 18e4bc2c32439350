package careworkforce.pipelines.bench.refresh;

import careworkforce.common.bench.Measurement;
import careworkforce.common.bench.ProcessorSeconds;
import careworkforce.common.job.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one night cost.
 *
 * @param seconds of the clock
 * @param cpu processor seconds of the whole process
 * @param peakHeap bytes, with garbage not yet taken
 * @param liveHeap most bytes that a collection of garbage left
 * @param tables each table that was made, in their order
 */
record NightCosts(
    double seconds, double cpu, long peakHeap, long liveHeap, List<TableCost> tables) {

  /**
   * What one table cost.
   *
   * @param made {@code whole}, {@code taken in}, or the months whose change it brought
   * @param seconds of the clock, jobs beside it running
   * @param cpu processor seconds of its own thread and tasks
   */
  record TableCost(String table, String made, long rows, double seconds, double cpu) {
    private static TableCost of(Manifest.Entry entry, double cpu) {
      List<String> months = entry.months();
      String made =
          !entry.files().isEmpty() ? "taken in" : months == null ? "whole" : among(months.size());
      return new TableCost(entry.table(), made, entry.rows(), entry.seconds(), cpu);
    }

    private static String among(int months) {
      return months == 1 ? "1 month" : months + " months";
    }
  }

  /**
   * Times a night.
   *
   * @param night does what it does, telling the progress given; empty if there was nothing to do
   */
  static NightCosts of(
      ProcessorSeconds counted, Function<ProcessorSeconds, Optional<Manifest>> night) {
    Measurement running = Measurement.begin();
    Optional<Manifest> manifest = night.apply(counted);
    List<TableCost> tables =
        manifest.stream()
            .flatMap(made -> made.jobs().stream())
            .filter(entry -> entry.rows() >= 0)
            .map(entry -> TableCost.of(entry, counted.of(entry.table())))
            .toList();
    return new NightCosts(
        running.seconds(), running.cpu(), running.peakHeap(), running.liveHeap(), tables);
  }

  /** Processor seconds of a table; not a number if it was not made. */
  double cpuOf(String table) {
    return tables.stream()
        .filter(made -> made.table().equals(table))
        .mapToDouble(TableCost::cpu)
        .findFirst()
        .orElse(Double.NaN);
  }
}
