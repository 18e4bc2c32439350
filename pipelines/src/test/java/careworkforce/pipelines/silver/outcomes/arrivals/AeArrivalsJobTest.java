package careworkforce.pipelines.silver.outcomes.arrivals;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ecds.Ecds;
import careworkforce.pipelines.bronze.hes.HesAe;
import careworkforce.pipelines.bronze.hes.HesCodes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AeArrivalsJobTest {
  private static final HesAe H = HesAe.TABLE;
  private static final Ecds E = Ecds.TABLE;
  private static final AeArrivals R = AeArrivals.TABLE;
  private static final int DAY = 24 * 60;

  @Test
  void shouldLeaveOutHesUnderAnotherKeyThanTheResidents() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, 600),
            hes().row(H.sourceLine, 3L, H.arrivaltime, 900, H.personKey, "PSEUDO_HESID"));
    assertRows(arrivals, R.arrivalId, R.records).areExactly("hes:201503:2 1");
  }

  @Test
  void shouldFoldTwoRecordsOfOnePersonWithinTheHourAndKeepTheMoreComplete() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, 600),
            hes().row(H.sourceLine, 3L, H.arrivaltime, 630, H.aearrivalmode, "1"));
    assertRows(arrivals, R.arrivalId, R.records, R.ambulance).areExactly("hes:201503:3 2 true");
  }

  @Test
  void shouldFoldAPairThatMidnightParts() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, DAY - 10),
            hes().row(H.sourceLine, 3L, H.arrivaldate, "2015-03-11", H.arrivaltime, 15));
    assertRows(arrivals, R.arrivalId, R.records).areExactly("hes:201503:2 2");
  }

  @Test
  void shouldKeepApartMoreThanAnHourAnotherDayAnotherComplaintAndAnotherProvider() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, 600),
            hes().row(H.sourceLine, 3L, H.arrivaltime, 661),
            hes().row(H.sourceLine, 4L, H.arrivaltime, 600, H.diagnosis, "05"),
            hes().row(H.sourceLine, 5L, H.arrivaltime, 600, H.procode3, "RX1"),
            hes().row(H.sourceLine, 6L, H.arrivaldate, "2015-03-11", H.arrivaltime, 600));
    assertThat(arrivals.count()).isEqualTo(5);
  }

  @Test
  void shouldFoldAtAnHourAndTakeAnArrivalOfNoCategoryForUnplanned() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, 600, H.aeattendcat, null),
            hes().row(H.sourceLine, 3L, H.arrivaltime, 660, H.aeattendcat, null));
    assertRows(arrivals, R.arrivalId, R.records, R.unplanned).areExactly("hes:201503:2 2 true");
  }

  @Test
  void shouldNeverFoldRecordsWithoutAPerson() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.personId, null, H.arrivaltime, 600),
            hes().row(H.sourceLine, 3L, H.personId, null, H.arrivaltime, 600));
    assertThat(arrivals.count()).isEqualTo(2);
  }

  @Test
  void shouldTellPlannedFromUnplannedSeenFromNotSeenAndNightFromDay() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, 1, H.aeattendcat, "2"),
            hes().row(H.sourceLine, 3L, H.arrivaltime, 480, H.aeattendcat, "3"),
            hes().row(H.sourceLine, 4L, H.arrivaltime, 1080, H.aeattenddisp, "12"),
            hes().row(H.sourceLine, 5L, H.personId, "q", H.arrivaltime, null));
    assertRows(arrivals, R.arrivalId, R.unplanned, R.seen, R.outOfHours)
        .areExactly(
            "hes:201503:2 false true true",
            "hes:201503:3 true true false",
            "hes:201503:4 true false true",
            "hes:201503:5 true true -");
  }

  @Test
  void shouldTakeMidnightInHesForATimeNotKnownUnlessToldOtherwise() {
    FakeInputs inputs =
        FakeInputs.of()
            .with(H, hes().row(H.sourceLine, 2L, H.arrivaltime, 0).dataset())
            .with(
                E,
                TestRows.of(E)
                    .row(
                        E.period, "2020-04",
                        E.sourceFile, "f",
                        E.sourceLine, 2L,
                        E.personId, "p",
                        E.arrivalDate, "2020-04-02",
                        E.arrivalTime, 0)
                    .dataset());
    assertRows(new AeArrivalsJob().rows(inputs), R.series, R.outOfHours)
        .areExactly("ecds true", "hes -");
    inputs.with(AeArrivalsJob.MIDNIGHT_UNTIMED, false);
    assertRows(new AeArrivalsJob().rows(inputs), R.series, R.outOfHours)
        .areExactly("ecds true", "hes true");
  }

  @Test
  void shouldMarkTheSeriesAndCountANonEmergencyAmbulanceOnlyWhenAsked() {
    Dataset<Row> ecds =
        TestRows.of(E)
            .each(
                E.period, "2020-04",
                E.sourceFile, "f",
                E.arrivalDate, "2020-04-02",
                E.arrivalTime, 600,
                E.attendanceCategory, "1",
                E.providerCode, "RR8")
            .row(E.sourceLine, 2L, E.personId, "p", E.arrivalMode, "1048031000000100")
            .row(E.sourceLine, 3L, E.personId, "q", E.arrivalMode, "1048021000000102")
            .dataset();
    FakeInputs inputs = FakeInputs.of().with(E, ecds);
    assertRows(new AeArrivalsJob().rows(inputs), R.series, R.personId, R.ambulance)
        .areExactly("ecds p true", "ecds q false");
    inputs.with(AeArrivalsJob.NON_EMERGENCY, true);
    assertRows(new AeArrivalsJob().rows(inputs), R.personId, R.ambulance)
        .areExactly("p true", "q true");
  }

  @Test
  void shouldKnowAFallByAnyOfItsCodesInEcdsAndNeverInHes() {
    TestRows ecds =
        TestRows.of(E)
            .each(
                E.period, "2020-04",
                E.sourceFile, "f",
                E.personId, "p",
                E.arrivalDate, "2020-04-02",
                E.arrivalMode, "1048031000000100")
            .row(E.sourceLine, 2L, E.arrivalTime, 0, E.injuryMechanism, "33036003")
            .row(E.sourceLine, 3L, E.arrivalTime, 100, E.chiefComplaint, "161898004")
            .row(E.sourceLine, 4L, E.arrivalTime, 200, E.diagnosis, "298344006")
            .row(E.sourceLine, 5L, E.arrivalTime, 300, E.diagnosis, "233604007");
    assertRows(
            new AeArrivalsJob()
                .rows(
                    FakeInputs.of()
                        .with(E, ecds.dataset())
                        .with(H, hes().row(H.sourceLine, 2L, H.arrivaltime, 600).dataset())),
            R.arrivalId,
            R.fall)
        .areExactly(
            "ecds:202004:2 true",
            "ecds:202004:3 true",
            "ecds:202004:4 true",
            "ecds:202004:5 false",
            "hes:201503:2 -");
  }

  @Test
  void shouldCallAStayLongBeyondTwelveHoursAndNotAtThem() {
    Dataset<Row> arrivals =
        arrivals(
            hes().row(H.sourceLine, 2L, H.arrivaltime, 0, H.depdur, 720),
            hes().row(H.sourceLine, 3L, H.arrivaltime, 100, H.depdur, 721),
            hes().row(H.sourceLine, 4L, H.arrivaltime, 200));
    assertRows(arrivals, R.arrivalId, R.longStay)
        .areExactly("hes:201503:2 false", "hes:201503:3 true", "hes:201503:4 -");
  }

  private static TestRows hes() {
    return TestRows.of(H)
        .each(
            H.period, "2015-03",
            H.sourceFile, "f",
            H.personId, "p",
            H.personKey, HesCodes.TOKEN,
            H.arrivaldate, "2015-03-10",
            H.aeattendcat, "1",
            H.procode3, "RR8",
            H.diagnosis, "01",
            H.treatment, "02");
  }

  private static Dataset<Row> arrivals(TestRows... records) {
    Dataset<Row> all = records[0].dataset();
    for (int i = 1; i < records.length; i++) {
      all = all.unionByName(records[i].dataset());
    }
    return new AeArrivalsJob().rows(FakeInputs.of().with(H, all));
  }
}
