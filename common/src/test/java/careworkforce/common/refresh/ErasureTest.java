package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.maintain.Erasure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ward stands for a person: what is left after it was erased from all tables. */
class ErasureTest {
  @TempDir Path folder;

  @Test
  void shouldLeaveALakeThatTheNextRefreshFindsInOrder() {
    Hospital hospital = new Hospital(folder);
    hospital
        .deliver("beds/BEDS_202101.csv", "a,10", "b,20")
        .deliver("staff/STAFF_202101.csv", "a,3")
        .begin();
    Erasure erasure = new Erasure(hospital.lake, Holdings.of(Hospital.CATALOGUE));
    assertThat(erasure.erase("a"))
        .extracting(t -> t.table().fullName() + " " + t.rows())
        .containsExactlyInAnyOrder("bronze.beds 1", "bronze.staff 1", "silver.ward_months 1");

    hospital.deliver("beds/BEDS_202102.csv", "b,21").deliver("staff/STAFF_202102.csv", "b,1");
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly("[2021-01-01,b,20,null]", "[2021-02-01,b,21,1]");
  }

  /** One at which a ward of each source has arrived. */
  private Hospital begun() {
    return new Hospital(folder)
        .deliver("beds/BEDS_202101.csv", "a,10")
        .deliver("staff/STAFF_202101.csv", "a,3")
        .begin();
  }

  private static void assertRefused(Hospital hospital, String... because) {
    Erasure erasure = new Erasure(hospital.lake, Holdings.of(Hospital.CATALOGUE));
    List<String> files = hospital.dataFiles();
    assertThatThrownBy(() -> erasure.erase("a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot erase the person")
        .hasMessageContainingAll(because);
    assertThat(hospital.dataFiles()).isEqualTo(files);
  }

  @Test
  void shouldRefuseWhereOlderRowsMayHaveToStandAgain() {
    Hospital hospital = begun();
    hospital.leaveUntried("b", 3L, "c", 901L);
    assertRefused(hospital, "before the checks of silver.ward_months");
  }

  @Test
  void shouldRefuseWhereARefreshThatDidNotEndMayTakeItsTablesBack() {
    Hospital hospital = begun();
    new Publication(hospital.lake, Holdings.of(Hospital.CATALOGUE)).begin();
    assertRefused(hospital, "a refresh of " + hospital.lake.root(), "it moved no table yet");

    hospital.lake.append(Wards.BEDS, hospital.lake.read(Wards.BEDS), Provenance.none());
    assertRefused(
        hospital, "a refresh of", "it moved bronze.beds", "Run 'careworkforce refresh' to its end");
  }
}
