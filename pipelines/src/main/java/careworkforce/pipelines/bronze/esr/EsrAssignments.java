package careworkforce.pipelines.bronze.esr;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Monthly ESR assignments. Columns after the DHSC staff-in-post extract where one is published; the
 * rest (pay, grade, leaving, home) is laid out by us in its style and marked so in {@link
 * EsrAssignmentsIngest}. A person may hold several assignments in a month.
 */
public final class EsrAssignments extends DeliveredTable {
  public static final EsrAssignments TABLE = new EsrAssignments();

  public final Field personId =
      field(
              "person_id",
              DataTypes.StringType,
              "pseudonym of Unique_Nhs_Identifier, the person across NHS organisations")
          .required()
          .pseudonymOf("staff");
  public final Field asgNumber =
      field(
              "asg_number",
              DataTypes.StringType,
              "assignment number within the employing organisation")
          .required();
  public final Field tmYearMonth =
      field("tm_year_month", DataTypes.DateType, "first day of the payroll month").required();
  public final Field ocsCode =
      field(
              "ocs_code",
              DataTypes.StringType,
              "ODS code of the employing organisation, as delivered: merged ones keep their old code")
          .required();
  public final Field occupationCode =
      field(
          "occupation_code",
          DataTypes.StringType,
          "NHS occupation code, three characters, as in force in the month");
  public final Field staffGroup =
      field(
          "staff_group",
          DataTypes.StringType,
          "staff group of the Electronic Staff Record, as delivered");
  public final Field jobRole = field("job_role", DataTypes.StringType, "job role");
  public final Field gradeCode =
      field("grade_code", DataTypes.StringType, "grade, such as XR05 for Agenda for Change band 5");
  public final Field afcSpinalPoint =
      field("afc_spinal_point", DataTypes.IntegerType, "Agenda for Change spine point");
  public final Field contractedWte =
      field("contracted_wte", DataTypes.createDecimalType(7, 5), "contracted whole-time equivalent")
          .unit("WTE");
  public final Field asgTypeOfContract =
      field(
          "asg_type_of_contract",
          DataTypes.StringType,
          "Permanent, Fixed Term Temp, Bank, Locum, Honorary and others");
  public final Field status =
      field(
          "status",
          DataTypes.StringType,
          "assignment status; active ones are Active Assignment, Internal Secondment, Acting Up");
  public final Field startDate = field("start_date", DataTypes.DateType, "start of the assignment");
  public final Field basicPay =
      field("basic_pay", DataTypes.createDecimalType(12, 2), "basic pay of the month").unit("£");
  public final Field totalPay =
      field("total_pay", DataTypes.createDecimalType(12, 2), "total pay of the month").unit("£");
  public final Field trainingPost =
      field("training_post", DataTypes.BooleanType, "true for a training post").required();
  public final Field reasonForLeaving =
      field(
          "reason_for_leaving",
          DataTypes.StringType,
          "reason for leaving, in the last month of the assignment");
  public final Field destinationOnLeaving =
      field(
          "destination_on_leaving",
          DataTypes.StringType,
          "destination on leaving, in the last month of the assignment");
  public final Field dateOfLeavingOrg =
      field(
          "date_of_leaving_org",
          DataTypes.DateType,
          "date of leaving, in the last month of the assignment");
  public final Field gender = field("gender", DataTypes.StringType, "gender as recorded");
  public final Field yearOfBirth = field("year_of_birth", DataTypes.IntegerType, "year of birth");
  public final Field ethnicity =
      field("ethnicity", DataTypes.StringType, "ethnic category as recorded");
  public final Field nationality =
      field("nationality", DataTypes.StringType, "nationality as recorded");
  public final Field homeLsoa =
      field("home_lsoa", DataTypes.StringType, "2011 lower layer super output area of the home");

  private EsrAssignments() {
    super(
        "esr_assignments",
        "one row a person, assignment and month on the NHS payroll",
        Sensitivity.PERSONAL);
    check(
        Check.should(
            "KNOWN_CODE " + staffGroup.name(),
            staffGroup.name() + " is listed as " + EsrCodes.STAFF_GROUPS.name(),
            staffGroup.col().isInCollection(EsrCodes.STAFF_GROUPS.codes())));
    serves("03.1", "every assignment of every month as delivered");
  }
}
