package careworkforce.pipelines.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import careworkforce.pipelines.bronze.geography.DeprivationIngest;
import careworkforce.pipelines.bronze.geography.TrustDistrictsIngest;
import careworkforce.pipelines.bronze.geography.TtwaLookupIngest;
import careworkforce.pipelines.bronze.outsidewages.OutsideWagesIngest;
import careworkforce.pipelines.bronze.trustpolicies.TrustPoliciesIngest;
import careworkforce.pipelines.bronze.trustsuccessors.TrustSuccessorsIngest;
import org.junit.jupiter.api.Test;

/**
 * Small layouts: areas and places, wages outside care, deprivation, policies and successors of
 * trusts.
 */
class OurLayoutsTest {
  @Test
  void shouldReadTheTravelToWorkAreaOfADistrict() {
    assertThat(
            Scans.told(
                new TtwaLookupIngest(),
                "LAD_TTWA_2011.csv",
                "lad_code,lad_name,ttwa_code,ttwa_name\n"
                    + "E06000001,Hartlepool,E30000215,Hartlepool\nE06000002,Middlesbrough,,\n"))
        .containsExactly(
            "2: E06000001 Hartlepool E30000215 Hartlepool", "3: MISSING_REQUIRED ttwa_code");
  }

  @Test
  void shouldReadAWageByMonthAndRejectADecimalComma() {
    assertThat(
            Scans.told(
                new OutsideWagesIngest(),
                "OUTSIDE_WAGES_2015.csv",
                "ttwa_code,month,log_outside_wage\nE30000215,2015-03,2.41\n"
                    + "E30000215,2015-04-01,2.42\nE30000215,2015-05,\"2,43\"\n"))
        .containsExactly(
            "2: E30000215 16495 2.41", "3: E30000215 16526 2.42", "4: BAD_NUMBER log_outside_wage");
  }

  @Test
  void shouldReadDeprivationByPositionUnderTheHeaderOfFileSeven() {
    String between = ",1.0,2,3".repeat(15) + ",1600,300,1000,300";
    assertThat(
            Scans.told(
                new DeprivationIngest(),
                "File_7_-_All_IoD2019_Scores__Ranks__Deciles_and_Population_Denominators_3.csv",
                "h"
                    + ",h".repeat(56)
                    + "\n"
                    + "E01000001,City 001A,E09000001,City,6.208,29199,9"
                    + between
                    + ",715\n"
                    + "E01000002,City 001B,E09000001,City,5.143,30379,ten"
                    + between
                    + ",619\n"
                    + "E01000003,City 001C,E09000001,City,19.4,14915,5"
                    + between
                    + ",619.75\n"))
        .containsExactly(
            "2: E01000001 E09000001 29199 9 715",
            "3: BAD_NUMBER Index of Multiple Deprivation (IMD) Decile",
            "4: E01000003 E09000001 14915 5 620");
  }

  @Test
  void shouldReadThePoliciesOfATrustWithAnOpenEnd() {
    assertThat(
            Scans.told(
                new TrustPoliciesIngest(),
                "TRUST_POLICIES_2014.csv",
                "trust,policy,from_month,to_month\nRA2,career_development,2015-03,\n"
                    + "RA2,well_being,2015-04,2016-01\nRA2,well_being,April,\n"))
        .containsExactly(
            "2: RA2 career_development 16495 null",
            "3: RA2 well_being 16526 16801",
            "4: BAD_DATE from_month");
  }

  @Test
  void shouldReadTheSuccessorOfATrustAndRejectOneWithoutADay() {
    assertThat(
            Scans.told(
                new TrustSuccessorsIngest(),
                "TRUST_SUCCESSORS_2023.csv",
                "organisation,successor,effective,name,source\n"
                    + "RA4,RH5,2023-04-01,Yeovil District Hospital,ODS\n"
                    + "RXX,RH5,,No such trust,none\n"))
        .containsExactly(
            "2: RA4 RH5 19448 Yeovil District Hospital ODS", "3: MISSING_REQUIRED effective");
  }

  @Test
  void shouldReadTheDistrictOfATrust() {
    assertThat(
            Scans.told(
                new TrustDistrictsIngest(),
                "TRUST_LAD_2014.csv",
                "organisation_code,lad_code\nRA2,E07000209\nRA3,\n"))
        .containsExactly("2: RA2 E07000209", "3: MISSING_REQUIRED lad_code");
  }
}
