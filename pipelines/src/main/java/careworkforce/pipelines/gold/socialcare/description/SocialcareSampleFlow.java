package careworkforce.pipelines.gold.socialcare.description;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The way from rows as ingested to the samples of the estimates, rule by rule. */
public final class SocialcareSampleFlow extends Table {
  public static final SocialcareSampleFlow TABLE = new SocialcareSampleFlow();

  public final Field population =
      key("population", DataTypes.StringType, "what is counted, such as home-months");
  public final Field step = key("step", DataTypes.IntegerType, "order of the rule, from 1");
  public final Field rule =
      field("rule", DataTypes.StringType, "what a row must be to be kept, or is excluded for")
          .required();
  public final Field rowsIn =
      field("rows_in", DataTypes.LongType, "rows before the rule").required();
  public final Field rowsDropped =
      field("rows_dropped", DataTypes.LongType, "rows that the rule drops").required();
  public final Field rowsKept =
      field("rows_kept", DataTypes.LongType, "rows after the rule").required();

  private SocialcareSampleFlow() {
    super(
        Layer.GOLD,
        "socialcare_sample_flow",
        "one row a population and rule",
        Sensitivity.AGGREGATE);
    check(
        Check.must(
            "FLOW_ADDS_UP",
            "rows in are rows dropped and rows kept",
            rowsIn
                .col()
                .equalTo(rowsDropped.col().plus(rowsKept.col()))
                .and(rowsDropped.col().geq(functions.lit(0L)))));
    serves("06.27", "the sample flow of the papers");
  }
}
