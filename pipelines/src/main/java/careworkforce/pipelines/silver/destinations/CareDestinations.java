package careworkforce.pipelines.silver.destinations;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Job-flow weights of methods 2.7: of those who leave care work, the share that goes to each
 * industry and occupation. At the start they are care workers, senior ones among them (SOC2010 6145
 * and 6146, SOC2020 6135 and 6136), in SIC divisions 87 and 88; at the end they are out of work, or
 * tell another occupation or another division. Who is in work and tells neither is no leaver: those
 * who stay leave the question open too. A change of employer within care work is no leaving. The
 * two panels are never pooled: a leaver of five quarters may have been elsewhere in between, and of
 * those who left and came back two quarters see the leaving and five do not.
 *
 * <p>{@code pi_p = sum of w over leavers who answered and went to p / sum of w over leavers who
 * answered}, w the longitudinal weights; for industries and occupations leavers are those in work
 * at the end, for the state all. Its variance is that of a ratio under sampling of persons one by
 * one with replacement and unequal weights, {@code sum w² (1[p] − pi_p)² / (sum w)²}: households,
 * strata and calibration of the survey are not in it. {@code leavers a year = times · W · pi_p /
 * files}, with W the weights of all leavers to work, those among them who tell the one and not the
 * other (for the state, all leavers), and times 4 for two quarters, 1 for five.
 */
public final class CareDestinations extends Table {
  /** Names of the two panels. */
  public static final String TWO_QUARTER = "two_quarter";

  public static final String FIVE_QUARTER = "five_quarter";

  /** Names of the kinds of destination. */
  public static final String INDUSTRY = "industry";

  public static final String OCCUPATION = "occupation";
  public static final String STATE = "state";

  /** The occupation of those whose code {@code silver.soc_occupations} does not have. */
  public static final String OTHER = "other";

  /** Length of the panel. */
  public static final CodeList PANELS =
      CodeList.of(
          "panel",
          "Labour Force Survey",
          TWO_QUARTER,
          "two-quarter longitudinal file",
          FIVE_QUARTER,
          "five-quarter longitudinal file");

  /** What a destination is. */
  public static final CodeList KINDS =
      CodeList.of(
          "kind of destination",
          "methods 2.7",
          INDUSTRY,
          "SIC2007 division of the job at the end",
          OCCUPATION,
          "SOC2010 unit group that stands for the job at the end",
          STATE,
          "in work, unemployed or inactive at the end");

  public static final CareDestinations TABLE = new CareDestinations();

  public final Field panel = key("panel", DataTypes.StringType, "length of panel").codes(PANELS);
  public final Field kind =
      key("kind", DataTypes.StringType, "what the destination is").codes(KINDS);
  public final Field destination =
      key("destination", DataTypes.StringType, "division, unit group or state");
  public final Field respondents =
      field("respondents", DataTypes.LongType, "leavers who went there, unweighted").required();
  public final Field ofRespondents =
      field("of_respondents", DataTypes.LongType, "leavers that the share is of, unweighted")
          .required();
  public final Field pi =
      field("pi", DataTypes.DoubleType, "share of leavers, weighted").required();
  public final Field piStdError =
      field("pi_std_error", DataTypes.DoubleType, "its standard error").required();
  public final Field effectiveRespondents =
      field(
              "effective_respondents",
              DataTypes.DoubleType,
              "leavers of an equal-weight sample as precise: (sum w)² / sum w² (Kish 1965)")
          .required();
  public final Field leaversAYear =
      field("leavers_a_year", DataTypes.DoubleType, "leavers who go there, grossed")
          .unit("persons a year")
          .required();
  public final Field leaversStdError =
      field("leavers_a_year_std_error", DataTypes.DoubleType, "its standard error").required();
  public final Field files =
      field("files", DataTypes.LongType, "files of the panel, one a quarter").required();

  private CareDestinations() {
    super(
        Layer.SILVER,
        "care_destinations",
        "one row a panel, kind of destination and destination",
        Sensitivity.AGGREGATE);
    serves("06.5", "jobs that care workers move to, by industry and occupation");
    serves("06.6", "leavers to each industry, weighted, with standard errors");
    limits("06.5", "no person-matched ASHE panel: it is not open data");
  }
}
