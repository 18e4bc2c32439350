package careworkforce.common.ingest;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.table.Check;
import careworkforce.common.time.Month;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * How many rows a file may hold, measured by the periods before its own. A file that holds far
 * fewer was cut off or filtered; one that holds far more has something twice.
 *
 * @param tolerance how far its rows may lie from the mean of the periods before, as a share of it
 * @param periods of how many periods before, at most
 * @param severity FAIL: the refresh is taken back. QUARANTINE: the file is set aside, and what
 *     stood for its period stands. WARN: told
 */
record VolumeRule(double tolerance, int periods, Check.Severity severity) {
  /** The code of what it finds. */
  static final String CODE = "VOLUME";

  private static final Setting<Double> TOLERANCE =
      Setting.number("gates.volume.tolerance", "share", "how far a volume may lie off", 0, 1e6);
  private static final Setting<Integer> PERIODS =
      Setting.integer("gates.volume.periods", "periods", "how many are looked back on", 1, 120);
  private static final Setting<String> SEVERITY =
      Setting.text("gates.volume.severity", "FAIL, QUARANTINE or WARN");

  static VolumeRule of(Settings settings) {
    return new VolumeRule(
        settings.value(TOLERANCE),
        settings.value(PERIODS),
        Check.Severity.of(settings.value(SEVERITY)));
  }

  /**
   * What is wrong with a volume; empty if nothing is, or no period before is known.
   *
   * @param accepted rows of the file
   * @param known accepted rows of each period
   */
  Optional<String> complaint(Month period, long accepted, NavigableMap<Month, Long> known) {
    double mean =
        known.headMap(period, false).descendingMap().values().stream()
            .limit(periods)
            .mapToLong(Long::longValue)
            .average()
            .orElse(0);
    double off = accepted / mean - 1;
    if (mean == 0 || Math.abs(off) <= tolerance) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "its %d rows lie %+.1f%% off the mean of the periods before, %.0f, more than %.1f%%",
            accepted,
            100 * off,
            mean,
            100 * tolerance));
  }
}
