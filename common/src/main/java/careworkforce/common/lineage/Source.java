package careworkforce.common.lineage;

/**
 * A column of a table that a job reads.
 *
 * @param table full name
 * @param column name
 */
public record Source(String table, String column) implements Comparable<Source> {
  @Override
  public int compareTo(Source other) {
    return (table + "." + column).compareTo(other.table + "." + other.column);
  }
}
