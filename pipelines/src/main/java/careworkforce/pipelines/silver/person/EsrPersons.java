package careworkforce.pipelines.silver.person;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Every person of the staff record with what does not change. A key under which the birth year or
 * the sex changes stands for two persons, or for none: it is counted here and kept out of the panel
 * (methods 2.2 rule 5).
 */
public final class EsrPersons extends Table {
  public static final EsrPersons TABLE = new EsrPersons();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field birthYear =
      field("birth_year", DataTypes.IntegerType, "earliest birth year delivered");
  public final Field sex = field("sex", DataTypes.StringType, "sex as delivered, last month's");
  public final Field ethnicity =
      field("ethnicity", DataTypes.StringType, "ethnic group as delivered, last month's");
  public final Field nationality =
      field("nationality", DataTypes.StringType, "nationality as delivered, last month's");
  public final Field firstMonth =
      field("first_month", DataTypes.DateType, "first month on a payroll").required();
  public final Field lastMonth =
      field("last_month", DataTypes.DateType, "last month on a payroll").required();
  public final Field birthYears =
      field("birth_years", DataTypes.LongType, "distinct birth years under the key").required();
  public final Field sexes =
      field("sexes", DataTypes.LongType, "distinct sexes under the key").required();
  public final Field conflict =
      field("conflict", DataTypes.BooleanType, "more than one birth year or sex: not in the panel")
          .required();

  private EsrPersons() {
    super(
        Layer.SILVER,
        "esr_persons",
        "one row a person ever on an NHS payroll in the window",
        Sensitivity.PERSONAL);
    serves("03.7", "sex, ethnicity, nationality and birth year to break moves down by");
  }
}
