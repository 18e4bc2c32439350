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

  /** The dimensions. */
  public static final CodeList DIMENSIONS =
      CodeList.of(
          "breakdown",
          "requirements 03.7 to 03.9",
          ALL,
          "everybody",
          "sex",
          "sex as delivered",
          "age_group",
          "age in five years",
          "sex_age_group",
          "sex and age in five years; UNKNOWN if either is",
          "ethnicity",
          "ethnic group",
          "nationality",
          "nationality group",
          "band",
          "Agenda for Change band",
          "tenure",
          "time in the main assignment",
          "trust",
          "trust, as its successor",
          "trust_type",
          "kind of trust",
          "region",
          "region of the trust",
          "icb",
          "integrated care board of the trust",
          "deprivation",
          "fifth of neighbourhoods by deprivation of the home, 1 the most deprived");

  private static final CareerYears YEARS = CareerYears.TABLE;

  /** The dimensions that are places of work, which a person leaves by going to another. */
  static final Map<String, Field> PLACES = places();

  private static final String PLACE = "breakdown_place";

  private Breakdown() {}

  /**
   * One row a dimension for every row.
   *
   * @param years rows that have the describing columns of {@link CareerYears}
   * @return the same with {@link #BREAKDOWN} and {@link #VALUE}
   */
  public static Dataset<Row> of(Dataset<Row> years) {
    Map<String, Column> dimensions = dimensions();
    Column names = array(dimensions.keySet().stream().map(n -> lit(n)).toArray(Column[]::new));
    Column values =
        array(dimensions.values().stream().map(v -> v.cast("string")).toArray(Column[]::new));
    return years
        .select(col("*"), posexplode(values).as(new String[] {PLACE, VALUE}))
        .withColumn(BREAKDOWN, coalesce(get(names, col(PLACE)), lit(ALL)))
        .withColumn(VALUE, coalesce(col(VALUE), lit(UNKNOWN)))
        .drop(PLACE);
  }

  private static Map<String, Field> places() {
    Map<String, Field> places = new LinkedHashMap<>();
    places.put("trust", YEARS.organisation);
    places.put("trust_type", YEARS.trustType);
    places.put("region", YEARS.region);
    places.put("icb", YEARS.icb);
    return places;
  }

  private static Map<String, Column> dimensions() {
    Map<String, Column> of = new LinkedHashMap<>();
    of.put(ALL, lit(ALL));
    of.put("sex", YEARS.sex.col());
    of.put("age_group", YEARS.ageGroup.col());
    of.put("sex_age_group", concat(YEARS.sex.col(), lit(" "), YEARS.ageGroup.col()));
    of.put("ethnicity", YEARS.ethnicity.col());
    of.put("nationality", YEARS.nationality.col());
    of.put("band", YEARS.band.col());
    of.put("tenure", YEARS.tenure.col());
    PLACES.forEach((name, place) -> of.put(name, place.col()));
    of.put("deprivation", YEARS.deprivation.col());
    return of;
  }
}
