package careworkforce.pipelines.bronze.onsdeaths;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/**
 * Registered deaths of persons known to hospital records (ONS–HES linked mortality). Whose death a
 * record tells stands in it from the extracts of 2021-22 on, else in {@link OnsDeathPersons}. A
 * death is registered days after it, or months where a coroner inquires: months near the end of the
 * deliveries are never whole.
 */
public final class OnsDeaths extends WideTable {
  public static final OnsDeaths TABLE = new OnsDeaths();

  public final Field recordId =
      take("RECORD_ID", field("record_id", StringType, "record key"), Parse.text());
  public final Field diedOn = take("DOD", DateType, "date of death", Parse.date("yyyy-MM-dd"));
  public final Field registeredOn =
      take("DOR", DateType, "date of registration", Parse.date("yyyy-MM-dd"));
  public final Field cause =
      take("CAUSE_OF_DEATH", StringType, "underlying cause, ICD-10", Parse.text());
  public final Field establishment =
      take(
          "COMMUNAL_ESTABLISHMENT",
          StringType,
          "establishment in which it happened; H at home, E elsewhere",
          Parse.text());
  public final Field matchRank =
      take(
          "MATCH_RANK",
          IntegerType,
          "how the record was linked to the person: 1 the surest",
          Parse.wholeNumber());
  public final Field sex = take("SEX", StringType, "1 male, 2 female", Parse.text());
  public final Field personId =
      field(
              "person_id",
              StringType,
              "pseudonym of the person's token; null where the extract has none")
          .pseudonymOf("resident");

  private OnsDeaths() {
    super("ons_deaths", "one row a registered death", Sensitivity.PERSONAL, "ons_deaths.txt");
    others();
    serves("06.22", "registered deaths with date of death and of registration");
  }
}
