package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the nurses on the lowest point of band 5 in one month are in a later one: the comparator of
 * moves between occupations (Stoye and Warner 2024: November 2012, seen in August 2021; 21% in band
 * 5, 26% in band 6, 14% in bands 7 to 9, 39% left nursing or the NHS). Nurses without a band, of
 * whom the four say nothing, are a fifth outcome. Those transferred out of the record with their
 * service are left out.
 */
public final class CareersProgressionCohort extends DescriptiveTable {
  static final CodeList OUTCOMES =
      CodeList.of(
          "outcome of the cohort",
          "Stoye and Warner 2024",
          "BAND_5",
          "a nurse in band 5, or below",
          "BAND_6",
          "a nurse in band 6",
          "BAND_7_TO_9",
          "a nurse in band 7 or above",
          "NO_BAND",
          "a nurse in no band of Agenda for Change, or none that is known",
          "LEFT",
          "in another occupation group, or on no NHS payroll");

  public static final CareersProgressionCohort TABLE = new CareersProgressionCohort();

  public final Field cohort =
      key("cohort", DataTypes.DateType, "month in which they are on the lowest point of band 5");
  public final Field seen = key("seen", DataTypes.DateType, "month in which they are looked for");
  public final Field outcome =
      key("outcome", DataTypes.StringType, "where they are then").codes(OUTCOMES);
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field persons = count("persons", "nurses of the cohort");
  public final Field there = count("there", "of them, with the outcome");
  public final Rate share = rate("share", "there / persons", "share of persons");

  private CareersProgressionCohort() {
    super(
        "careers_progression_cohort",
        "one row a cohort of nurses, outcome and value of a breakdown");
    serves("03.11", "the four-way split of a cohort of band 5 nurses, by who and where they are");
  }
}
