package careworkforce.pipelines.bronze.qualitative;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures that interviews and documents were coded to, by trust and pathway, such as how far a
 * trust supports support workers who train as nurses. The measures are made at King's; this is the
 * place they are put. Laid out by us.
 */
public final class QualitativeMeasures extends DeliveredTable {
  public static final QualitativeMeasures TABLE = new QualitativeMeasures();

  public final Field trust =
      field("trust", DataTypes.StringType, "ODS code of the trust, present or past").required();
  public final Field fromGroup =
      field("from_group", DataTypes.StringType, "occupation group left; null for all");
  public final Field toGroup =
      field("to_group", DataTypes.StringType, "occupation group entered; null for all");
  public final Field measure =
      field("measure", DataTypes.StringType, "what was coded, in lower snake case").required();
  public final Field value =
      field("value", DataTypes.DoubleType, "the code, on the measure's scale").required();
  public final Field scale =
      field("scale", DataTypes.StringType, "what the scale means, such as 1 none to 5 strong");
  public final Field basis =
      field("basis", DataTypes.StringType, "what it rests on, such as 6 interviews in 2025");

  private QualitativeMeasures() {
    super("qualitative_measures", "one row a trust, pathway and measure", Sensitivity.AGGREGATE);
    serves("03.31", "a folder that coded qualitative measures are put into");
  }
}
