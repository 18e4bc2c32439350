package careworkforce.pipelines.silver.cleaning;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;

/**
 * The hourly pay that ASC-WDS takes online, £2.50 to £200; what is uploaded in bulk has no upper
 * bound (layouts.md 1.5). A rate in pence for one in pounds moves the mean log pay of a home of
 * thirty by more than homes differ.
 */
public final class PayBounds {
  private static final BigDecimal LEAST = new BigDecimal("2.50");
  private static final BigDecimal MOST = new BigDecimal("200.00");

  private PayBounds() {}

  /** True of a pay outside the bounds; null of one that is not told. */
  public static Column outside(Column pay) {
    return pay.lt(lit(LEAST)).or(pay.gt(lit(MOST)));
  }

  /** A pay within the bounds; null for one outside. */
  public static Column within(Column pay) {
    return when(outside(pay), lit(null)).otherwise(pay);
  }
}
