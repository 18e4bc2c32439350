package careworkforce.common.delta;

import careworkforce.common.table.Table;
import java.util.List;

/** The names {@code layer.table} by which SQL knows the tables of a lake. */
public final class SqlNames {
  private SqlNames() {}

  /** Makes those known of the tables that are there. */
  public static void register(Lake lake, List<Table> tables) {
    for (Table table : tables) {
      if (lake.exists(table)) {
        String layer = table.layer().label();
        String at = lake.root() + "/" + layer; // there already, so that nothing is made elsewhere
        lake.spark().sql("CREATE DATABASE IF NOT EXISTS " + layer + " LOCATION " + literal(at));
        lake.spark().sql("DROP TABLE IF EXISTS " + table.fullName());
        lake.spark().catalog().createTable(table.fullName(), lake.path(table), Lake.FORMAT);
      }
    }
  }

  /** A text in SQL, where a backslash is an escape. */
  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
