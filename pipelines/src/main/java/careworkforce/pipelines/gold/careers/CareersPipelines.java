package careworkforce.pipelines.gold.careers;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the entrants of each occupation group came from: the inverse of the transition matrix, and
 * the published 4% to 16% of new nurses who were NHS support staff (methods 2.3).
 */
public final class CareersPipelines extends Table {
  public static final CareersPipelines TABLE = new CareersPipelines();

  /** Origin of those on no NHS payroll in the window before. */
  public static final String OUTSIDE = "OUTSIDE";

  public final Field year = key("year", DataTypes.IntegerType, "calendar year of entry");
  public final Field toGroup = key("to_group", DataTypes.StringType, "occupation group entered");
  public final Field fromGroup =
      key(
          "from_group",
          DataTypes.StringType,
          "occupation group held within twelve months before, or OUTSIDE");
  public final Field entrants =
      field("entrants", DataTypes.LongType, "persons who entered from there").required();
  public final Field allEntrants =
      field("all_entrants", DataTypes.LongType, "persons who entered the group").required();
  public final Field share =
      field("share", DataTypes.DoubleType, "entrants / all_entrants").unit("share of entrants");
  public final Field shareLow =
      field("share_low", DataTypes.DoubleType, "lower end of the 95% Wilson interval");
  public final Field shareHigh =
      field("share_high", DataTypes.DoubleType, "upper end of the 95% Wilson interval");

  private CareersPipelines() {
    super(
        Layer.GOLD,
        "careers_pipelines",
        "one row a year, occupation group entered and group come from",
        Sensitivity.AGGREGATE);
    serves("03.12", "support worker to nurse, as a share of new nurses, every year");
    serves("03.29", "share of new registered staff who came from support roles");
  }
}
