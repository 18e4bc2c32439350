package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * The workforce of each 30 September by headcount and by FTE. The shares of the three levels 1 are
 * the published 52, 32 and 16% of headcount (calibration.md 3.1); by FTE clinical staff are more,
 * since fewer of them work part time.
 */
public final class CareersWorkforce extends DescriptiveTable {
  public static final CareersWorkforce TABLE = new CareersWorkforce();

  public final Field year = yearKey();
  public final Field level = levelKey();
  public final Field occupation = occupationKey();
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field headcount = count("headcount", "persons on a payroll on 30 September");
  public final Field atWork =
      count("at_work", "of them, at work: not on parental leave, career break or long sickness");
  public final Field fte =
      field("fte", DataTypes.createDecimalType(38, 5), "contracted FTE of those on a payroll")
          .unit("full-time equivalents");
  public final Rate headcountShare =
      rate(
          "headcount_share",
          "headcount / that of all occupations of the same breakdown and value",
          "share of headcount");
  public final Rate fteShare =
      rate(
          "fte_share",
          "FTE / that of all occupations of the same breakdown and value; its interval as of"
              + " (sum of FTE)^2 / (sum of squared FTE) persons; null where nobody has contracted"
              + " hours",
          "share of FTE");

  private CareersWorkforce() {
    super(
        "careers_workforce",
        "one row a 30 September, occupation and value of a breakdown of the staff in post");
    serves("03.3", "headcount, FTE and the shares of the three levels by both");
    serves("03.4", "every occupation level, clinical and non-clinical");
    limits("03.4", "occupation areas (level3) are counted for everybody alone, not broken down");
    serves("03.7", "staff by age, sex, ethnicity, nationality, band and tenure");
    serves("03.8", "staff by trust and type of trust");
    serves("03.9", "staff by region, board and deprivation of the home");
  }
}
