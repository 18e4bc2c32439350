package careworkforce.pipelines.silver.spells;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Moves of NHS staff between occupation groups, as {@link OccupationPath} defines them. */
public final class OccupationMoves extends Table {
  /** How a move was prepared. */
  public static final CodeList MEANS =
      CodeList.of(
          "means",
          "methods 2.3",
          "training",
          "a training post stands directly before the destination",
          "direct",
          "no training post between");

  /** Direction of a move by Agenda for Change band. */
  public static final CodeList DIRECTION =
      CodeList.of(
          "direction",
          "methods 2.3",
          "up",
          "to a higher band",
          "level",
          "same band",
          "down",
          "to a lower band",
          "unknown",
          "a band is missing, as for doctors");

  /** What lay between origin and destination. */
  public static final CodeList GAP_KIND =
      CodeList.of(
          "kind of gap",
          "methods 2.3",
          PayrollState.PARENTAL,
          "parental leave",
          PayrollState.CAREER_BREAK,
          "career break",
          PayrollState.LONG_SICK,
          "long sickness",
          PayrollState.OTHER_INACTIVE,
          "other inactivity on the payroll",
          PayrollState.GAP,
          "on no payroll: left and returned");

  public static final OccupationMoves TABLE = new OccupationMoves();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field month =
      key("month", DataTypes.DateType, "first month in the destination group");
  public final Field fromGroup =
      field("from_group", DataTypes.StringType, "occupation group left")
          .required()
          .codes(OccupationGroups.LEVEL2);
  public final Field toGroup =
      field("to_group", DataTypes.StringType, "occupation group entered")
          .required()
          .codes(OccupationGroups.LEVEL2);
  public final Field fromArea =
      field("from_area", DataTypes.StringType, "occupation area in the month before");
  public final Field toArea = field("to_area", DataTypes.StringType, "occupation area entered");
  public final Field organisationFrom =
      field("organisation_from", DataTypes.StringType, "trust in the month before");
  public final Field organisationTo =
      field("organisation_to", DataTypes.StringType, "trust in the month of the move");
  public final Field viaGap =
      field(
              "via_gap",
              DataTypes.BooleanType,
              "not at work in a month between origin and destination")
          .required();
  public final Field gapMonths =
      field(
              "gap_months",
              DataTypes.IntegerType,
              "months not at work between: since the last at work and not in training")
          .unit("months")
          .required();
  public final Field gapKind =
      field("gap_kind", DataTypes.StringType, "what most of those months were; null for none")
          .codes(GAP_KIND);
  public final Field means =
      field("means", DataTypes.StringType, "by training or direct").required().codes(MEANS);
  public final Field trainingMonths =
      field("training_months", DataTypes.IntegerType, "months in training directly before")
          .unit("months")
          .required();
  public final Field bandFrom =
      field("band_from", DataTypes.StringType, "band in the month before");
  public final Field bandTo =
      field("band_to", DataTypes.StringType, "band in the month of the move");
  public final Field direction =
      field("direction", DataTypes.StringType, "up, level or down by band")
          .required()
          .codes(DIRECTION);
  public final Field payBefore =
      field(
              "pay_before",
              DataTypes.createDecimalType(14, 4),
              "mean hourly pay at work in the three months before")
          .unit("£ an hour, nominal");
  public final Field payAfter =
      field(
              "pay_after",
              DataTypes.createDecimalType(14, 4),
              "mean hourly pay at work in the three months after")
          .unit("£ an hour, nominal");
  public final Field secondaryPromoted =
      field(
              "secondary_promoted",
              DataTypes.BooleanType,
              "both assignments held before and after; only the main one changed places")
          .required();
  public final Field headline =
      field("headline", DataTypes.BooleanType, "counted in headline figures").required();
  public final Field settledYear =
      field(
          "settled_year",
          DataTypes.IntegerType,
          "year of the last month that can change the row, which may be yet to come; null while"
              + " fewer months at work follow than are looked at");

  private OccupationMoves() {
    super(
        Layer.SILVER,
        "occupation_moves",
        "one row a person and month of a lasting move between occupation groups",
        Sensitivity.PERSONAL);
    partitionedBy(settledYear);
    check(
        Check.must(
            "GROUPS_DIFFER",
            "origin and destination differ",
            fromGroup.col().notEqual(toGroup.col())));
    check(
        Check.must(
            "GAP_NOT_NEGATIVE",
            "a gap has no negative length",
            gapMonths.col().geq(functions.lit(0))));
    serves("03.5", "every lasting move with its tags");
    limits(
        "03.5",
        "a move counts once months at work prove it, though a return that is yet to come may undo"
            + " it: of the last months more are told than will stand");
    serves("03.10", "direction by band, size by hourly pay, means by training posts");
    serves("03.24", "trust before and after each move");
  }
}
