package careworkforce.pipelines.silver.spells;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import org.apache.spark.sql.types.DataTypes;

/**
 * Trusts and months in which so large a share of an occupation group leaves at once that services
 * were moved out of the record, not people out of work (methods 2.2 rule 4). Kept out of rates.
 */
public final class MassExits extends Table {
  public static final MassExits TABLE = new MassExits();

  public final Field organisation =
      key("organisation", DataTypes.StringType, "trust, as its successor");
  public final Field level2 =
      key("level2", DataTypes.StringType, "occupation group").codes(OccupationGroups.LEVEL2);
  public final Field month = key("month", DataTypes.DateType, "last month of those who left");
  public final Field leavers =
      field(
              "leavers",
              DataTypes.LongType,
              "persons whose last month it is, those included whose absence to the window's end is"
                  + " shorter than the gap as yet")
          .required();
  public final Field staff =
      field("staff", DataTypes.LongType, "persons on the payroll in the month").required();

  private MassExits() {
    super(
        Layer.SILVER,
        "mass_exits",
        "one row a trust, occupation group and month in which a large share left at once",
        Sensitivity.AGGREGATE);
    serves("03.17", "transfers out of the record that would pass for staff turnover");
  }
}
