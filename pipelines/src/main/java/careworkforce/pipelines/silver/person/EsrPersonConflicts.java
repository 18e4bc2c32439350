package careworkforce.pipelines.silver.person;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The months of persons whose key contradicts itself: quarantined, in none of the panel's months
 * (methods 2.2 rule 5).
 */
public final class EsrPersonConflicts extends Table {
  public static final EsrPersonConflicts TABLE = new EsrPersonConflicts();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");

  private EsrPersonConflicts() {
    super(
        Layer.SILVER,
        "esr_person_conflicts",
        "one row a month of a person with more than one birth year or sex",
        Sensitivity.PERSONAL);
    limits(
        "03.1",
        "two persons under one key are found by birth year and sex and left out; one person under"
            + " two keys cannot be found, as nothing delivered but the key tells who a person is,"
            + " and counts as a leaver and a joiner");
  }
}
