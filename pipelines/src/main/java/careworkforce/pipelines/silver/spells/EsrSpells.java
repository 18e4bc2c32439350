package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Spells of NHS staff: runs of months in one organisation, occupation, band and state, and the
 * absences between and after them. A person's spells follow one another without a hole, to the end
 * of the window.
 */
public final class EsrSpells extends Table {
  public static final EsrSpells TABLE = new EsrSpells();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field firstMonth = key("first_month", DataTypes.DateType, "first month");
  public final Field lastMonth = field("last_month", DataTypes.DateType, "last month").required();
  public final Field months =
      field("months", DataTypes.IntegerType, "length").unit("months").required();
  public final Field state =
      field("state", DataTypes.StringType, "what the person is").required().codes(PayrollState.ALL);
  public final Field organisation =
      field("organisation", DataTypes.StringType, "trust, as its successor; null in an absence");
  public final Field level1 =
      field("level1", DataTypes.StringType, "occupation level 1").codes(OccupationGroups.LEVEL1);
  public final Field level2 =
      field("level2", DataTypes.StringType, "occupation group").codes(OccupationGroups.LEVEL2);
  public final Field level3 = field("level3", DataTypes.StringType, "occupation area");
  public final Field band = field("band", DataTypes.StringType, "Agenda for Change band");
  public final Field bandRank = field("band_rank", DataTypes.IntegerType, "order of the band");
  public final Field inTraining =
      field("in_training", DataTypes.BooleanType, "training post; null in an absence");
  public final Field leftCensored =
      field("left_censored", DataTypes.BooleanType, "stands at the window's first month")
          .required();
  public final Field rightCensored =
      field(
              "right_censored",
              DataTypes.BooleanType,
              "its end is not known: it reaches the window's last month, or is followed by an"
                  + " absence shorter than the gap")
          .required();
  public final Field leaverOfficial =
      field(
              "leaver_official",
              DataTypes.BooleanType,
              "in active service, at work or off sick, and not in it in the next month (NHS"
                  + " Digital: leave counts as leaving; sickness does not)")
          .required();
  public final Field leaverEsr =
      field(
          "leaver_esr",
          DataTypes.BooleanType,
          "on a payroll, and on none to the window's end; null where that is censored");
  public final Field endingReason =
      field(
          "ending_reason", DataTypes.StringType, "reason for leaving delivered in the last month");
  public final Field settledYear =
      field(
          "settled_year",
          DataTypes.IntegerType,
          "year of the person's next month on a payroll after it, which no later month can change;"
              + " null while there is none");

  /** Whether a spell is known to end in leaving: where that cannot be told yet, it is not. */
  public Column leaves() {
    return coalesce(leaverEsr.col(), lit(false));
  }

  private EsrSpells() {
    super(
        Layer.SILVER,
        "esr_spells",
        "one row a person and run of months in one organisation, occupation, band and state, or of"
            + " absence",
        Sensitivity.PERSONAL);
    partitionedBy(settledYear);
    check(
        Check.must(
            "MONTHS_ADD_UP",
            "last month is not before first month",
            lastMonth.col().geq(firstMonth.col())));
    serves("03.11", "time in a band within one occupation group");
    serves("03.17", "leaving, by both official meanings, with censoring marked");
    limits(
        "07.11",
        "leaving by both official meanings is the outcome alone: no table sets it beside how trusts"
            + " manage sickness");
  }
}
