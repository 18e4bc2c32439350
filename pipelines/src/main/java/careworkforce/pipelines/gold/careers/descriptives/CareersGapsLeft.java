package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * What those who moved on left behind: each trust's staff of an occupation group on 30 September,
 * where they are a year later, and how many came in their place. Described, not explained: a group
 * that shrinks after its staff moved on may have been meant to. A group without staff at the start
 * that has some a year later is there as well, so that staff add up over groups; its shares are
 * null.
 */
public final class CareersGapsLeft extends DescriptiveTable {
  public static final CareersGapsLeft TABLE = new CareersGapsLeft();

  public final Field year = yearKey();
  public final Field trust = key("trust", DataTypes.StringType, "trust, as its successor");
  public final Field group = key("level2", DataTypes.StringType, "occupation group");
  public final Field staff =
      count("staff", "persons on a payroll on 30 September, seen a year later");
  public final Field stayed = count("stayed", "of them, in the trust and group a year later");
  public final Field movedOn =
      count("moved_on", "of them, in another occupation group of any trust a year later");
  public final Field otherTrust =
      count("other_trust", "of them, in the same group of another trust a year later");
  public final Field left = count("left_nhs", "of them, on no payroll a year later");
  public final Field staffLater =
      count("staff_later", "persons on a payroll in the trust and group a year later");
  public final Field arrived = count("arrived", "staff_later - stayed");
  public final Rate movedOnShare = rate("moved_on_share", "moved_on / staff", "share of staff");
  public final Field replaced =
      field("replaced", DataTypes.DoubleType, "arrived / (staff - stayed); null if all stayed")
          .unit("arrivals for each departure");
  public final Field gap =
      field("gap", DataTypes.DoubleType, "(staff - staff_later) / staff; negative for growth")
          .unit("share of staff");

  private CareersGapsLeft() {
    super("careers_gaps_left", "one row a year from 30 September, trust and occupation group");
    check(
        Check.must(
            "STAFF_ADD_UP",
            "stayed, moved on, went to another trust and left make up the staff",
            staff
                .col()
                .equalTo(
                    stayed.col().plus(movedOn.col()).plus(otherTrust.col()).plus(left.col()))));
    serves("03.27", "gaps left in the origin job, and how far they are filled a year later");
    serves("03.18", "outflow, inflow and staff by trust and occupation group");
  }
}
