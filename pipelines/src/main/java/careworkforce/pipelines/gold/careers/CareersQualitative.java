package careworkforce.pipelines.gold.careers;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * Qualitative measures beside what the staff record shows of the same trust and pathway. A measure
 * of all origins or all destinations stands beside all moves that it covers.
 */
public final class CareersQualitative extends Table {
  public static final CareersQualitative TABLE = new CareersQualitative();

  /** Stands for every occupation group. */
  public static final String ALL = "ALL";

  public final Field wave = key("wave", DataTypes.DateType, "month that the measures stand for");
  public final Field organisation =
      key("organisation", DataTypes.StringType, "trust, as its successor");
  public final Field fromGroup =
      key("from_group", DataTypes.StringType, "occupation group left, or ALL");
  public final Field toGroup =
      key("to_group", DataTypes.StringType, "occupation group entered, or ALL");
  public final Field measure = key("measure", DataTypes.StringType, "what was coded");
  public final Field value =
      field("value", DataTypes.DoubleType, "mean code, where a merged trust has several")
          .required();
  public final Field scale = field("scale", DataTypes.StringType, "what the scale means");
  public final Field basis = field("basis", DataTypes.StringType, "what it rests on");
  public final Field moves =
      field("moves", DataTypes.LongType, "moves on the pathway out of the trust, all months")
          .required();

  private CareersQualitative() {
    super(
        Layer.GOLD,
        "careers_qualitative",
        "one row a wave, trust, pathway and qualitative measure",
        Sensitivity.AGGREGATE);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.31", "coded measures by trust and pathway beside the moves of the staff record");
  }
}
