package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import org.apache.spark.sql.Column;

/**
 * A column that adds up over persons.
 *
 * @param name of the sum
 * @param each what a row adds to it; null adds nothing
 */
record Sum(String name, Column each) {

  /** A count of the rows of which a condition holds. */
  static Sum count(String name, Column condition) {
    return new Sum(name, when(condition, lit(1L)).otherwise(lit(0L)));
  }

  /** A count that becomes a field. */
  static Sum count(Field field, Column condition) {
    return count(field.name(), condition);
  }

  /** A whole number that becomes a field. */
  static Sum of(Field field, Column each) {
    return new Sum(field.name(), each.cast(field.type()));
  }
}
