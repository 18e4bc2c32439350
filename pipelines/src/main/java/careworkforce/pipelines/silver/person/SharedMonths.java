package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.time.Month;
import careworkforce.common.time.MonthBits;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The persons and months that more than one assignment may share. Nearly all months hold one
 * assignment: told apart from these by a hash, they are neither shuffled nor sorted.
 *
 * <p>Months are gathered as bits of a person and a block of months, so that the hashes counted are
 * as many as the persons and not as their months. Bits joined by or tell which months there are,
 * bits joined by exclusive or which of them an odd number of times; where that leaves the number of
 * rows unexplained, as with three assignments in one month, every month of the block is given. A
 * month of one assignment that is given nevertheless is merely folded on its own.
 */
final class SharedMonths {
  private static final EsrAssignments ESR = EsrAssignments.TABLE;
  private static final Column PERSON = xxhash64(ESR.personId.col());
  private static final Column MONTH = col("month_number");
  private static final String SHARED = "shared";

  private SharedMonths() {}

  /** Hashes of the persons and months. */
  static Dataset<Row> of(Dataset<Row> assignments) {
    Column held = col("held");
    Column even = held.bitwiseXOR(held.bitwiseAND(col("odd")));
    Column twice = bit_count(held).plus(bit_count(even)).equalTo(col("assignments"));
    Column months = when(twice, even).otherwise(held);
    return assignments
        .select(PERSON.as("person"), Month.number(ESR.period.col()).as(MONTH.toString()))
        .groupBy(col("person"), MonthBits.block(MONTH).as("block"))
        .agg(
            bit_or(MonthBits.bit(MONTH)).as("held"),
            bit_xor(MonthBits.bit(MONTH)).as("odd"),
            min(MONTH).as("first"),
            max(MONTH).as("last"),
            count(lit(1)).as("assignments"))
        .where(bit_count(held).lt(col("assignments")))
        .withColumn(
            "shared_month",
            explode(filter(sequence(col("first"), col("last")), m -> MonthBits.isSet(months, m))))
        .select(hash(col("person"), Month.first(col("shared_month"))).as(SHARED));
  }

  /**
   * Assignments that share their month, or those that do not.
   *
   * @param shared as {@link #of} gives
   * @param how {@code left_semi} or {@code left_anti}
   */
  static Dataset<Row> join(Dataset<Row> assignments, Dataset<Row> shared, String how) {
    return assignments.join(shared, hash(PERSON, ESR.period.col()).equalTo(col(SHARED)), how);
  }

  /** The month by its first day, as it is delivered: its number is dear to reckon for each row. */
  private static Column hash(Column person, Column month) {
    return xxhash64(person, month);
  }
}
