package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void shouldLeaveVolumesWithinTheToleranceAlone() {
    hospital.deliver(MARCH, "a,1", "b,2");
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
  }

  static final class Ratings extends Table {
    final Field rating =
        field("rating", DataTypes.StringType, "the rating")
            .codes(CodeList.of("RATING", "this test", "G", "good", "P", "poor"));

    Ratings() {
      super(Layer.SILVER, "ratings", "one row a home", Sensitivity.PUBLIC);
    }
  }

  private static List<Row> ratings(int good, int poor) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < good + poor; i++) {
      rows.add(RowFactory.create(i < good ? "G" : "P"));
    }
    return rows;
  }

  @Test
  void shouldTellAMixOfCodesThatMoved() {
    Ratings table = new Ratings();
    Lake lake = hospital.lake;
    for (List<Row> rows : List.of(ratings(8, 2), ratings(7, 3), ratings(4, 6))) {
      lake.overwrite(
          table, Sparks.session().createDataFrame(rows, table.schema()), Provenance.none());
    }
    Drift drift = new Drift(lake, Settings.defaults());
    // (0.4 - 0.7) ln(0.4 / 0.7) + (0.6 - 0.3) ln(0.6 / 0.3) = 0.168 + 0.208
    assertThat(drift.judge(List.of(new Gate.Moved(table, 2))))
        .extracting(Manifest.Gate::message)
        .containsExactly(
            "silver.ratings.rating: the mix of codes moved, stability index 0.38, more than 0.25");
    assertThat(drift.judge(List.of(new Gate.Moved(table, -1)))).isEmpty();
    assertThat(drift.judge(List.of(new Gate.Moved(table, 3)))).isEmpty();
  }

  @Test
  void shouldTellValuesThatAnotherSourceDoesNotKnow() {
    String pair = "bronze.staff.ward in bronze.beds.ward at least 0.75";
    hospital.set("gates.references.pairs", "[\"" + pair + "\"]");
    hospital.deliver("staff/STAFF_202102.csv", "b,4", "x,5");
    hospital.set("gates.volume.severity", "WARN");
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

  @Test
  void shouldCountCodesThatCameOrWentByALeastShare() {
    // (0.5 - 1) ln(0.5) + (0.5 - 0.0001) ln(0.5 / 0.0001) = 0.34657 + 4.25774
    assertThat(Drift.index(new double[] {0.5, 0.5}, new double[] {1, 0}))
        .isCloseTo(4.60431, within(1e-4));
  }
}
