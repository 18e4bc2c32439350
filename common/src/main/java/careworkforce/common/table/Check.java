package careworkforce.common.table;

import careworkforce.common.error.UserError;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * A promise about every row of a table.
 *
 * @param code short name, such as {@code FTE_IN_RANGE}
 * @param meaning what is promised, in words
 * @param severity what a broken promise does
 * @param holds true, false or null for a row; null counts as kept
 */
public record Check(String code, String meaning, Severity severity, Column holds) {

  /** What a broken promise does. */
  public enum Severity {
    /** The table's last good version stays in place and the run ends with exit code 4. */
    FAIL,
    /**
     * Rows at fault are written to a table of their own with the reason, the others stand. Of a
     * delivery, the file at fault is set aside, and what stood for its period stands.
     */
    QUARANTINE,
    /** Reported; the rows stand. */
    WARN;

    /** The names of some, as a set that holds a name in whatever case. */
    public static Set<String> names(Severity... some) {
      Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      for (Severity severity : some) {
        names.add(severity.name());
      }
      return names;
    }

    /** The severity of that name, in whatever case. */
    public static Severity of(String name) {
      for (Severity severity : values()) {
        if (severity.name().equalsIgnoreCase(name)) {
          return severity;
        }
      }
      throw UserError.usage(
          "use the severity " + name, "there is no such severity", "Say FAIL, QUARANTINE or WARN");
    }
  }

  /** A promise whose breach keeps the new version out. */
  public static Check must(String code, String meaning, Column holds) {
    return new Check(code, meaning, Severity.FAIL, holds);
  }

  /** A promise whose breach keeps the row out of the table; it is written to its quarantine. */
  public static Check orAside(String code, String meaning, Column holds) {
    return new Check(code, meaning, Severity.QUARANTINE, holds);
  }

  /** A promise whose breach is reported. */
  public static Check should(String code, String meaning, Column holds) {
    return new Check(code, meaning, Severity.WARN, holds);
  }
}
