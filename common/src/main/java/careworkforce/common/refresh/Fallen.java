package careworkforce.common.refresh;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a table that a job makes has lost a large share of its rows against the version that
 * stood, as by a join that finds too few. Files are held to their own volumes as they come.
 */
final class Fallen implements Gate {
  private static final String CODE = "ROWS_FELL";
  private static final Setting<Double> SHARE =
      Setting.number("gates.rows.fall", "share", "rows that a made table may lose at once", 0, 1);
  private static final Setting<String> SEVERITY =
      Setting.oneOf("gates.rows.severity", "what a finding does", List.of("FAIL", "WARN"));

  private final Lake lake;
  private final double allowed;
  private final Check.Severity severity;

  Fallen(Lake lake, Settings settings) {
    this.lake = lake;
    this.allowed = settings.value(SHARE);
    this.severity = Check.Severity.of(settings.value(SEVERITY));
  }

  @Override
  public List<Manifest.Gate> judge(List<Moved> moved) {
    List<Manifest.Gate> found = new ArrayList<>();
    for (Moved one : moved) {
      Table table = one.table();
      boolean made = table.layer() == Layer.SILVER || table.layer() == Layer.GOLD;
      if (made && one.before() >= 0) {
        judge(table, one.before(), found);
      }
    }
    return found;
  }

  private void judge(Table table, long before, List<Manifest.Gate> found) {
    long stood = lake.readAt(Map.of(table.fullName(), before)).count(table);
    long stands = lake.count(table);
    if (stands < stood * (1 - allowed)) {
      String message =
          String.format(
              Locale.ROOT,
              "%s: %d rows, %.1f%% fewer than the %d before, more than %.1f%%",
              table,
              stands,
              100.0 * (stood - stands) / stood,
              stood,
              100 * allowed);
      found.add(new Manifest.Gate(table.fullName(), CODE, severity, message));
    }
  }
}
