package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.Decimal;

/**
 * Contracted FTE to compare with, in whole hundred-thousandths: Spark then compares whole numbers,
 * where a literal made of a {@code BigDecimal} would make one of every row.
 */
final class Fte {
  static final Column NONE = of(0);
  static final Column ONE = of(100_000);

  /** The most that a person counts as (methods 2.2). */
  static final Column MOST = of(120_000);

  private Fte() {}

  private static Column of(long hundredThousandths) {
    return lit(Decimal.createUnsafe(hundredThousandths, 6, 5));
  }
}
