package careworkforce.pipelines.silver.careworkers;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Counted;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The linked employee-employer panel: every worker of ASC-WDS at regular cuts, matched by person to
 * the next cut (Kent's design, methods 2.6). A cut is the last extract of each stretch of {@code
 * socialcare.workers.every} months. A row that a rule drops stays here under the rule's name;
 * samples take those without one.
 *
 * <p>A separation is a worker who is there at a cut and not with the employer at the next, while
 * the employer still reports, and has amended its record in the months before either cut: what
 * nobody amends shows as staying whoever has left since. It is either found elsewhere in ASC-WDS or
 * not, at the cuts of the {@code socialcare.workers.found-within} months after the cut: most movers
 * are away from the record for longer than from one quarterly cut to the next. Since about half the
 * sector reports, the latter is no exit from the sector.
 */
public final class AscWorkerCuts extends Table {
  /** Where a worker is at the next cut, and those who separate in the months after. */
  public static final CodeList STATE =
      CodeList.of(
          "state at the next cut",
          "methods 2.6; not_updated by Skills for Care's rule for stayers and leavers (layouts 1.5);"
              + " the last three are a proposal of this project",
          "stayed",
          "with the same establishment",
          "found_elsewhere",
          "separated, and found within socialcare.workers.found-within months of the cut at an"
              + " establishment of ASC-WDS where the worker was not at the cut",
          "not_found",
          "separated, and not found so in ASC-WDS, which half the sector does not fill in, in those"
              + " months, as far as extracts go",
          "not_updated",
          "the establishment's record is not amended in the socialcare.workers.amended-within months"
              + " before the cut, or before the next: neither stayed nor separated",
          "no_key",
          "separated, and without person key, so that nobody can look",
          "stopped_reporting",
          "the establishment has no workers in the next cut: neither stayed nor separated",
          "no_later_cut",
          "the next stretch of months has no extract");

  public static final AscWorkerCuts TABLE = new AscWorkerCuts();

  /** Counts workers of establishments that a rule of establishments drops. */
  public static final String DROPPED_ESTABLISHMENT = "DROPPED_ESTABLISHMENT";

  /** States that are separations. */
  public static final Object[] SEPARATED = {"found_elsewhere", "not_found", "no_key"};

  public final Field establishmentId =
      key("establishment_id", DataTypes.StringType, "ASC-WDS establishment");
  public final Field workerId =
      key("worker_id", DataTypes.StringType, "the person at this establishment");
  public final Field month = key("month", DataTypes.DateType, "month of the cut");
  public final Field nextMonth =
      field("next_month", DataTypes.DateType, "month of the next cut; null for none");
  public final Field months =
      field("months", DataTypes.IntegerType, "months to the next cut").unit("months");
  public final Field personId =
      field("person_id", DataTypes.StringType, "pseudonym across establishments");
  public final Field state =
      field("state", DataTypes.StringType, "where the worker is then").required().codes(STATE);
  public final Field followed =
      field(
              "followed",
              DataTypes.BooleanType,
              "extracts go on for the months in which those who separate are looked for")
          .required();
  public final Field hired =
      field(
          "hired",
          DataTypes.BooleanType,
          "started after the cut before; null if the establishment has no workers there");
  public final Field mainService =
      field(
          "main_service", DataTypes.StringType, "mainstid: 1 nursing, 2 residential, 8 home care");
  public final Field establishmentType =
      field("establishment_type", DataTypes.StringType, "esttype: local authority, private …");
  public final Field region = field("region", DataTypes.StringType, "regionid");
  public final Field council = field("council", DataTypes.StringType, "cssr");
  public final Field jobRole = field("job_role", DataTypes.StringType, "mainjrid");
  public final Field careStaff =
      field("care_staff", DataTypes.BooleanType, "care, senior care or support worker").required();
  public final Field contract =
      field("contract", DataTypes.StringType, "emplstat: 190 permanent, 191 temporary …");
  public final Field zeroHours =
      field("zero_hours", DataTypes.BooleanType, "zero-hours contract; null if not told");
  public final Field age = field("age", DataTypes.IntegerType, "age").unit("years");
  public final Field startedOn = field("started_on", DataTypes.DateType, "start in the main job");
  public final Field tenure =
      field("tenure", DataTypes.DoubleType, "time in the main job; null if it is not told")
          .unit("years");
  public final Field hours =
      field(
              "hours",
              DataTypes.createDecimalType(6, 1),
              "average hours of zero-hours contracts, else contracted; null above 100")
          .unit("hours a week");
  public final Field hourlyPay =
      field(
              "hourly_pay",
              DataTypes.createDecimalType(9, 2),
              "hourly rate; of the salaried, salary / 52 / hours; under the rule for pay null below"
                  + " 2.50 and above 200")
          .unit("£ an hour");
  public final Field homeLogPay =
      field(
              "home_log_pay",
              DataTypes.DoubleType,
              "mean log hourly pay of the establishment's care staff less that of their job roles"
                  + " in England, at the cuts of a pay year, April to March: over the months to the"
                  + " next cut, each of its pay year")
          .unit("log points");
  public final Field staff =
      field("staff", DataTypes.LongType, "workers of the establishment at the cut").required();
  public final Field staffNext =
      field("staff_next", DataTypes.LongType, "workers of it at the next; null if it has none");
  public final Field growth =
      field(
          "growth",
          DataTypes.DoubleType,
          "(E1 - E0) / ((E1 + E0) / 2) of staff (Davis and Haltiwanger); null if not updated");
  public final Field lines =
      field("lines", DataTypes.LongType, "lines of the extract that tell of the worker").required();
  public final Field droppedBy =
      field("dropped_by", DataTypes.StringType, "first rule that drops the row; null for none")
          .codes(CleaningRule.codes(rules()));
  public final Field changedBy =
      field(
              "changed_by",
              DataTypes.StringType,
              "rule that blanked a value of the row; null for none")
          .codes(CleaningRule.codes(CleaningRule.changing(CleaningRule.Of.WORKERS)));

