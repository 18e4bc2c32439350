package careworkforce.pipelines.silver.person;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The monthly panel of NHS staff (methods 2.2). Assignments of one person are children of the
 * month: the main one gives organisation and occupation, all of them give FTE and pay. Trusts stand
 * under their successor at the end of the window, occupation codes under the code in force.
 */
public final class EsrPersonMonths extends Table {
  /** Whose staff the record holds, and so whose all that is made of it tells. */
  public static final String SCOPE =
      "ESR holds staff whom trusts and commissioners employ, and both are counted: general practice"
          + " and other primary care are outside it";

  public static final EsrPersonMonths TABLE = new EsrPersonMonths();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field organisation =
      field("organisation", DataTypes.StringType, "trust of the main assignment, as its successor");
  public final Field organisationDelivered =
      field("organisation_delivered", DataTypes.StringType, "trust code as delivered");
  public final Field occupationCode =
      field("occupation_code", DataTypes.StringType, "occupation code in force");
  public final Field occupationDelivered =
      field("occupation_code_delivered", DataTypes.StringType, "occupation code as delivered");
  public final Field level1 =
      field("level1", DataTypes.StringType, "occupation level 1").codes(OccupationGroups.LEVEL1);
  public final Field level2 =
      field("level2", DataTypes.StringType, "occupation group; null for a code not in the manual")
          .codes(OccupationGroups.LEVEL2);
  public final Field level3 = field("level3", DataTypes.StringType, "occupation area");
  public final Field inTraining =
      field("in_training", DataTypes.BooleanType, "training post, by flag or by occupation code")
          .required();
  public final Field band =
      field("band", DataTypes.StringType, "Agenda for Change band, 1 to 9 with 8a to 8d");
  public final Field bandRank =
      field("band_rank", DataTypes.IntegerType, "order of the band, ten a band, 8a 81 to 8d 84");
  public final Field spinePoint =
      field("spine_point", DataTypes.IntegerType, "Agenda for Change spine point as delivered");
  public final Field assignment =
      field("assignment", DataTypes.StringType, "number of the main assignment").required();
  public final Field assignments =
      field("assignments", DataTypes.IntegerType, "assignments held in the month").required();
  public final Field groupsHeld =
      field(
              "groups_held",
              DataTypes.IntegerType,
              "level 2 groups of all assignments, bit i for the i-th of the code list")
          .required();
  public final Field contract =
      field("contract", DataTypes.StringType, "contract of the main assignment as delivered");
  public final Field bankHeld =
      field(
          "bank_held",
          DataTypes.BooleanType,
          "a bank contract among the month's assignments: beside a post as a rule, as it has no FTE");
  public final Field fte =
      field(
              "fte",
              DataTypes.createDecimalType(7, 5),
              "contracted FTE of all assignments, at most 1.2")
          .unit("full-time equivalents");
  public final Field fteAboveOne =
      field("fte_above_one", DataTypes.BooleanType, "contracted FTE of all assignments exceeds 1");
  public final Field basicPay =
      field("basic_pay", DataTypes.createDecimalType(14, 2), "basic pay of all assignments")
          .unit("£ in the month");
  public final Field totalPay =
      field("total_pay", DataTypes.createDecimalType(14, 2), "total pay of all assignments")
          .unit("£ in the month");
  public final Field hourlyPay =
      field("hourly_pay", DataTypes.createDecimalType(14, 4), "basic pay / (FTE x 162.95 hours)")
          .unit("£ an hour");
  public final Field status =
      field("status", DataTypes.StringType, "status of the main assignment as delivered");
  public final Field state =
      field("state", DataTypes.StringType, "what the person is in the month")
          .required()
          .codes(PayrollState.ON_PAYROLL);
  public final Field startDate =
      field("start_date", DataTypes.DateType, "start of the main assignment");
  public final Field reasonForLeaving =
      field("reason_for_leaving", DataTypes.StringType, "reason, in an assignment's last month");
  public final Field destination =
      field("destination_on_leaving", DataTypes.StringType, "destination, in the last month");
  public final Field age =
      field("age", DataTypes.IntegerType, "year of the month less the year of birth").unit("years");
  public final Field homeLsoa = field("home_lsoa", DataTypes.StringType, "LSOA of the home");

  private EsrPersonMonths() {
    super(
        Layer.SILVER,
        "esr_person_months",
        "one row a person and month on an NHS payroll",
        Sensitivity.PERSONAL);
    partitionedBy(month);
    check(
        Check.must(
            "FTE_IN_RANGE",
            "contracted FTE is between 0 and 1.2",
            fte.col().between(Fte.NONE, Fte.MOST)));
    check(
        Check.should(
            "OCCUPATION_KNOWN", "the occupation code is in the manual", level2.col().isNotNull()));
    check(
        Check.should(
            "PAY_PLAUSIBLE",
            "hourly pay is between 3 and 300 pounds",
            hourlyPay.col().between(functions.lit(3), functions.lit(300))));
    check(
        Check.orAside(
            "AGE_POSSIBLE",
            "the year of birth is 15 to 100 years before: of others the record is not one person's",
            age.col().between(functions.lit(15), functions.lit(100))));
    serves("03.1", "the monthly panel, extended by delivering a further month");
    serves("03.3", "headcount and FTE by level 1 in every month");
    limits("03.2", SCOPE);
    serves("06.3", "NHS jobs by trust, occupation, band and month");
  }
}
