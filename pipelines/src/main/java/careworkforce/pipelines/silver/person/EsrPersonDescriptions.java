package careworkforce.pipelines.silver.person;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * What was delivered about each person that should not change, and from when to when: the months of
 * the staff record, compressed so that a month can be put in another's place. Descriptions under
 * one key may overlap, as when two trusts disagree.
 */
public final class EsrPersonDescriptions extends Table {
  public static final EsrPersonDescriptions TABLE = new EsrPersonDescriptions();

  public final Field personId =
      field("person_id", DataTypes.StringType, "pseudonym of the person").required();
  public final Field birthYear =
      field("birth_year", DataTypes.IntegerType, "birth year as delivered");
  public final Field sex = field("sex", DataTypes.StringType, "sex as delivered");
  public final Field ethnicity =
      field("ethnicity", DataTypes.StringType, "ethnic group as delivered");
  public final Field nationality =
      field("nationality", DataTypes.StringType, "nationality as delivered");
  public final Field firstMonth =
      field("first_month", DataTypes.DateType, "first month of the run").required();
  public final Field lastMonth =
      field("last_month", DataTypes.DateType, "last month of the run").required();
  public final Field lastYear =
      field(
              "last_year",
              DataTypes.IntegerType,
              "year of the last month: a run is not touched by months after the next")
          .required();

  private EsrPersonDescriptions() {
    super(
        Layer.SILVER,
        "esr_person_descriptions",
        "one row a person, description and run of months in which it was delivered",
        Sensitivity.PERSONAL);
    partitionedBy(lastYear);
  }
}
