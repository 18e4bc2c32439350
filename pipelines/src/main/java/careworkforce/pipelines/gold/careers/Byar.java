package careworkforce.pipelines.gold.careers;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * The 95% interval of a Poisson count {@code L} over what it need be no part of, by Byar's
 * approximation (Breslow and Day 1987): {@code L (1 − 1/9L − z/3√L)³} to {@code (L+1) (1 − 1/9(L+1)
 * + z/3√(L+1))³}, each over {@code of}. The lower end is 0 where {@code L} is; null where {@code
 * of} is 0.
 */
public final class Byar {
  private Byar() {}

  /** Lower end of the interval of {@code count / of}. */
  public static Column low(Column count, Column of) {
    Column limit = when(count.gt(lit(0)), limit(count, -Wilson.Z)).otherwise(lit(0.0));
    return when(of.gt(lit(0)), limit.divide(of));
  }

  /** Upper end of the interval of {@code count / of}. */
  public static Column high(Column count, Column of) {
    return when(of.gt(lit(0)), limit(count.plus(lit(1)), Wilson.Z).divide(of));
  }

  private static Column limit(Column count, double z) {
    Column root =
        lit(1.0)
            .minus(lit(1.0 / 9).divide(count))
            .plus(lit(z / 3).divide(sqrt(count.cast("double"))));
    return count.multiply(pow(root, lit(3.0)));
  }
}
