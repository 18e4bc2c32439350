package careworkforce.pipelines.gold.careers;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;
import org.apache.spark.sql.Column;

/**
 * The 95% score interval of a share (Wilson 1927): {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1
 * + z²/n)}. Null where {@code n} is 0.
 */
public final class Wilson {
  /** The normal quantile of 95% intervals. */
  public static final double Z =
      Distributions.tQuantile(0.5 + Coefficient.LEVEL / 2, Double.POSITIVE_INFINITY);

  private Wilson() {}

  /** Lower end of the interval of {@code count / of}. */
  public static Column low(Column count, Column of) {
    return when(of.gt(lit(0)), greatest(lit(0.0), centre(count, of).minus(half(count, of))));
  }

  /** Upper end of the interval of {@code count / of}. */
  public static Column high(Column count, Column of) {
    return when(of.gt(lit(0)), least(lit(1.0), centre(count, of).plus(half(count, of))));
  }

  private static Column share(Column count, Column of) {
    return count.cast("double").divide(of.cast("double"));
  }

  private static Column scale(Column of) {
    return lit(1.0).plus(lit(Z * Z).divide(of));
  }

  private static Column centre(Column count, Column of) {
    return share(count, of).plus(lit(Z * Z / 2).divide(of)).divide(scale(of));
  }

  private static Column half(Column count, Column of) {
    Column p = share(count, of);
    Column variance =
        p.multiply(lit(1.0).minus(p)).divide(of).plus(lit(Z * Z / 4).divide(of.multiply(of)));
    return lit(Z).multiply(sqrt(variance)).divide(scale(of));
  }
}
