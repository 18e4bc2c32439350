package careworkforce.common.ingest;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.table.Check;
import java.util.Locale;
import java.util.Optional;

/**
 * How many rows of a file may be rejected. A file that loses more was written otherwise than its
 * layout says, and what is left of it is no sample of it.
 *
 * @param share rejected rows at most, as a share of the rows that are no duplicates
 * @param severity FAIL: the refresh is taken back. WARN: told
 */
record RejectsRule(double share, Check.Severity severity) {
  /** The code of what it finds. */
  static final String CODE = "REJECTS";

  private static final Setting<Double> SHARE =
      Setting.number("gates.rejects.share", "share", "rows of a file that may be rejected", 0, 1);
  private static final Setting<String> SEVERITY =
      Setting.oneOf(
          "gates.rejects.severity",
          "what a finding does",
          Check.Severity.names(Check.Severity.FAIL, Check.Severity.WARN));

  static RejectsRule of(Settings settings) {
    return new RejectsRule(settings.value(SHARE), Check.Severity.of(settings.value(SEVERITY)));
  }

  /** What is wrong with the rejects of a file; empty if nothing is. */
  Optional<String> complaint(Tally tally) {
    long rows = tally.accepted() + tally.rejected();
    if (tally.rejected() <= share * rows) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d of its %d rows are rejected, %.1f%%, more than %.1f%% (%s)",
            tally.rejected(),
            rows,
            100.0 * tally.rejected() / rows,
            100 * share,
            tally.whyRejected()));
  }
}
