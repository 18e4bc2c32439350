package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * Paths of outcomes around an event, against comparable staff without it, from a year before to two
 * years after (methods 2.5). Events of every calendar month are stacked; each is compared with
 * staff of the same kind in the same months, at most five for each event and drawn by a hash, none
 * of whom has such an event from a year before to event month 0. Some have one later: they are
 * kept, since to leave them out would be to choose comparisons by what befell them, and estimates
 * are of an event now beside none yet. Event month 0 is the first month in the destination, or the
 * first back at work; comparisons are at work in it too and, as only a move that lasts is one,
 * beside movers for as many months more.
 *
 * <p>Moves are followed together, by direction, and those from nursing support to nurses alone. Of
 * the comparison with direct recruits there are earlier and recent cohorts too: the halves of the
 * months in which a move can be followed for two years.
 *
 * <p>Differences are from the month before the event (before the leave), but for direct recruits,
 * who have no month before: there the two are set against one another as they are. Under 30 trusts
 * test and interval are by a wild cluster bootstrap of what each trust adds to a mean.
 */
public final class CareersEventPaths extends EstimateTable {
  /** How a path was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator of event paths",
          "methods 2.5",
          "matched difference in differences",
          "change since the month before, less that of comparison staff of the same stratum",
          "matched difference",
          "level, less that of comparison staff of the same stratum");

  public static final CareersEventPaths TABLE = new CareersEventPaths();

  public final Field eventMonth =
      field("event_month", DataTypes.IntegerType, "months since the event").required();
  public final Field comparisonMean =
      field(
              "comparison_mean",
              DataTypes.DoubleType,
              "what the estimate is taken from: mean of the comparison staff")
          .required();
  public final Field events =
      field("events", DataTypes.LongType, "events among the observations, each with comparisons")
          .required();
  public final Field unmatched =
      field(
              "unmatched_events",
              DataTypes.LongType,
              "events that are left out, since no staff of their stratum are there to compare with")
          .required();

  private CareersEventPaths() {
    super("careers_event_paths", "one row an outcome, kind of event and month since the event");
    estimator.codes(ESTIMATOR);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves(
        "03.17",
        "on the payroll after a move, against stayers and against direct recruits, of all moves, by"
            + " direction and of support workers who become nurses");
    serves("03.19", "in a higher band of the group entered, against stayers and direct recruits");
    serves("03.22", "hourly pay around a move, against matched stayers");
    serves("03.23", "contracted hours, part time and bank contracts around a move");
    serves("03.24", "another trust, or another travel-to-work area, after a move");
    serves("03.25", "hourly pay and staying to two years after a move");
    serves("03.15", "pay, hours, moves and staying around the return from parental leave");
    limits(
        "03.15",
        "parenthood is parental leave on the payroll, of those who came back from it: parents who"
            + " took none, and those who did not return, are in no path");
    serves("03.16", "pay, hours, moves and staying around the return from long sickness");
    limits(
        "03.16",
        "illness is long sickness absence, of those who came back from it; the staff record tells"
            + " no disability");
    limits(
        "03.17",
        "who is transferred out of the record, alone or with a whole service, neither stays nor"
            + " leaves: such months are in no point, be they of movers or of comparisons");
    limits(
        "03.22",
        "pay, hours, bands and places are those of staff who are still there in an event month; of"
            + " who has left only staying is told");
    limits(
        "03.23",
        "the record tells contracted hours and bank contracts; shift patterns and agreements on"
            + " flexible working are not in it");
  }
}
