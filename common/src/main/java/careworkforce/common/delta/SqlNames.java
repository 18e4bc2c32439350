package careworkforce.common.delta;

import careworkforce.common.table.Table;
import java.util.List;
import org.apache.spark.sql.catalyst.TableIdentifier;
import scala.Option;

/** The names {@code layer.table} by which SQL knows the tables of a lake. */
public final class SqlNames {
  private SqlNames() {}

  /**
   * Makes those known of the tables that are there; one of which an earlier version is read is a
   * view of it, and has no versions of its own.
   */
  public static void register(Lake lake, List<Table> tables) {
    for (Table table : tables) {
      if (lake.exists(table)) {
        String layer = table.layer().label();
        String at = lake.root() + "/" + layer; // there already, so that nothing is made elsewhere
        lake.spark().sql("CREATE DATABASE IF NOT EXISTS " + layer + " LOCATION " + literal(at));
        name(lake, table);
      }
    }
  }

  private static void name(Lake lake, Table table) {
    lake.spark()
        .sessionState()
        .catalog()
        .dropTable(
            new TableIdentifier(table.name(), Option.apply(table.layer().label())), true, false);
    long newest = new Lake(lake.spark(), lake.root()).version(table).orElse(-1);
    long read = lake.version(table).orElseThrow();
    if (read < newest) {
      lake.spark()
          .sql(
              "CREATE VIEW %s AS SELECT * FROM delta.`%s` VERSION AS OF %d"
                  .formatted(table.fullName(), lake.path(table).replace("`", "``"), read));
    } else {
      lake.spark().catalog().createTable(table.fullName(), lake.path(table), Lake.FORMAT);
    }
  }

  /** A text in SQL, where a backslash is an escape. */
  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
