package careworkforce.pipelines.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Scans;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.addresslink.ResidentAddressesIngest;
import careworkforce.pipelines.bronze.ascwds.AscwdsLeavers;
import careworkforce.pipelines.bronze.ascwds.AscwdsLeaversIngest;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkersIngest;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplaces;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplacesIngest;
import careworkforce.pipelines.bronze.cqc.CqcLocationsIngest;
import careworkforce.pipelines.bronze.cqc.CqcRatingsIngest;
import careworkforce.pipelines.bronze.cqcdeaths.CqcDeathNoticesIngest;
import careworkforce.pipelines.bronze.ecds.EcdsIngest;
import careworkforce.pipelines.bronze.esr.EsrAbsencesIngest;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import careworkforce.pipelines.bronze.esr.EsrAssignmentsIngest;
import careworkforce.pipelines.bronze.hes.HesAeIngest;
import careworkforce.pipelines.bronze.hes.HesApcIngest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be wrong with a row of each source: it stands twice, a date never was, a number is none,
 * a code is in no list. Each source's own columns say so, and the good row beside it stands.
 */
class SourceTrapsTest {
  /**
   * A source.
   *
   * @param good a header and a good row
   * @param bad cells that make the row a bad one, as {@code header=cell:CODE}
   */
  private record Source(Ingest ingest, String file, String good, String... bad) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Source> sources() {
    return Stream.of(
        new Source(
            new AscwdsWorkersIngest(),
            "20190331/worker.csv",
            """
            period|establishmentid|workerid|wrkglbid|emplstat|strtdate|age|hrlyrate
            M201903|7|70|0A1B|190|02/03/2015|40|8.91
            """,
            "strtdate=31/31/2015:BAD_DATE",
            "age=forty:BAD_NUMBER",
            "hrlyrate=£8.91:BAD_NUMBER"),
        new Source(
            new AscwdsLeaversIngest(),
            "20190331/leaver.csv",
            """
            period|establishmentid|workerid|deletedate|age|reason
            M201903|7|70|02/03/2015|40|none
            """,
            "deletedate=31/02/2015:BAD_DATE",
            "age=forty:BAD_NUMBER"),
        new Source(
            new AscwdsWorkplacesIngest(),
            "20190331/workplace.csv",
            """
            establishmentid|orgid|mupddate|totalstaff|wkrrecs|jr08emp
            7|7|02/03/2019|20|19|9
            """,
            "mupddate=2019-03-02:BAD_DATE",
            "totalstaff=twelve:BAD_NUMBER",
            "jr08emp=9.5:BAD_NUMBER"),
        new Source(
            new HesAeIngest(),
            "HES_AE_201501.csv",
            """
            PSEUDO_HESID,AEKEY,ARRIVALDATE,ARRIVALTIME,AEARRIVALMODE,AEATTENDCAT,AEATTENDDISP,PROCODE3,ARRIVALAGE
            A,1,2015-01-31,0905,1,1,01,RCC,84.0
            """,
            "ARRIVALDATE=2015-02-30:BAD_DATE",
            "ARRIVALAGE=old:BAD_NUMBER",
            "AEARRIVALMODE=7:UNKNOWN_CODE",
            "AEATTENDCAT=7:UNKNOWN_CODE",
            "AEATTENDDISP=98:UNKNOWN_CODE"),
        new Source(
            new HesApcIngest(),
            "HES_APC_201904.csv",
            """
            PSEUDO_HESID,EPIKEY,ADMIDATE,DISDATE,ADMIMETH,PROCODE3,STARTAGE
            A,1,2018-02-01,2018-02-05,21,RCC,84.0
            """,
            "ADMIDATE=2018-02-30:BAD_DATE",
            "DISDATE=never:BAD_DATE",
            "STARTAGE=old:BAD_NUMBER"),
        new Source(
            new EcdsIngest(),
            "ECDS_202101.csv",
            """
            TOKEN_PERSON_ID|EPIKEY|ARRIVAL_DATE|ARRIVAL_TIME|ARRIVAL_MODE|ATTENDANCE_CATEGORY|PROVIDER_CODE|AGE_AT_ARRIVAL
            A|1|2021-01-31|09:05|1|1|RCC|84
            """,
            "ARRIVAL_DATE=2021-02-30:BAD_DATE",
            "AGE_AT_ARRIVAL=old:BAD_NUMBER",
            "ATTENDANCE_CATEGORY=7:UNKNOWN_CODE"),
        new Source(
            new ResidentAddressesIngest(),
            "RESIDENT_ADDRESS_201501.csv",
            """
            TOKEN_PERSON_ID,EXTRACT_MONTH,UPRN,MATCH_TIER,BIRTH_MONTH,SEX,DEATH_MONTH
            A,2015-01,100,uprn,1930-02,1,
            """,
            "BIRTH_MONTH=1930-13:BAD_DATE",
            "UPRN=home:BAD_NUMBER",
            "MATCH_TIER=name:UNKNOWN_CODE"),
        new Source(
            new CqcRatingsIngest(),
            "CQC_RATINGS_201701.csv",
            """
            Location ID,Domain,Latest Rating,Publication Date
            1-101,Overall,Good,03/01/2017
            """,
            "Publication Date=31/04/2015:BAD_DATE"),
        new Source(
            new CqcDeathNoticesIngest(),
            "CQC_DEATH_NOTIFICATIONS_2015.csv",
            """
            Notification ID,Location ID,Notification Date,Place of Death
            1,1-100,14/03/2015,C
            """,
            "Notification Date=30/02/2015:BAD_DATE",
            "Place of Death=Z:UNKNOWN_CODE"),
        new Source(
            new CqcLocationsIngest(),
            "CQC_LOCATIONS_202001.csv",
            """
            Location ID,Location HSCA start date,Care home?,Location Name,Care homes beds,Location Region,\
            Location Local Authority,Location Postal Code,\
            Location UPRN ID,Provider ID,Service type - Care home service with nursing,\
            Service type - Care home service without nursing
            1-101,01/10/2010,Y,The Oak,38,London,Barnet,N1 1AA,100012345678,1-7,Y,
            """,
            "Location HSCA start date=31/04/2011:BAD_DATE",
            "Care homes beds=forty:BAD_NUMBER",
            "Care home?=Maybe:BAD_FLAG"),
        new Source(
            new EsrAssignmentsIngest(),
            "ESR_ASSIGNMENTS_201503.csv",
            """
            Unique_Nhs_Identifier,Asg Number,Tm_Year_Month,Ocs_Code,Occupation_Code,Staff_Group,Job_Role,Grade_Code,\
            Afc_Spinal_Point,Contracted_Wte,Asg_Type_Of_Contract,Status,Start_Date,Basic_Pay,Total_Pay,Training_Post,\
            Reason_For_Leaving,Destination_On_Leaving,Date_Of_Leaving_Org,Gender,Year_Of_Birth,Ethnicity,Nationality,Home_Lsoa
            123,456-2,2015-MARCH,RXA,N6A,Nursing and Midwifery Registered,Staff Nurse,XR05,\
            16,0.8,Permanent,Active Assignment,01/04/2011,1737.60,1800.00,,,,,Female,1980,A,British,E01000001
            """,
            "Start_Date=31/02/2014:BAD_DATE",
            "Contracted_Wte=one half:BAD_NUMBER"),
        new Source(
            new EsrAbsencesIngest(),
            "ESR_ABSENCE_201503.csv",
            """
            Unique_Nhs_Identifier,Asg_Number,Absence_Category,Attendance_Reason,Absence_Start_Date,\
            Absence_End_Date,Wte_Days_Lost_This_Month,Tm_Year_Month
            123,456-2,Sickness,S10 Anxiety/stress/depression/other psychiatric illnesses,02/03/2015,,22.4,2015-MARCH
            """,
            "Absence_Start_Date=30/02/2015:BAD_DATE",
            "Wte_Days_Lost_This_Month=many:BAD_NUMBER"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldKeepAGoodRowOnceAndRejectACopyThatIsWrong(Source source) {
    String[] lines = source.good().split("\n");
    List<String> content = new ArrayList<>(List.of(lines[0], lines[1], lines[1]));
    List<String> rejected = new ArrayList<>();
    for (String bad : source.bad()) {
      String[] words = bad.split("[=:]");
      content.add(spoiled(lines[0], lines[1], words[0], words[1]));
      rejected.add(content.size() + ": " + words[2] + " " + words[0]);
    }

    List<String> told =
        Scans.told(source.ingest(), source.file(), String.join("\n", content) + "\n");

    assertThat(told.get(0)).matches("2: .*").doesNotContain("BAD");
    assertThat(told.subList(1, told.size())).isEqualTo(rejected);
  }

  private static String spoiled(String header, String row, String column, String cell) {
    String delimiter = header.contains("|") ? "|" : ",";
    String[] cells = row.split(Pattern.quote(delimiter), -1);
    cells[List.of(header.split(Pattern.quote(delimiter))).indexOf(column)] = cell;
    return String.join(delimiter, cells);
  }

  /** Code lists to which a source adds at any time: a row stands, and the code is told of. */
  static Stream<Arguments> reportedCodes() {
    AscwdsWorkers w = AscwdsWorkers.TABLE;
    AscwdsLeavers l = AscwdsLeavers.TABLE;
    AscwdsWorkplaces p = AscwdsWorkplaces.TABLE;
    return Stream.of(
        Arguments.of(
            EsrAssignments.TABLE, EsrAssignments.TABLE.staffGroup, "Administrative and Clerical"),
        Arguments.of(w, w.emplstat, "190"),
        Arguments.of(w, w.mainjrid, "8"),
        Arguments.of(w, w.scerec, "214"),
        Arguments.of(w, w.salaryint, "252"),
        Arguments.of(w, w.esttype, "6"),
        Arguments.of(w, w.mainstid, "1"),
        Arguments.of(l, l.mainjrid, "8"),
        Arguments.of(p, p.esttype, "6"),
        Arguments.of(p, p.mainstid, "1"));
  }

  @ParameterizedTest
  @MethodSource("reportedCodes")
  void shouldReportACodeThatIsInNoListAndLetItsRowStand(Table table, Field code, String listed) {
    assertThat(table.checks())
        .filteredOn(check -> check.code().equals("KNOWN_CODE " + code.name()))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.severity()).isEqualTo(Check.Severity.WARN);
              assertThat(
                      TestRows.of(table)
                          .row(code, listed)
                          .row(code, "5555")
                          .dataset()
                          .where(check.holds())
                          .select(code.col())
                          .collectAsList())
                  .extracting(row -> row.getString(0))
                  .containsExactly(listed);
            });
  }
}
