package careworkforce.common.check;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The trial of a version to be written: of the rows written, those that break a promise of severity
 * QUARANTINE move out of the table, and all promises are held against those that stay. Where one
 * that must hold is broken, the table and its quarantine stand as before the writing.
 */
public final class Trial {
  private final Lake lake;
  private final Table table;
  private final boolean keys;
  private final Optional<Quarantine> quarantine;
  private final OptionalLong before;
  private final OptionalLong asideBefore;

  /**
   * Begins a trial, before a table is written.
   *
   * @param keys whether keys are proved unique
   */
  public Trial(Lake lake, Table table, boolean keys) {
    this.lake = lake;
    this.table = table;
    this.keys = keys;
    this.quarantine = Quarantine.of(table);
    this.before = lake.version(table);
    this.asideBefore = quarantine.map(lake::version).orElse(OptionalLong.empty());
  }

  /**
   * Tries what was written since, and lets it stand or takes it back.
   *
   * @param part where the rows written stand
   * @param provenance how they came about
   * @return what was found in that part, the rows that moved among it
   */
  public CheckReport of(Part part, Provenance provenance) {
    CheckReport report = tried(part, provenance);
    if (report.failures().isEmpty()) {
      lake.passed(table, lake.version(table).orElseThrow());
    } else {
      lake.takeBack(table, before);
      quarantine
          .filter(q -> !lake.version(q).equals(asideBefore))
          .ifPresent(q -> lake.takeBack(q, asideBefore));
    }
    return report;
  }

  private CheckReport tried(Part part, Provenance provenance) {
    CheckReport all = Checks.of(lake.read(table).where(part.col()), table, keys);
    if (quarantine.isEmpty()) {
      return all;
    }
    Quarantine into = quarantine.get();
    List<CheckReport.Finding> moving = all.quarantined();
    if (moving.isEmpty()) {
      empty(into, part, provenance);
      return all;
    }
    long written = lake.version(table).orElseThrow();
    lake.replaceWhere(
        into, into.moved(lake.read(table, written).where(part.col())), part, provenance);
    lake.replaceWhere(
        table, into.kept(lake.read(table, written).where(part.col())), part, provenance);
    CheckReport kept = Checks.of(lake.read(table).where(part.col()), table, keys);
    List<CheckReport.Finding> findings = new ArrayList<>(moving);
    kept.findings().stream()
        .filter(f -> f.severity() != Check.Severity.QUARANTINE)
        .forEach(findings::add);
    return new CheckReport(kept.rows(), findings);
  }

  private void empty(Quarantine aside, Part part, Provenance provenance) {
    if (lake.exists(aside) && !lake.read(aside).where(part.col()).isEmpty()) {
      lake.replaceWhere(aside, Lake.empty(lake.spark(), aside), part, provenance);
    }
  }
}
