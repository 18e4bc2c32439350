package careworkforce.pipelines.silver.person;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.MakeDecimal;
import org.apache.spark.sql.catalyst.expressions.UnscaledValue;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DecimalType;

/**
 * Decimals of at most 18 digits as the whole numbers that Spark holds them by: pounds of two
 * decimals as pence. A product with a power of ten gives the same by way of {@code BigDecimal},
 * some fifty times slower.
 */
final class WholeUnits {
  private WholeUnits() {}

  /** Units of the last decimal. */
  static Column of(Column decimal) {
    return ExpressionUtils.column(new UnscaledValue(ExpressionUtils.expression(decimal)));
  }

  /** The decimal of so many units of its last place; null where the type does not hold it. */
  static Column decimal(Column units, DecimalType type) {
    Expression whole = ExpressionUtils.expression(units);
    return ExpressionUtils.column(new MakeDecimal(whole, type.precision(), type.scale(), true));
  }
}
