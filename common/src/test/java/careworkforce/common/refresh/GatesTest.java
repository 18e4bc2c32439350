package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two months with two wards each stand; the third month is odd. */
class GatesTest {
  private static final String MARCH = "beds/BEDS_202103.csv";
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void refreshTwoMonths() {
    hospital = new Hospital(folder).set("gates.volume.tolerance", "0.15");
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,20");
    hospital.deliver("beds/BEDS_202102.csv", "a,11", "b,21");
    hospital.deliver("staff/STAFF_202101.csv", "a,3");
    hospital.begin();
  }

  private List<String> wards() {
    return hospital.rows(WardMonths.TABLE);
  }

  @Test
  void shouldTakeBackARefreshWithAFileFarLargerThanThoseBefore() {
    List<String> before = wards();
    hospital.deliver(MARCH, "a,1", "b,2", "c,3");

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("taken back");
    assertThat(manifest.failures())
        .containsExactly(
            "bronze.beds: beds/BEDS_202103.csv: its 3 rows lie +50.0% off the mean of the periods"
                + " before, 2, more than 15.0%");
    assertThat(wards()).isEqualTo(before);
    assertThat(hospital.rows(Wards.BEDS)).hasSize(4);
  }

  @Test
  void shouldTakeInSuchAFileWhereItIsOnlyTold() {
    hospital.deliver(MARCH, "a,1", "b,2", "c,3").set("gates.volume.severity", "WARN");

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("done");
    assertThat(manifest.jobs().get(0).messages()).singleElement().asString().contains("+50.0%");
    assertThat(hospital.rows(Wards.BEDS)).hasSize(7);
  }

  @Test
  void shouldSetSuchAFileAsideAndTakeInTheOthersUntilTheGateIsOpened() {
    hospital.deliver(MARCH, "a,1").deliver("staff/STAFF_202102.csv", "b,4");
    hospital.set("gates.volume.severity", "QUARANTINE");

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("done");
    assertThat(manifest.jobs().get(0).files())
        .extracting(f -> f.file() + " " + f.status())
        .containsExactly("beds/BEDS_202103.csv quarantined");
    assertThat(wards()).contains("[2021-02-01,b,21,4]").noneMatch(r -> r.contains("2021-03"));
    assertThat(hospital.refresh()).isEmpty();

    hospital.set("gates.volume.severity", "WARN");
    hospital.refresh();
    assertThat(wards()).contains("[2021-03-01,a,1,null]");
  }

  /**
   * As where a damaged table is moved aside: March was let in once, and its rows are the lake's.
   */
  @ParameterizedTest
  @ValueSource(strings = {"FAIL", "QUARANTINE"})
  void shouldNotJudgeAgainAFileThatStandsWhereItsTableIsMadeAnew(String severity) {
    hospital.deliver(MARCH, "a,1").set("gates.volume.severity", "WARN").begin();
    List<String> stood = hospital.rows(Wards.BEDS);

    hospital.moveAside(Wards.BEDS).set("gates.volume.severity", severity);
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(hospital.rows(Wards.BEDS)).isEqualTo(stood).hasSize(5);
    assertThat(wards()).contains("[2021-03-01,a,1,null]");
  }

  @Test
  void shouldLeaveVolumesWithinTheToleranceAlone() {
    hospital.deliver(MARCH, "a,1", "b,2");
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
  }

  @Test
  void shouldTellAFirstFileOfWhichManyRowsAreRejectedUntilItIsMended() {
    Hospital first = new Hospital(folder.resolve("first"));
    first.deliver("beds/BEDS_202101.csv", "a,10", "b,x", "b,x", "c,30", "d,40", "e,50");
    first.deliver("beds/BEDS_202102.csv", "a,10", "b,x", "c,y", "d,40", "e,50");
    first.deliver("staff/STAFF_202101.csv", "a,3");

    Manifest manifest = first.refresh().orElseThrow();
    String told = ": 2 of its 5 rows are rejected, 40.0%, more than 20.0% (2 BAD_NUMBER, the first";
    assertThat(manifest.outcome()).isEqualTo("done");
    assertThat(manifest.findings(Check.Severity.WARN)).isEqualTo(1);
    assertThat(manifest.jobs().get(0).messages())
        .filteredOn(message -> message.contains("more than"))
        .singleElement()
        .asString()
        .startsWith("beds/BEDS_202102.csv" + told);

    first.set("gates.rejects.severity", "FAIL");
    assertThat(first.refresh()).isEmpty();
    first.deliver("beds/BEDS_202102.csv", "a,10", "b,x", "c,y", "d,40");
    assertThat(first.refresh().orElseThrow().outcome()).isEqualTo("taken back");
    first.deliver("beds/BEDS_202102.csv", "a,10", "b,20", "c,y", "d,40", "e,50");
    assertThat(first.refresh().orElseThrow().outcome()).isEqualTo("done");
  }

  @Test
  void shouldTellValuesThatAnotherSourceDoesNotKnow() {
    String pair = "bronze.staff.ward in bronze.beds.ward at least 0.75";
    hospital.set("gates.references.pairs", "[\"" + pair + "\"]");
    hospital.deliver("staff/STAFF_202102.csv", "b,4", "x,5");
    hospital.set("gates.volume.severity", "WARN").set("gates.references.severity", "warn");
    // Of a in January, b and x in February, the beds know a and b: two of three.
    assertThat(hospital.refresh().orElseThrow().gates())
        .extracting(Manifest.Gate::message)
        .containsExactly(pair + ": 2 of 3 rows, 66.7%");
    hospital.deliver("beds/BEDS_202102.csv", "a,11", "x,21");
    assertThat(hospital.refresh().orElseThrow().gates()).isEmpty();
  }

  @Test
  void shouldNameAPairThatCannotBeRead() {
    hospital.set("gates.references.pairs", "[\"bronze.staff.ward in bronze.beds at least 1\"]");
    assertThatThrownBy(hospital::refresh)
        .hasMessageContaining("it is not of the form TABLE.COLUMN in TABLE.COLUMN");
    hospital.set("gates.references.pairs", "[\"bronze.staff.w in bronze.beds.ward at least 1\"]");
    assertThatThrownBy(hospital::refresh).hasMessageContaining("Cannot compare bronze.staff.w");
  }

  /** As a wrong join would; here the wards themselves are gone from the file. */
  @Test
  void shouldTellOfAMadeTableThatLosesMostOfItsRows() {
    hospital.set("gates.volume.severity", "WARN").deliver(MARCH, "a,1", "b,2", "c,3").refresh();
    long stood = hospital.lake.count(WardMonths.TABLE);
    hospital.set("gates.rows.fall", "0.1").deliver(MARCH, "a,1");
    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("done");
    assertThat(manifest.gates())
        .filteredOn(gate -> gate.code().equals("ROWS_FELL"))
        .singleElement()
        .satisfies(
            gate ->
                assertThat(gate.message())
                    .startsWith("silver.ward_months: " + (stood - 2) + " rows, ")
                    .endsWith("fewer than the " + stood + " before, more than 10.0%"));
    hospital.set("gates.rows.severity", "QUARANTINE");
    assertThatThrownBy(hospital::refresh).hasMessageContaining("is none of FAIL, WARN");
  }
}
