package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Upkeep;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshTest {
  private static final String JANUARY = "beds/BEDS_202101.csv";
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void deliverTwoMonths() {
    hospital = new Hospital(folder);
    hospital.deliver(JANUARY, "a,10", "b,20", "c,?");
    hospital.deliver("beds/BEDS_202102.csv", "a,11");
    hospital.deliver("staff/STAFF_202101.csv", "a,3");
  }

  private Map<String, OptionalLong> versions() {
    Map<String, OptionalLong> versions = new HashMap<>();
    Holdings.of(Hospital.CATALOGUE)
        .forEach(t -> versions.put(t.fullName(), hospital.lake.version(t)));
    return versions;
  }

  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new HashMap<>();
    Holdings.of(Hospital.CATALOGUE).forEach(t -> rows.put(t.fullName(), hospital.rows(t)));
    return rows;
  }

  private static List<String> ran(Manifest manifest) {
    return manifest.jobs().stream()
        .filter(e -> e.status().equals("ran"))
        .map(Manifest.Entry::table)
        .toList();
  }

  @Test
  void shouldMakeTheTablesAndThenDoNothingUntilSomethingArrives() {
    hospital.begin();
    assertThat(new Manifests(hospital.lake).newest(1).get(0).outcome()).isEqualTo("done");
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly("[2021-01-01,a,10,3]", "[2021-01-01,b,20,null]", "[2021-02-01,a,11,null]");
    Map<String, OptionalLong> standing = versions();

    assertThat(hospital.refresh()).isEmpty();
    assertThat(versions()).isEqualTo(standing);
    Status status = Status.of(hospital.lake).orElseThrow();
    assertThat(status.state()).isEqualTo("nothing new");
    assertThat(status.lastGood()).isEqualTo(new Manifests(hospital.lake).runs().get(0));
  }

  @Test
  void shouldMakeAgainOnlyWhatAnArrivalTouches() {
    hospital.begin();
    hospital.deliver("staff/STAFF_202102.csv", "a,4");

    assertThat(ran(hospital.refresh().orElseThrow()))
        .containsExactly("bronze.staff", "silver.ward_months", "gold.study_totals");
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly("[2021-01-01,a,10,3]", "[2021-01-01,b,20,null]", "[2021-02-01,a,11,4]");
    assertThat(hospital.rows(Totals.TABLE))
        .containsExactly("[2021-01-01,15.0]", "[2021-02-01,11.0]");
  }

  @Test
  void shouldEqualARebuildAfterACorrectionAndAWithdrawal() {
    hospital.begin();
    hospital.deliver("beds/BEDS_202102.csv", "a,12", "d,1").withdraw(JANUARY).refresh();

    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly(
            "[2021-01-01,a,null,3]", "[2021-02-01,a,12,null]", "[2021-02-01,d,1,null]");
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldLetTheRowsOfAVanishedFileStandWhereSoSet() {
    hospital.begin();
    hospital.withdraw(JANUARY).set("refresh.withdraw", "false");
    assertThat(hospital.refresh()).isEmpty();
  }

  @Test
  void shouldKeepEveryTableAsItWasWhereAPromiseIsBroken() {
    hospital.begin();
    Map<String, List<String>> before = rows();
    hospital.deliver("beds/BEDS_202102.csv", "a,901").deliver("staff/STAFF_202102.csv", "z,1");

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("taken back");
    assertThat(manifest.failures())
        .containsExactly(
            "silver.ward_months: 1 rows break BEDS_POSSIBLE: no ward has over 900 beds");
    assertThat(rows()).isEqualTo(before);
    assertThat(Status.of(hospital.lake).orElseThrow().state()).isEqualTo("taken back");
    assertThat(new Manifests(hospital.lake).newest(1).get(0).outcome()).isEqualTo("taken back");

    hospital.deliver("beds/BEDS_202102.csv", "a,90");
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly(
            "[2021-01-01,a,10,3]",
            "[2021-01-01,b,20,null]",
            "[2021-02-01,a,90,null]",
            "[2021-02-01,z,null,1]");
    assertThat(hospital.rows(Totals.TABLE))
        .containsExactly("[2021-01-01,15.0]", "[2021-02-01,90.0]");
  }

  @Test
  void shouldHaveNothingToDoOnceTheFilesOfARefreshTakenBackAreAsBefore() {
    hospital.begin();
    hospital.deliver("beds/BEDS_202102.csv", "a,901").refresh();
    hospital.deliver("beds/BEDS_202102.csv", "a,11");

    assertThat(hospital.refresh()).isEmpty();
  }

  @Test
  void shouldHaveNothingToDoAfterFilesWerePutTogether() {
    hospital.begin().deliver("staff/STAFF_202102.csv", "a,4").begin();
    OptionalLong apart = hospital.lake.version(WardMonths.TABLE);

    new Upkeep(hospital.lake, WardMonths.TABLE).compact();

    assertThat(hospital.lake.version(WardMonths.TABLE)).isNotEqualTo(apart);
    assertThat(hospital.refresh()).isEmpty();
  }

  @Test
  void shouldTakeBackToWhatStoodBeforeARefreshThatWasCutOff() {
    hospital.begin();
    Map<String, List<String>> before = rows();
    List<Table> tables = Holdings.of(Hospital.CATALOGUE);
    hospital.deliver("staff/STAFF_202102.csv", "a,4").begin();
    Lake lake = hospital.lake;
    new Publication(lake, tables).begin();
    Publication cutOff = new Publication(lake, tables);
    lake.note("unfinished/refresh.json")
        .write(stoodBefore(cutOff.open().orElseThrow()).again().json());

    hospital.withdraw("staff/STAFF_202102.csv");
    assertThat(hospital.refresh()).isEmpty();
    assertThat(rows()).isEqualTo(before);
    assertThat(cutOff.open()).isEmpty();
  }

  @Test
  void shouldTakeBackToWhatPassedWhereARunWasCutOffBeforeItsChecks() {
    hospital.begin();
    Map<String, List<String>> before = rows();
    hospital.leaveUntried("y", 3L, "z", 901L);
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,y,null,3]");

    hospital.deliver("beds/BEDS_202102.csv", "a,901");
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("taken back");
    assertThat(rows()).isEqualTo(before);
    hospital.deliver("beds/BEDS_202102.csv", "a,11");
    assertThat(hospital.refresh()).isEmpty();
  }

  /** Versions of one refresh earlier: what moved then was one commit. */
  private Standing stoodBefore(Standing now) {
    Map<String, Long> versions = new HashMap<>(now.versions());
    for (String moved :
        List.of("bronze.staff", "silver.ward_months", "gold.study_totals", "meta.file_ledger")) {
      versions.merge(moved, -1L, Long::sum);
    }
    return new Standing(false, versions, null, now.passed());
  }

  static List<Table> tables() {
    return Holdings.of(Hospital.CATALOGUE);
  }

  /** One made of files, its rejects, one made of it and the account of the files. */
  static List<Table> oneOfEachKind() {
    return List.of(Wards.BEDS, Rejects.of(Wards.BEDS), WardMonths.TABLE, FileLedger.TABLE);
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void shouldMakeAgainAllThatStandsOnATableMovedAside(Table table) {
    movedAside(table);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("tables")
  void shouldMakeAgainAllThatStandsOnAnyTableMovedAside(Table table) {
    movedAside(table);
  }

  /** A table moved aside is made from its first version on, which is no version that was read. */
  private void movedAside(Table table) {
    hospital.deliver("staff/STAFF_202101.csv", "a,3", "b,901").begin().moveAside(table);
    hospital.deliver(JANUARY, "a,11", "b,20").withdraw("beds/BEDS_202102.csv").refresh();
    hospital.assertLikeARebuild();

    hospital.deliver("beds/BEDS_202102.csv", "a,12").refresh();
    hospital.assertLikeARebuild();
    assertThat(hospital.refresh()).as("nothing new").isEmpty();
  }

  /** Every month with rejects, though of one file alone something is new. */
  @Test
  void shouldMakeRejectsMovedAsideAgainFromTheFilesThatHaveSome() {
    hospital.deliver("beds/BEDS_202102.csv", "a,12", "b,none").deliver(JANUARY, "a,x", "b,20");
    hospital.begin();
    Rejects rejects = Rejects.of(Wards.BEDS);
    List<String> stood = hospital.rows(rejects);
    hospital.moveAside(rejects).deliver("beds/BEDS_202103.csv", "a,13");

    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(hospital.rows(rejects)).isEqualTo(stood).hasSize(2);
    assertThat(hospital.refresh()).as("nothing new").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void shouldTakeBackAllButATableThatWasMovedAsideSinceTheNightWasCutOff(Table table) {
    cutOffAndMovedAside(table);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("tables")
  void shouldTakeBackAllButAnyTableThatWasMovedAsideSinceTheNightWasCutOff(Table table) {
    cutOffAndMovedAside(table);
  }

  /** It cannot stand again as it stood before the night that was cut off, and is made anew. */
  private void cutOffAndMovedAside(Table table) {
    hospital.begin();
    hospital.deliver("staff/STAFF_202102.csv", "a,4").deliver(JANUARY, "a,11", "b,20").begin();
    new Publication(hospital.lake, tables()).begin();
    hospital.moveAside(table).deliver("beds/BEDS_202102.csv", "a,901");

    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("taken back");
    hospital.deliver("beds/BEDS_202102.csv", "a,90").refresh();
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldReproduceThePastByRunAndByDay() {
    hospital.begin();
    String first = new Manifests(hospital.lake).runs().get(0);
    Map<String, List<String>> then = rows();
    hospital.deliver("beds/BEDS_202102.csv", "a,12", "c,?").refresh();
    Lake past = new Lake(hospital.lake.spark(), folder.resolve("past").toString());

    Manifest account = new Manifests(hospital.lake).of(first);
    assertThat(PastTables.write(Hospital.CATALOGUE, hospital.lake, account, past))
        .contains(
            "bronze.beds v1", "bronze.staff v1", "silver.ward_months v1", "gold.study_totals v1");
    assertThat(Holdings.of(Hospital.CATALOGUE))
        .as("rejects, rows set aside and the ledger too")
        .allSatisfy(
            table ->
                assertThat(Hospital.rows(past, table))
                    .as(table.fullName())
                    .isEqualTo(then.get(table.fullName())));
    assertThat(Hospital.rows(past, Rejects.of(Wards.BEDS))).hasSize(1);
    assertThatThrownBy(() -> PastTables.write(Hospital.CATALOGUE, hospital.lake, account, past))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("meta.file_ledger is there");
    assertThatThrownBy(() -> new Manifests(hospital.lake).of("2021-03-27"))
        .hasMessageContaining("Cannot find a run of 2021-03-27 or before");
    assertThat(new Manifests(hospital.lake).of("2021-03-28").run()).isGreaterThan(first);
  }
}
