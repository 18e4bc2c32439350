package careworkforce.pipelines.silver.spells;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Trusts and months after which many staff go on in one other trust at once: services that changed
 * hands, or a merger that the list of successors lacks. They stay what they are to all other
 * tables, moves between trusts; whoever sees the warning of a merger delivers its successor.
 */
public final class MassMoves extends Table {
  public static final MassMoves TABLE = new MassMoves();

  public final Field organisation =
      key("organisation", DataTypes.StringType, "trust, as its successor");
  public final Field other =
      key("other_organisation", DataTypes.StringType, "trust that they go on in");
  public final Field month = key("month", DataTypes.DateType, "last month in the trust");
  public final Field moved =
      field("moved", DataTypes.LongType, "persons in the other trust in the next month").required();
  public final Field staff =
      field("staff", DataTypes.LongType, "persons on the trust's payroll in the month").required();

  private MassMoves() {
    super(
        Layer.SILVER,
        "mass_moves",
        "one row a trust, other trust and month after which many go on from the one in the other",
        Sensitivity.AGGREGATE);
    check(
        Check.should(
            "SUCCESSOR_LISTED",
            "no more than half of a trust's staff go on in one other trust: it would be a merger"
                + " whose successor is to be delivered to trust_successors",
            moved.col().multiply(functions.lit(2)).leq(staff.col())));
    serves("03.1", "mergers that the list of successors lacks, in a record that is extended");
    serves("03.24", "moves between trusts that are of services and not of persons");
  }
}
