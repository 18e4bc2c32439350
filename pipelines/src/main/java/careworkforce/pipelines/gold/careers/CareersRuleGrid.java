package careworkforce.pipelines.gold.careers;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * How much the rules matter: the rate of moves between occupation groups by the months that prove a
 * move, and the rate of exits by the months of absence that make one, return or not (methods 2.10).
 * Every value of a rule is counted in the same months, those in which all values can be told; the
 * run's own value is among them. These are the counts behind the rates of {@code
 * careers_robustness}.
 */
public final class CareersRuleGrid extends Table {
  public static final String PERSISTENCE = "persistence";
  public static final String GAP = "gap";
  public static final String SWAPS = "swaps";

  /** Rules of which values are compared. */
  public static final CodeList RULE =
      CodeList.of(
          "rule",
          "methods 2.3 and 2.1",
          CareersRuleGrid.PERSISTENCE,
          "a move, as in the headline, holds in so many of the next months at work, one more than"
              + " that; under the run's own value of as many as it is set to",
          CareersRuleGrid.GAP,
          "an exit is an absence of at least so many months, whether or not the person returns",
          CareersRuleGrid.SWAPS,
          "a move holds as under persistence, and those count too by which the secondary of two"
              + " assignments, both held before and after, becomes the main one");

  public static final CareersRuleGrid TABLE = new CareersRuleGrid();

  public final Field rule = key("rule", DataTypes.StringType, "which is varied").codes(RULE);
  public final Field months =
      key("months", DataTypes.IntegerType, "value of the rule").unit("months");
  public final Field headline =
      field(
              "headline",
              DataTypes.BooleanType,
              "whether the value is the run's own, under which all other tables count; swaps never"
                  + " are")
          .required();
  public final Field events = field("events", DataTypes.LongType, "moves, or exits").required();
  public final Field personMonths =
      field("person_months", DataTypes.LongType, "at risk: at work, or on a payroll").required();
  public final Field rate =
      field("rate", DataTypes.DoubleType, "events / person_months").unit("a month");
  public final Field rateLow =
      field("rate_low", DataTypes.DoubleType, "lower end of its 95% interval (Wilson)");
  public final Field rateHigh =
      field("rate_high", DataTypes.DoubleType, "upper end of its 95% interval (Wilson)");

  private CareersRuleGrid() {
    super(Layer.GOLD, "careers_rule_grid", "one row a rule and value of it", Sensitivity.AGGREGATE);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.5", "moves under other months of proof, and with swaps of the main assignment");
    serves("03.17", "exits under other months of absence");
  }
}
