package careworkforce.common.check;

import careworkforce.common.table.Check;
import java.util.List;

/**
 * What one pass over a table found.
 *
 * @param rows rows of the table
 * @param findings one a check, in the contract's order
 */
public record CheckReport(long rows, List<Finding> findings) {

  /**
   * One check's result.
   *
   * @param code the check's code, or {@code NOT_NULL column}, {@code CODES column}, {@code KEY}
   * @param meaning what was promised
   * @param severity what a breach does
   * @param broken rows that broke it
   */
  public record Finding(String code, String meaning, Check.Severity severity, long broken) {
    /** What a person is told of a breach, such as {@code 4 rows miss LABEL: a label}. */
    public String told() {
      String met =
          switch (severity) {
            case FAIL -> "break";
            case QUARANTINE -> "set aside by";
            case WARN -> "miss";
          };
      return broken + " rows " + met + " " + code + ": " + meaning;
    }
  }

  /** Broken promises whose severity is FAIL. */
  public List<Finding> failures() {
    return findings.stream()
        .filter(f -> f.broken() > 0 && f.severity() == Check.Severity.FAIL)
        .toList();
  }

  /** Broken promises whose rows move out of the table. */
  public List<Finding> quarantined() {
    return findings.stream()
        .filter(f -> f.broken() > 0 && f.severity() == Check.Severity.QUARANTINE)
        .toList();
  }

  /** Broken promises that are only reported. */
  public List<Finding> warnings() {
    return findings.stream()
        .filter(f -> f.broken() > 0 && f.severity() == Check.Severity.WARN)
        .toList();
  }
}
