package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * Progression within an occupation group: the monthly hazard of a higher band in the same group
 * (methods 2.4), by group and band held. A month on a payroll is at risk if the month after it is
 * seen; whoever leaves or moves to another group is at risk until then.
 */
public final class CareersProgression extends DescriptiveTable {
  public static final CareersProgression TABLE = new CareersProgression();

  public final Field year = yearKey();
  public final Field group = key("level2", DataTypes.StringType, "occupation group");
  public final Field heldBand = key("band_held", DataTypes.StringType, "band in the month at risk");
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field months =
      monthsOfYear("of the year that are at risk: September to August, each with the one after it");
  public final Field personMonths =
      count("person_months", "months on a payroll in the group and band");
  public final Field rises = count("rises", "of them, followed by a higher band in the group");
  public final Rate hazard = rate("monthly_hazard", "rises / person_months", "rises a month");

  private CareersProgression() {
    super(
        "careers_progression",
        "one row a year from 30 September, occupation group, band held and value of a breakdown");
    serves("03.11", "the monthly hazard of the next band within one occupation group");
    limits(
        "03.11",
        "years begin with the record's first September, before which months are in none; the last"
            + " has the record's months alone, which months tells");
    serves("03.7", "progression by age, sex, ethnicity, nationality and tenure");
    serves("03.8", "progression by trust and type of trust");
    serves("03.9", "progression by region, board and deprivation of the home");
  }
}
