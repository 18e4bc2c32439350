package careworkforce.pipelines.gold.socialcare.destinations;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import org.apache.spark.sql.types.DataTypes;

/**
 * How many who leave care work go to each industry and occupation: {@code L_care × pi} of methods
 * 2.7, from the Labour Force Survey, its two panels apart. Beside it what establishments tell of
 * their leavers in ASC-WDS, which knows sectors alone: of about half the sector, as worded by
 * employers, so that its shares and those of the survey answer to different people.
 *
 * <p>Shares add up to one within a source and kind, and have a base of their own in each: those of
 * an industry and of a state are not of the same leavers. Intervals of shares are Wilson's, of the
 * effective number of respondents of that base (Kish), in ASC-WDS their number; those of numbers
 * are normal. Both are under the sampling that {@code silver.care_destinations} tells. Destinations
 * of fewer respondents than the threshold stand pooled in one row, with the smallest of the others
 * where they are still too few together, so that none can be found as what is left of the whole. A
 * kind of fewer respondents in all is not there, nor are the sectors of a panel of which division
 * 86, 87 or 88 is pooled.
 */
public final class SocialcareDestinations extends Table {
  /** The source that is no panel of the survey. */
  static final String ASC_WDS = "asc_wds";

  /** The kind of destination that both sources know. */
  static final String SECTOR = "sector";

  /** The destination of those too few to be shown. */
  static final String POOLED = "pooled";

  static final CodeList SOURCES =
      CodeList.of(
          "source of destinations",
          "methods 2.7",
          CareDestinations.TWO_QUARTER,
          "Labour Force Survey, two-quarter panel",
          CareDestinations.FIVE_QUARTER,
          "Labour Force Survey, five-quarter panel",
          ASC_WDS,
          "reasons for leaving in the leaver extract of ASC-WDS");

  static final CodeList KINDS =
      CodeList.of(
          "kind of destination shown",
          "methods 2.7",
          CareDestinations.INDUSTRY,
          "SIC2007 division",
          CareDestinations.OCCUPATION,
          "SOC2010 unit group",
          CareDestinations.STATE,
          "in work, unemployed or inactive",
          SECTOR,
          "health (division 86) or another sector, of those in work outside care (87 and 88)");

  public static final SocialcareDestinations TABLE = new SocialcareDestinations();

  public final Field source =
      key("source", DataTypes.StringType, "survey panel or extract").codes(SOURCES);
  public final Field kind =
      key("kind", DataTypes.StringType, "what the destination is").codes(KINDS);
  public final Field destination =
      key("destination", DataTypes.StringType, "code of the destination, or pooled");
  public final Field title = field("title", DataTypes.StringType, "in words").required();
  public final Field respondents =
      field("respondents", DataTypes.LongType, "leavers behind the row, unweighted").required();
  public final Field share =
      field(
              "share",
              DataTypes.DoubleType,
              "share who go there: of states, of all leavers; of industries and occupations, of"
                  + " leavers in work who told it; of sectors, of leavers to either")
          .required();
  public final Field shareLow =
      field("share_low", DataTypes.DoubleType, "lower end of its 95% interval").required();
  public final Field shareHigh =
      field("share_high", DataTypes.DoubleType, "upper end of its 95% interval").required();
  public final Field leavers =
      field("leavers_a_year", DataTypes.DoubleType, "leavers who go there; null of ASC-WDS")
          .unit("persons a year");
  public final Field leaversLow =
      field("leavers_a_year_low", DataTypes.DoubleType, "lower end of its 95% interval");
  public final Field leaversHigh =
      field("leavers_a_year_high", DataTypes.DoubleType, "upper end of its 95% interval");

  private SocialcareDestinations() {
    super(
        Layer.GOLD,
        "socialcare_destinations",
        "one row a source, kind of destination and destination",
        Sensitivity.AGGREGATE);
    serves("06.5", "jobs that social care workers move to, with intervals");
    serves("06.6", "leavers to each industry a year, with intervals");
  }
}
