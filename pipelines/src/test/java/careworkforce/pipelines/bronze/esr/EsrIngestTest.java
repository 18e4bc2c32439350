package careworkforce.pipelines.bronze.esr;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import careworkforce.common.table.Check;
import careworkforce.pipelines.TestRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EsrIngestTest {
  private static final String HEADER =
      "\uFEFFUnique_Nhs_Identifier,Asg Number,Tm_Year_Month,Ocs_Code,Occupation_Code,Staff_Group,"
          + "Job_Role,Grade_Code,Afc_Spinal_Point,Contracted_Wte,Asg_Type_Of_Contract,Status,"
          + "Start_Date,Basic_Pay,Total_Pay,Training_Post,Reason_For_Leaving,"
          + "Destination_On_Leaving,Date_Of_Leaving_Org,Gender,Year_Of_Birth,Ethnicity,"
          + "Nationality,Home_Lsoa\n";
  private static final String NURSE =
      "123,456-2,2015-MARCH,RXA,N6A,Nursing and Midwifery Registered,Staff Nurse,XR05,16,0.8,"
          + "Permanent,Active Assignment,01/04/2011,1737.60,1800.00,,,,,Female,1980,A,British,"
          + "E01000001\n";

  private static List<String> march(String rows) {
    return Scans.told(new EsrAssignmentsIngest(), "ESR_ASSIGNMENTS_201503.csv", HEADER + rows);
  }

  @Test
  void shouldReadAnAssignmentWithItsPersonAsPseudonym() {
    assertThat(march(NURSE))
        .singleElement()
        .asString()
        .matches(
            "2: [0-9a-f]{32} 456-2 16495 RXA N6A Nursing and Midwifery Registered Staff Nurse XR05 16"
                + " 0.80000 Permanent Active Assignment 15065 1737.60 1800.00 false null null null"
                + " Female 1980 A British E01000001");
  }

  @Test
  void shouldKeepBothAssignmentsOfOnePersonInAMonth() {
    List<String> told = march(NURSE + NURSE.replace("456-2", "456-3").replace("0.8,", "0.2,"));

    assertThat(told).hasSize(2);
    assertThat(told.get(0).substring(0, 35).substring(3))
        .isEqualTo(told.get(1).substring(0, 35).substring(3));
  }

  @Test
  void shouldReadMixedFormsOfTheLeavingDate() {
    for (String date : List.of("31/03/2015", "2015-03-31", "31-MAR-2015")) {
      String leaver = NURSE.replace(",,,,Female", ",Y,Employee Transfer,NHS," + date + ",Female");
      assertThat(march(leaver.replace(",,Y,", ",Y,")))
          .singleElement()
          .asString()
          .contains("true Employee Transfer NHS 16525 Female");
    }
  }

  @Test
  void shouldReadAStartInEachFormOfADateAndRoundPayToThePenny() {
    for (String date : List.of("01/04/2011", "2011-04-01", "01-APR-2011")) {
      String row = NURSE.replace("01/04/2011", date);
      assertThat(march(row.replace("1737.60,1800.00", "1737.5999999999999,1800.004")))
          .singleElement()
          .asString()
          .contains(" Active Assignment 15065 1737.60 1800.00 false ");
    }
  }

  @Test
  void shouldKeepAnOldOccupationCodeAsDelivered() {
    assertThat(march(NURSE.replace("N6A", "T2C"))).singleElement().asString().contains(" T2C ");
  }

  @Test
  void shouldRejectARowOfAnotherMonthAPoundSignAndNobody() {
    assertThat(
            march(
                NURSE.replace("2015-MARCH", "2015-APRIL")
                    + NURSE.replace("1737.60", "£1737.60")
                    + NURSE.replace("123,", ",")))
        .containsExactly(
            "2: OTHER_PERIOD Tm_Year_Month",
            "3: BAD_NUMBER Basic_Pay",
            "4: MISSING_REQUIRED Unique_Nhs_Identifier");
  }

  @Test
  void shouldDropADeclaredDateOfBirthAndRefuseAName() {
    String dated = HEADER.strip() + ",Date_Of_Birth\n" + NURSE.strip() + ",01/02/1980\n";
    String named = HEADER.strip() + ",Surname\n" + NURSE.strip() + ",Lee\n";
    EsrAssignmentsIngest ingest = new EsrAssignmentsIngest();

    assertThat(Scans.told(ingest, "ESR_ASSIGNMENTS_201503.csv", dated)).hasSize(1);
    assertThat(Scans.told(ingest, "ESR_ASSIGNMENTS_201503.csv", named))
        .containsExactly(
            "refused: column Surname has the name of a direct identifier and is not declared as one");
  }

  @Test
  void shouldKeepAStaffGroupThatIsInNoListAsDelivered() {
    assertThat(march(NURSE.replace("Nursing and Midwifery Registered", "Non-funded staff")))
        .singleElement()
        .asString()
        .contains(" N6A Non-funded staff Staff Nurse ");
  }

  @ParameterizedTest
  @CsvSource({
    "Sickness, S10, S10, 02/03/2015",
    "Sickness, S10 Anxiety/stress/depression/other psychiatric illnesses, S10, 02-MAR-2015",
    "Sickness, S77 A reason to come, S77 A reason to come, 2015-03-02",
    "Sickness, S1, S1, 02/03/2015",
    "Maternity, Maternity Leave, Maternity Leave, 02/03/2015"
  })
  void shouldReadAnAbsenceThatLastsWithTheCodeOfItsReason(
      String category, String delivered, String reason, String start) {
    assertThat(
            Scans.told(
                new EsrAbsencesIngest(),
                "ESR_ABSENCE_201503.csv",
                "Unique_Nhs_Identifier,Asg_Number,Absence_Category,Attendance_Reason,"
                    + "Absence_Start_Date,Absence_End_Date,Wte_Days_Lost_This_Month,Tm_Year_Month\n"
                    + ("123,456-2," + category + "," + delivered + "," + start)
                    + ",,22.4,2015-MARCH\n"))
        .singleElement()
        .asString()
        .matches(
            "2: [0-9a-f]{32} 456-2 %s %s 16496 null 22.40000 16495".formatted(category, reason));
  }

  @Test
  void shouldReportAReasonOfSicknessThatIsInNoListAndNoOther() {
    EsrAbsences a = EsrAbsences.TABLE;
    Check check =
        a.checks().stream()
            .filter(c -> c.code().equals("KNOWN_CODE attendance_reason"))
            .findFirst()
            .orElseThrow();

    assertThat(check.severity()).isEqualTo(Check.Severity.WARN);
    assertThat(
            TestRows.of(a)
                .row(a.absenceCategory, "Sickness", a.attendanceReason, "S10")
                .row(a.absenceCategory, "Sickness", a.attendanceReason, "S77 A reason to come")
                .row(a.absenceCategory, "Maternity", a.attendanceReason, "Maternity Leave")
                .dataset()
                .where(check.holds())
                .select(a.attendanceReason.col())
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("S10", "Maternity Leave");
  }
}
