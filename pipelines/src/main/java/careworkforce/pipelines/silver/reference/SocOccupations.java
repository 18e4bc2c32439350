package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Occupations that care workers have and go to, in both classifications: unit groups of SOC2010 and
 * of SOC2020, each with the SOC2010 group that stands for it. A code may mean another occupation in
 * the other: 2231 is nurses in SOC2010 and midwives in SOC2020. Titles are those of the Labour
 * Force Survey's coding frames; which 2020 group continues which 2010 group is our reading of
 * titles, and takes the group that most of it became.
 */
public final class SocOccupations extends Table {
  public static final SocOccupations TABLE = new SocOccupations();

  public final Field vintage = key("vintage", DataTypes.StringType, "SOC2010 or SOC2020");
  public final Field soc = key("soc", DataTypes.StringType, "unit group, four digits");
  public final Field occupation =
      field("occupation", DataTypes.StringType, "the unit group of SOC2010 that stands for it")
          .required();
  public final Field title =
      field("title", DataTypes.StringType, "title of that unit group").required();
  public final Field care =
      field("care", DataTypes.BooleanType, "care workers and home carers, senior care workers")
          .required();

  private SocOccupations() {
    super(
        Layer.SILVER,
        "soc_occupations",
        "one row a classification and unit group",
        Sensitivity.PUBLIC);
    serves("06.5", "one occupation under both classifications");
  }
}
