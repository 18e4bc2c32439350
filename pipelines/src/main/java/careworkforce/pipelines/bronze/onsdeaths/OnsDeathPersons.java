package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Whose death a registered death is: the bridge from ONS record to the person of HES, of extracts
 * whose records do not tell it themselves.
 */
public final class OnsDeathPersons extends DeliveredTable {
  public static final OnsDeathPersons TABLE = new OnsDeathPersons();

  public final Field recordId =
      field("record_id", DataTypes.StringType, "record key of bronze.ons_deaths").required();
  public final Field personId =
      field("person_id", DataTypes.StringType, "pseudonym of the person's token")
          .required()
          .pseudonymOf("resident");

  private OnsDeathPersons() {
    super("ons_death_persons", "one row a registered death with its person", Sensitivity.PERSONAL);
    serves("06.22", "registered deaths linked to hospital records");
  }
}