  private AscWorkerCuts() {
    super(
        Layer.SILVER,
        "asc_worker_cuts",
        "one row a worker at an establishment and cut",
        Sensitivity.PERSONAL);
    check(
        Check.must(
            "GROWTH_IN_BOUNDS",
            "growth lies between -2 and 2",
            growth.col().between(functions.lit(-2), functions.lit(2))));
    count(
        new Counted(
            DROPPED_ESTABLISHMENT,
            "of an establishment that a rule of establishments drops",
            ofDroppedEstablishment()));
    for (CleaningRule rule : CleaningRule.of(CleaningRule.Of.WORKERS)) {
      count(new Counted(rule.name(), rule.meaning(), rule.drops() ? dropped(rule) : changed(rule)));
    }
    serves("06.1", "linked employee-employer panel, cleaned by published rules and one of our own");
    serves("06.13", "separations of each worker, found elsewhere in ASC-WDS or not");
    limits(
        "06.13",
        "not found in ASC-WDS is no exit from the sector, of which half reports; at cuts that are"
            + " not followed for socialcare.workers.found-within months fewer are found than"
            + " would be");
    serves("06.14", "who was hired since the cut before");
    serves("06.15", "workers and growth of each establishment");
  }

  /** True of a row that a rule drops. */
  public Column dropped(CleaningRule rule) {
    return droppedBy.col().equalTo(functions.lit(rule.name()));
  }

  /** True of a row of which a rule blanked a value. */
  public Column changed(CleaningRule rule) {
    return functions.coalesce(
        changedBy.col().equalTo(functions.lit(rule.name())), functions.lit(false));
  }

  /** True of a row that goes with its establishment. */
  public Column ofDroppedEstablishment() {
    return droppedBy
        .col()
        .isin(
            CleaningRule.dropping(CleaningRule.Of.ESTABLISHMENTS).stream()
                .map(CleaningRule::name)
                .toArray());
  }

  /** Rules that drop a row: those of its establishment first. */
  static List<CleaningRule> rules() {
    List<CleaningRule> rules =
        new ArrayList<>(CleaningRule.dropping(CleaningRule.Of.ESTABLISHMENTS));
    rules.addAll(CleaningRule.dropping(CleaningRule.Of.WORKERS));
    return rules;
  }
}
