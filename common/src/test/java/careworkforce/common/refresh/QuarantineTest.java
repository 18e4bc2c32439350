package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.check.Quarantine;
import careworkforce.common.delta.Commit;
import careworkforce.common.job.Manifest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wards with more staff than can be are set aside with the reason; the others stand. */
class QuarantineTest {
  private static final Quarantine ASIDE = Quarantine.of(WardMonths.TABLE).orElseThrow();
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void deliver() {
    hospital = new Hospital(folder);
    hospital
        .deliver("beds/BEDS_202101.csv", "a,10", "b,20")
        .deliver("staff/STAFF_202101.csv", "a,901", "b,3", "c,902");
  }

  @Test
  void shouldMoveTheRowsAtFaultAndLetTheOthersStand() {
    Manifest manifest = hospital.refresh().orElseThrow();

    assertThat(manifest.outcome()).isEqualTo("done");
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,b,20,3]");
    assertThat(hospital.rows(Totals.TABLE)).containsExactly("[2021-01-01,20.0]");
    assertThat(ASIDE.fullName()).isEqualTo("quarantine.silver_ward_months");
    assertThat(hospital.rows(ASIDE))
        .containsExactly(
            "[2021-01-01,a,10,901,STAFF_POSSIBLE]", "[2021-01-01,c,null,902,STAFF_POSSIBLE]");
    assertThat(manifest.jobs().get(2).messages())
        .containsExactly("2 rows set aside by STAFF_POSSIBLE: no ward has over 900 staff");
    assertThat(hospital.refresh()).isEmpty();
  }

  @Test
  void shouldNeverLetAnyVersionHoldTheRowsAtFault() {
    hospital.refresh();
    hospital.deliver("staff/STAFF_202101.csv", "a,9", "b,3", "c,903").refresh();

    List<Commit> versions = hospital.lake.history(WardMonths.TABLE, 10);
    assertThat(versions)
        .extracting(Commit::operation)
        .containsExactly("WRITE", "WRITE", "CREATE TABLE");
    for (Commit version : versions) {
      assertThat(hospital.lake.read(WardMonths.TABLE, version.version()).collectAsList())
          .noneMatch(row -> row.getLong(3) > 900);
    }
    assertThat(hospital.rows(ASIDE)).containsExactly("[2021-01-01,c,null,903,STAFF_POSSIBLE]");
  }

  @Test
  @Tag("slow")
  void shouldHoldNothingBackOnceTheFileIsMended() {
    hospital.refresh();
    hospital.deliver("staff/STAFF_202101.csv", "a,9", "b,3").refresh();

    assertThat(hospital.rows(ASIDE)).isEmpty();
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly("[2021-01-01,a,10,9]", "[2021-01-01,b,20,3]");
    hospital.assertLikeARebuild();
  }

  @Test
  @Tag("slow")
  void shouldTakeBackBothTablesWhereAnotherPromiseFails() {
    hospital.refresh();
    hospital.deliver("beds/BEDS_202101.csv", "b,901").deliver("staff/STAFF_202101.csv", "b,3");

    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("taken back");
    assertThat(hospital.rows(ASIDE)).hasSize(2);
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,b,20,3]");
  }
}
