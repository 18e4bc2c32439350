package careworkforce.common.table;

import org.apache.spark.sql.Column;

/**
 * Rows of a table that the manifest of a run counts each time the table is made, such as those that
 * a cleaning rule drops.
 *
 * @param name short name, such as {@code NOT_UPDATED}
 * @param meaning which rows these are, in words
 * @param counts true of a row that counts; false or null of another
 */
public record Counted(String name, String meaning, Column counts) {}
