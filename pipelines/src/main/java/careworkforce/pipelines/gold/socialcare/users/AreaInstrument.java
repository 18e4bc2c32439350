package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import java.util.List;

/**
 * What moves staff and reaches residents by way of staff alone: a measure of a travel-to-work area
 * and month. Another index is another line of {@link #ALL}.
 *
 * @param label name in tables of estimates, and of the column of the frame
 * @param table where it stands
 * @param area its column of the area
 * @param month its column of the month
 * @param value its column of the measure
 * @param per the change that reduced forms answer to, a tenth of its unit
 */
public record AreaInstrument(
    String label, Table table, Field area, Field month, Field value, String per) {
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;

  /** The outside wage, on which the headline rests. */
  public static final AreaInstrument WAGE =
      new AreaInstrument(
          WAGES.logOutsideWage.name(),
          WAGES,
          WAGES.ttwa,
          WAGES.month,
          WAGES.logOutsideWage,
          "0.1 log points of the outside wage");

  /** Every instrument. */
  public static final List<AreaInstrument> ALL = List.of(WAGE);
}
