package careworkforce.common.check;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The writing of a version on trial: rows that break a promise of severity QUARANTINE are kept out
 * of the table and written aside, and all promises are held against those that stand. Where one
 * that must hold is broken, the table and its quarantine stand as they last did when all was kept.
 */
public final class Trial {
  private final Lake lake;
  private final Table table;
  private final boolean keys;
  private final Optional<Quarantine> quarantine;
  private final Untried untried;

  /**
   * A trial of a table.
   *
   * @param keys whether keys are proved unique
   */
  public Trial(Lake lake, Table table, boolean keys) {
    this.lake = lake;
    this.table = table;
    this.keys = keys;
    this.quarantine = Quarantine.of(table);
    this.untried = new Untried(lake, table);
  }

  /**
   * Writes a part of the table in one commit, tries it, and lets it stand or takes it back.
   *
   * @param rows what the part is to hold, those at fault among them
   * @param part where they stand; of NONE, a version without a change is written
   * @param provenance how they came about
   * @return what was found in that part, the rows set aside among it
   */
  public CheckReport of(Dataset<Row> rows, Part part, Provenance provenance) {
    Map<String, Long> stood = untried.begin();
    Column stays = quarantine.map(Quarantine::keeps).orElse(lit(true));
    Passage passage = new Passage(rows, stays, Checks.kept(table));
    Map<String, Long> aside =
        quarantine
            .map(q -> new Sifting(lake, table, q).write(passage, rows, part, provenance))
            .orElseGet(
                () -> {
                  lake.replaceWhere(table, passage.rows(), part, provenance);
                  return Map.of();
                });
    CheckReport report = withAside(tried(passage, part), aside);
    if (report.failures().isEmpty()) {
      lake.passed(table, lake.version(table).orElseThrow());
    } else {
      takeBack(table, stood);
      quarantine.ifPresent(q -> takeBack(q, stood));
    }
    untried.end();
    return report;
  }

  /** What is told of the part as it stands, of which the rows that came have been looked at. */
  private CheckReport tried(Passage passage, Part part) {
    if (part.equals(Part.NONE)) {
      return Checks.ofNone(table, keys);
    }
    Dataset<Row> standing = lake.read(table).where(part.col());
    return passage.isSound()
        ? Checks.ofKept(standing, table, keys)
        : Checks.of(standing, table, keys);
  }

  private void takeBack(Table moved, Map<String, Long> stood) {
    long stands = lake.version(moved).orElse(-1);
    long before = stood.getOrDefault(moved.fullName(), stands);
    if (before != stands) {
      lake.takeBack(moved, before < 0 ? OptionalLong.empty() : OptionalLong.of(before));
    }
  }

  private static CheckReport withAside(CheckReport standing, Map<String, Long> aside) {
    List<CheckReport.Finding> findings = new ArrayList<>();
    for (CheckReport.Finding f : standing.findings()) {
      long broken = f.broken();
      if (f.severity() == Check.Severity.QUARANTINE) {
        broken += aside.getOrDefault(f.code(), 0L);
      }
      findings.add(new CheckReport.Finding(f.code(), f.meaning(), f.severity(), broken));
    }
    return new CheckReport(standing.rows(), findings);
  }
}
