package careworkforce.pipelines.bronze.esr;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code esr/ESR_ASSIGNMENTS_YYYYMM.csv}, one file a month, UTF-8 with byte order mark. */
@AutoService(Job.class)
public final class EsrAssignmentsIngest implements Ingest {
  private static final EsrAssignments TABLE = EsrAssignments.TABLE;

  /** Headers of the DHSC extract; from Grade_Code on, but for Afc_Spinal_Point, ours. */
  static final Layout MONTHLY =
      Layout.named("esr-assignments-monthly")
          .files("ESR_ASSIGNMENTS_(?<year>\\d{4})(?<month>\\d{2})\\.csv")
          .foldHeaders()
          .nulls("NULL", "NA")
          .take("Unique_Nhs_Identifier", TABLE.personId, Parse.identifier())
          .take("Asg_Number", TABLE.asgNumber, Parse.text())
          .take("Tm_Year_Month", TABLE.tmYearMonth, Parse.month("yyyy-MMMM").ofPeriod())
          .take("Ocs_Code", TABLE.ocsCode, Parse.text())
          .take("Occupation_Code", TABLE.occupationCode, Parse.text())
          .take("Staff_Group", TABLE.staffGroup, Parse.text())
          .take("Job_Role", TABLE.jobRole, Parse.text())
          .take("Grade_Code", TABLE.gradeCode, Parse.text())
          .take("Afc_Spinal_Point", TABLE.afcSpinalPoint, Parse.integer())
          .take("Contracted_Wte", TABLE.contractedWte, Parse.roundedDecimal())
          .take("Asg_Type_Of_Contract", TABLE.asgTypeOfContract, Parse.text())
          .take("Status", TABLE.status, Parse.text())
          .take("Start_Date", TABLE.startDate, EsrCodes.date())
          .take("Basic_Pay", TABLE.basicPay, Parse.roundedDecimal())
          .take("Total_Pay", TABLE.totalPay, Parse.roundedDecimal())
          .take("Training_Post", TABLE.trainingPost, Parse.flag("Y", ""))
          .take("Reason_For_Leaving", TABLE.reasonForLeaving, Parse.text())
          .take("Destination_On_Leaving", TABLE.destinationOnLeaving, Parse.text())
          .take("Date_Of_Leaving_Org", TABLE.dateOfLeavingOrg, EsrCodes.date())
          .take("Gender", TABLE.gender, Parse.text())
          .take("Year_Of_Birth", TABLE.yearOfBirth, Parse.integer())
          .take("Ethnicity", TABLE.ethnicity, Parse.text())
          .take("Nationality", TABLE.nationality, Parse.text())
          .take("Home_Lsoa", TABLE.homeLsoa, Parse.text())
          .leave("User_Person_Type")
          .leaveIdentifiers("Registration_Number", "Date_Of_Birth")
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "esr";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY);
  }
}
