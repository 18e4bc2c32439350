package careworkforce.common.estimate.distributed;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.formula.Specification;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Where models are fitted: on Spark's executors when there are many rows and sums over blocks give
 * all that is asked for, on the driver otherwise.
 *
 * @param distributed whether where the rows are
 * @param notes what brought many rows to the driver, in a sentence; empty when nothing did
 */
public record FittingPlace(boolean distributed, List<String> notes) {
  /** Rows above which models are fitted where the rows are, if they can be. */
  public static final long MANY_ROWS = 5_000_000;

  private static final FittingPlace DRIVER = new FittingPlace(false, List.of());
  private static final FittingPlace EXECUTORS = new FittingPlace(true, List.of());

  /** When models are to be fitted where the rows are. */
  public enum Wish {
    /** Above {@link #MANY_ROWS}, where it can be. */
    AUTO,
    /** In any case. */
    ALWAYS,
    /** Never. */
    NEVER
  }

  /**
   * Chooses a place for models of the same data.
   *
   * @throws UserError if the wish is always and something in a model needs the rows themselves
   */
  public static FittingPlace of(
      Wish wish,
      String family,
      List<Specification> models,
      Dataset<Row> rows,
      EstimateOptions options) {
    return of(wish, family, models, rows.schema(), rows::count, options);
  }

  /**
   * The same for rows whose number is known, or found only where it matters.
   *
   * @throws UserError if the wish is always and a column is not there, or something in a model
   *     needs the rows themselves
   */
  public static FittingPlace of(
      Wish wish,
      String family,
      List<Specification> models,
      StructType schema,
      LongSupplier rows,
      EstimateOptions options) {
    if (wish == Wish.NEVER) {
      return DRIVER;
    }
    Optional<String> obstacle =
        models.stream()
            .flatMap(m -> DistributedEstimate.obstacle(family, m, schema, options).stream())
            .findFirst();
    if (wish == Wish.ALWAYS) {
      models.forEach(m -> new Distributable(m, options, schema).requireThere());
      obstacle.ifPresent(FittingPlace::refuse);
      return EXECUTORS;
    }
    if (rows.getAsLong() <= MANY_ROWS) {
      return DRIVER;
    }
    return obstacle
        .map(
            o -> new FittingPlace(false, List.of("Rows were brought to the driver for " + o + ".")))
        .orElse(EXECUTORS);
  }

  private static void refuse(String obstacle) {
    throw UserError.usage(
        "fit where the rows are",
        obstacle + " needs the rows themselves",
        "Leave it out, or let the rows be brought to the driver");
  }
}
