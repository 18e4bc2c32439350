package careworkforce.common.check;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trial of a version just written: rows that break a promise of severity QUARANTINE move out of
 * the table, and all promises are held against the rows that stay.
 */
public final class Trial {
  private final Lake lake;
  private final boolean keys;

  /**
   * Trials in a lake.
   *
   * @param keys whether keys are proved unique
   */
  public Trial(Lake lake, boolean keys) {
    this.lake = lake;
    this.keys = keys;
  }

  /**
   * Tries a table's newest version.
   *
   * @param provenance how its rows came about
   * @return what was found, the rows that moved among it
   */
  public CheckReport of(Table table, Provenance provenance) {
    CheckReport all = Checks.of(lake.read(table), table, keys);
    Optional<Quarantine> quarantine = Quarantine.of(table);
    if (quarantine.isEmpty()) {
      return all;
    }
    List<CheckReport.Finding> moving = all.quarantined();
    if (moving.isEmpty()) {
      quarantine.filter(lake::exists).ifPresent(q -> empty(q, provenance));
      return all;
    }
    long written = lake.version(table).orElseThrow();
    Quarantine into = quarantine.get();
    lake.overwrite(into, into.moved(lake.read(table, written)), provenance);
    lake.overwrite(table, into.kept(lake.read(table, written)), provenance);
    CheckReport kept = Checks.of(lake.read(table), table, keys);
    List<CheckReport.Finding> findings = new ArrayList<>(moving);
    kept.findings().stream()
        .filter(f -> f.severity() != Check.Severity.QUARANTINE)
        .forEach(findings::add);
    return new CheckReport(kept.rows(), findings);
  }

  private void empty(Quarantine quarantine, Provenance provenance) {
    if (lake.count(quarantine) > 0) {
      lake.overwrite(quarantine, Lake.empty(lake.spark(), quarantine), provenance);
    }
  }
}
