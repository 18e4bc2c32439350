package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Broader groups of staff than {@link PersonGroups}, so few that person-months fall together in
 * them.
 */
public final class StaffTraits {
  public static final String UNKNOWN = "unknown";

  private StaffTraits() {}

  /** Under 30, 30-44, 45-54, 55 and over. */
  public static Column ageBand(Column age) {
    return when(age.lt(lit(30)), lit("under 30"))
        .when(age.lt(lit(45)), lit("30-44"))
        .when(age.lt(lit(55)), lit("45-54"))
        .when(age.isNotNull(), lit("55 and over"))
        .otherwise(lit(UNKNOWN));
  }

  /** White, minority (any other group), or not stated. */
  public static Column ethnicity(Column category) {
    Column group = PersonGroups.ethnicity(category);
    return when(group.equalTo(lit("WHITE")), lit("white"))
        .when(group.isNotNull(), lit("minority"))
        .otherwise(lit(UNKNOWN));
  }

  /** British, eu, other or unknown. */
  public static Column nationality(Column nationality) {
    return lower(known(PersonGroups.nationality(nationality)));
  }

  /** Years in the assignment by months in it. */
  public static Column tenure(Column months) {
    return when(months.lt(lit(12)), lit("under 1"))
        .when(months.lt(lit(60)), lit("1-4"))
        .when(months.isNotNull(), lit("5 and over"))
        .otherwise(lit(UNKNOWN));
  }

  /** A recorded value, or that there is none. */
  public static Column known(Column value) {
    return coalesce(value, lit(UNKNOWN));
  }
}
