package careworkforce.pipelines.silver.exposures;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Sums and means of numbers rounded to the twelfth decimal. Decimals add up to the same sum in
 * whatever order Spark takes the rows; doubles do not.
 */
public final class ExactTerms {
  private static final DataType EXACT = DataTypes.createDecimalType(20, 12);

  private ExactTerms() {}

  /** Their sum; an aggregate. */
  public static Column sum(Column term) {
    return functions.sum(term.cast(EXACT)).cast("double");
  }

  /** Their sum over the rows of a window, beside each row. */
  public static Column sum(Column term, WindowSpec over) {
    return functions.sum(term.cast(EXACT)).over(over).cast("double");
  }

  /** Their mean; an aggregate. */
  public static Column mean(Column term) {
    return functions.avg(term.cast(EXACT)).cast("double");
  }
}
