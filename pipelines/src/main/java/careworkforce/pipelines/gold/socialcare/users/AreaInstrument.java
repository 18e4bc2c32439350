package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.exposures.vacancies.VacancyMonths;
import careworkforce.pipelines.silver.reference.AreaLinks;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What moves staff and reaches residents by way of staff alone: a measure of a travel-to-work area
 * and month. Another index is another line of {@link #ALL}, which every estimate tries, or of
 * {@link #BESIDE}, which the headline is tried with.
 *
 * @param label name in tables of estimates, and of the column of the frame
 * @param table where it stands
 * @param area its column of the area
 * @param month its column of the month
 * @param value its column of the measure
 * @param where which of its rows, one an area and month
 * @param per the change that reduced forms answer to, a tenth of its unit
 */
public record AreaInstrument(
    String label, Table table, Field area, Field month, Field value, Column where, String per) {
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;
  private static final VacancyMonths ADVERTS = VacancyMonths.TABLE;
  private static final NhsOpeningMonths NHS = NhsOpeningMonths.TABLE;

  /** The outside wage, on which the headline rests. */
  public static final AreaInstrument WAGE =
      new AreaInstrument(
          WAGES.logOutsideWage.name(),
          WAGES,
          WAGES.ttwa,
          WAGES.month,
          WAGES.logOutsideWage,
          lit(true),
          "0.1 log points of the outside wage");

  /** Adverts for each job outside, in the occupations that care staff go to. */
  static final AreaInstrument VACANCIES =
      new AreaInstrument(
          ADVERTS.index.name(),
          ADVERTS,
          ADVERTS.ttwa,
          ADVERTS.month,
          ADVERTS.index,
          ADVERTS
              .link
              .col()
              .equalTo(lit(AreaLinks.TTWA))
              .and(ADVERTS.scope.col().equalTo(lit(VacancyMonths.ALL))),
          "0.1 adverts for each job outside");

  /** Openings of NHS support jobs as other trusts' growth would have them. */
  static final AreaInstrument NHS_OPENINGS =
      new AreaInstrument(
          NHS.predicted.name(),
          NHS,
          NHS.ttwa,
          NHS.month,
          NHS.predicted,
          NHS.link.col().equalTo(lit(AreaLinks.TTWA)),
          "0.1 openings a year for each NHS job at the national rate");

  /** Instruments of every estimate. */
  public static final List<AreaInstrument> ALL = List.of(WAGE);

  /** Further instruments that the headline is tried with. */
  static final List<AreaInstrument> BESIDE = List.of(VACANCIES, NHS_OPENINGS);
}
