package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.careers.CareerYears;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What figures are broken down by: one row of careers becomes one a breakdown, with the value that
 * the person has of it. A person counts once under {@link #ALL} and once under each dimension, so
 * the values of a dimension add up to all.
 */
public final class Breakdown {
  /** Name of the column of the dimension. */
  public static final String BREAKDOWN = "breakdown";

  /** Name of the column of its value. */
  public static final String VALUE = "value";

  /** The breakdown of everybody, and its only value. */
  public static final String ALL = "all";

  /** The value of those of whom it is not known. */
  public static final String UNKNOWN = "UNKNOWN";

  /** By sex and age together. */
  public static final String SEX_AGE_GROUP = "sex_age_group";

  /** By trust. */
  public static final String TRUST = "trust";

  /** By integrated care board. */
  public static final String ICB = "icb";

  private static final CareerYears YEARS = CareerYears.TABLE;

  private static final Map<String, Dimension> BY = by();

  /** The dimensions that are places of work, which a person leaves by going to another. */
  static final Map<String, Field> PLACES = places();

  /** The dimensions. */
  public static final CodeList DIMENSIONS = codes();

  private static final String PLACE = "breakdown_place";

  private Breakdown() {}

  /** What a dimension is, its value of a row of careers, and the column of a place of work. */
  private record Dimension(String meaning, Column value, @Nullable Field place) {}

  /**
   * One row a dimension for every row.
   *
   * @param years rows that have the describing columns of {@link CareerYears}
   * @return the same with {@link #BREAKDOWN} and {@link #VALUE}
   */
  public static Dataset<Row> of(Dataset<Row> years) {
    Column names = array(BY.keySet().stream().map(n -> lit(n)).toArray(Column[]::new));
    Column values =
        array(
            BY.values().stream()
                .map(dimension -> dimension.value().cast("string"))
                .toArray(Column[]::new));
    return years
        .select(col("*"), posexplode(values).as(new String[] {PLACE, VALUE}))
        .withColumn(BREAKDOWN, coalesce(get(names, col(PLACE)), lit(ALL)))
        .withColumn(VALUE, coalesce(col(VALUE), lit(UNKNOWN)))
        .drop(PLACE);
  }

  private static Map<String, Dimension> by() {
    Map<String, Dimension> by = new LinkedHashMap<>();
    by.put(ALL, trait("everybody", lit(ALL)));
    by.put("sex", trait("sex as delivered", YEARS.sex.col()));
    by.put("age_group", trait("age in five years", YEARS.ageGroup.col()));
    by.put(
        SEX_AGE_GROUP,
        trait(
            "sex and age in five years; UNKNOWN if either is",
            concat(YEARS.sex.col(), lit(" "), YEARS.ageGroup.col())));
    by.put("ethnicity", trait("ethnic group", YEARS.ethnicity.col()));
    by.put("nationality", trait("nationality group", YEARS.nationality.col()));
    by.put("band", trait("Agenda for Change band", YEARS.band.col()));
    by.put("tenure", trait("time in the main assignment", YEARS.tenure.col()));
    by.put(TRUST, place("trust, as its successor", YEARS.organisation));
    by.put("trust_type", place("kind of trust", YEARS.trustType));
    by.put("region", place("region of the trust", YEARS.region));
    by.put(ICB, place("integrated care board of the trust", YEARS.icb));
    by.put(
        "deprivation",
        trait(
            "fifth of neighbourhoods by deprivation of the home, 1 the most deprived",
            YEARS.deprivation.col()));
    return by;
  }

  private static Dimension trait(String meaning, Column value) {
    return new Dimension(meaning, value, null);
  }

  private static Dimension place(String meaning, Field place) {
    return new Dimension(meaning, place.col(), place);
  }

  private static Map<String, Field> places() {
    Map<String, Field> places = new LinkedHashMap<>();
    BY.forEach(
        (name, dimension) -> {
          Field place = dimension.place();
          if (place != null) {
            places.put(name, place);
          }
        });
    return places;
  }

  private static CodeList codes() {
    Map<String, String> meanings = new LinkedHashMap<>();
    BY.forEach((name, dimension) -> meanings.put(name, dimension.meaning()));
    return new CodeList("breakdown", "requirements 03.7 to 03.9", meanings);
  }
}
