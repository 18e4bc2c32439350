package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.check.Quarantine;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.addresslink.ResidentAddresses;
import careworkforce.pipelines.bronze.hes.HesApc;
import careworkforce.pipelines.bronze.hes.HesCodes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ResidentMonthsJobTest {
  private static final ResidentAddresses A = ResidentAddresses.TABLE;
  private static final HesApc H = HesApc.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final ResidentMonths R = ResidentMonths.TABLE;

  @Test
  void shouldLeaveOutAMonthInWhichTwoHomesAreOpenAtOneAddress() {
    TestRows homes =
        locations()
            .row(L.locationId, "a", L.homeId, "a", L.uprn, "7")
            .row(L.locationId, "b", L.homeId, "b", L.uprn, "7", L.deregisteredOn, "2015-03-10");
    Dataset<Row> residents = residents(februaryAndMarch(), homes, stays());
    assertRows(residents, R.personId, R.month, R.homeId).areExactly("p 2015-03-01 a");
  }

  @Test
  void shouldFindResidentsByTheAddressOfTheirHome() {
    TestRows addresses =
        addresses()
            .row(A.personId, "p", A.extractMonth, "2015-02", A.uprn, 7L)
            .row(A.personId, "q", A.extractMonth, "2015-02", A.uprn, 8L)
            .row(A.personId, "elsewhere", A.extractMonth, "2015-02", A.uprn, 9L);
    TestRows homes =
        locations()
            .row(L.locationId, "a", L.homeId, "a", L.uprn, "7")
            .row(L.locationId, "b", L.homeId, "b", L.uprn, "8");
    assertRows(residents(addresses, homes, stays()), R.personId, R.homeId).areExactly("p a", "q b");
  }

  @Test
  void shouldFollowAHomeThroughItsRegistrations() {
    TestRows homes =
        locations()
            .row(L.locationId, "a1", L.homeId, "a1", L.uprn, "7", L.deregisteredOn, "2015-03-05")
            .row(L.locationId, "a2", L.homeId, "a1", L.uprn, "7", L.registeredOn, "2015-03-05");
    assertRows(residents(februaryAndMarch(), homes, stays()), R.month, R.homeId)
        .areExactly("2015-02-01 a1", "2015-03-01 a1");
  }

  @Test
  void shouldTakeOffNightsInHospitalOnceAndNeitherDischargeDaysNorSameDayStays() {
    TestRows stays =
        stays()
            .row(H.sourceLine, 2L, H.admidate, "2015-02-27", H.disdate, "2015-03-03")
            .row(H.sourceLine, 3L, H.admidate, "2015-02-28", H.disdate, "2015-03-02")
            .row(H.sourceLine, 4L, H.admidate, "2015-03-20", H.disdate, "2015-03-20");
    Dataset<Row> residents = residents(februaryAndMarch(), oneHome(), stays);
    assertRows(residents, R.month, R.days, R.daysInHospital, R.daysAtRisk)
        .areExactly("2015-02-01 28 2 26", "2015-03-01 31 2 29");
  }

  @Test
  void shouldTakeOffNoMoreNightsThanThereAreDays() {
    TestRows addresses =
        addresses().row(A.personId, "p", A.extractMonth, "2015-02", A.deathMonth, "2015-02");
    TestRows stays =
        stays().row(H.sourceLine, 2L, H.admidate, "2015-01-20", H.disdate, "2015-02-26");
    assertRows(residents(addresses, oneHome(), stays), R.days, R.daysInHospital, R.daysAtRisk)
        .areExactly("15 15 0");
  }

  @Test
  void shouldEndAtDeathAndHoldTheYoungOut() {
    TestRows addresses =
        addresses()
            .row(A.personId, "p", A.extractMonth, "2015-02", A.deathMonth, "2015-02")
            .row(A.personId, "p", A.extractMonth, "2015-03", A.deathMonth, "2015-02")
            .row(A.personId, "young", A.extractMonth, "2015-02", A.birthMonth, "1950-03");
    Dataset<Row> residents = residents(addresses, oneHome(), stays());
    assertRows(residents, R.personId, R.month, R.days, R.died).areExactly("p 2015-02-01 15 true");
  }

  @Test
  void shouldCarryTheMatchTierAndPreferTheSurerOne() {
    TestRows addresses =
        addresses()
            .row(A.personId, "p", A.extractMonth, "2015-02", A.matchTier, "postcode")
            .row(A.personId, "p", A.extractMonth, "2015-02", A.matchTier, "uprn")
            .row(A.personId, "q", A.extractMonth, "2015-02", A.matchTier, "postcode");
    Dataset<Row> residents = residents(addresses, oneHome(), stays());
    assertRows(residents, R.personId, R.matchTier).areExactly("p uprn", "q postcode");
  }

  /** Both homes at once tell nothing, however sure each is; by postcode b would be left. */
  @Test
  void shouldLeaveOutAMonthInWhichAPersonIsAtTwoHomes() {
    TestRows addresses =
        addresses()
            .row(A.personId, "p", A.extractMonth, "2015-02", A.uprn, 7L)
            .row(A.personId, "p", A.extractMonth, "2015-02", A.uprn, 8L)
            .row(A.personId, "p", A.extractMonth, "2015-02", A.uprn, 8L, A.matchTier, "postcode")
            .row(A.personId, "p", A.extractMonth, "2015-03", A.uprn, 7L, A.matchTier, "postcode")
            .row(A.personId, "p", A.extractMonth, "2015-03", A.uprn, 8L)
            .row(A.personId, "q", A.extractMonth, "2015-02", A.uprn, 7L)
            .row(A.personId, "q", A.extractMonth, "2015-02", A.uprn, 9L);
    TestRows homes =
        locations()
            .row(L.locationId, "a", L.homeId, "a", L.uprn, "7")
            .row(L.locationId, "b", L.homeId, "b", L.uprn, "8");
    assertRows(residents(addresses, homes, stays()), R.personId, R.month, R.homeId, R.matchTier)
        .areExactly("p 2015-03-01 b uprn", "q 2015-02-01 a uprn");
  }

  /** HES APC is of February alone; a stay that ended then began in January. */
  @Test
  void shouldTellNoDaysInHospitalOfMonthsOfWhichNoRecordCame() {
    TestRows addresses =
        februaryAndMarch().row(A.personId, "p", A.extractMonth, "2015-01", A.sourceLine, 3L);
    TestRows february =
        episodes().row(H.sourceLine, 2L, H.admidate, "2015-01-28", H.disdate, "2015-02-03");
    assertRows(
            residents(addresses, oneHome(), february),
            R.month,
            R.days,
            R.daysInHospital,
            R.daysAtRisk)
        .areExactly("2015-01-01 31 - -", "2015-02-01 28 2 26", "2015-03-01 31 - -");
  }

  /** February is of an extract under the old key, whose p is somebody else; March is under both. */
  @Test
  void shouldTellNoDaysInHospitalOfMonthsOfWhichAnotherKeyAloneTells() {
    TestRows stays =
        episodes()
            .row(
                H.sourceLine, 2L,
                H.personKey, "PSEUDO_HESID",
                H.admidate, "2015-02-10",
                H.disdate, "2015-02-14")
            .row(
                H.sourceLine, 3L,
                H.personKey, "PSEUDO_HESID",
                H.admidate, "2015-03-10",
                H.disdate, "2015-03-14")
            .row(H.sourceLine, 4L, H.admidate, "2015-03-20", H.disdate, "2015-03-22");
    assertRows(
            residents(februaryAndMarch(), oneHome(), stays),
            R.month,
            R.days,
            R.daysInHospital,
            R.daysAtRisk)
        .areExactly("2015-02-01 28 - -", "2015-03-01 31 2 29");
  }

  @Test
  void shouldSetAsideMonthsOfWhoeverIsOlderThanAnybody() {
    TestRows addresses =
        addresses()
            .row(A.personId, "p", A.extractMonth, "2015-02", A.birthMonth, "1895-03")
            .row(A.personId, "q", A.extractMonth, "2015-02", A.birthMonth, "1895-02");
    Quarantine quarantine = Quarantine.of(R).orElseThrow();
    Dataset<Row> residents = residents(addresses, oneHome(), stays());
    assertRows(quarantine.kept(residents), R.personId, R.age).areExactly("p 119");
    assertRows(quarantine.moved(residents), R.personId, R.age, quarantine.reason)
        .areExactly("q 120 AGE_POSSIBLE");
  }

  private static TestRows februaryAndMarch() {
    return addresses()
        .row(A.personId, "p", A.extractMonth, "2015-02")
        .row(A.personId, "p", A.extractMonth, "2015-03");
  }

  private static TestRows addresses() {
    return TestRows.of(A)
        .each(
            A.period, "2015-02",
            A.sourceFile, "f",
            A.sourceLine, 1L,
            A.uprn, 7L,
            A.matchTier, "uprn",
            A.birthMonth, "1930-01");
  }

  private static TestRows oneHome() {
    return locations().row(L.locationId, "a", L.homeId, "a", L.uprn, "7");
  }

  private static TestRows locations() {
    return TestRows.of(L).each(L.link, "first", L.registeredOn, "2010-10-01", L.nursing, true);
  }

  /** With stays of somebody else, by which HES APC is seen to tell of February and March. */
  private static TestRows stays() {
    return episodes()
        .row(H.personId, "x", H.sourceLine, 90L, H.admidate, "2015-02-02", H.disdate, "2015-02-02")
        .row(H.personId, "x", H.sourceLine, 91L, H.admidate, "2015-03-02", H.disdate, "2015-03-02");
  }

  private static TestRows episodes() {
    return TestRows.of(H)
        .each(
            H.period, "2015-03",
            H.sourceFile, "f",
            H.personId, "p",
            H.personKey, HesCodes.TOKEN);
  }

  private static Dataset<Row> residents(TestRows addresses, TestRows homes, TestRows stays) {
    return new ResidentMonthsJob()
        .rows(
            FakeInputs.of()
                .with(A, addresses.dataset())
                .with(L, homes.dataset())
                .with(H, stays.dataset()));
  }
}
