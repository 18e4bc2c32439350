package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import careworkforce.common.job.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a place where one of two sources is enough. */
class LackingSourcesTest {
  private static final Catalogue EITHER =
      Catalogue.of(
          List.of(
              new Wards.Taking(Wards.BEDS),
              new Wards.Taking(Wards.STAFF),
              new WardMonths.OfEither(),
              new Totals.Made()));

  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = new Hospital(folder);
  }

  private Optional<Manifest> refresh(String runId) {
    return new Refresh(EITHER, hospital.lake, hospital.settings(), Progress.silent())
        .run(runId, Instant.EPOCH);
  }

  private Plan plan(String... selectors) {
    return new Planner(
            EITHER,
            hospital.lake,
            hospital.settings(),
            new Ingestion(hospital.lake, hospital.settings()))
        .plan(List.of(selectors), false);
  }

  private static List<String> running(Plan plan) {
    return plan.running().stream().map(step -> step.job().writes().fullName()).toList();
  }

  @Test
  void shouldMakeWhatCanDoWithoutASourceAndMakeItAgainOnceThatComes() {
    hospital.deliver("beds/BEDS_202101.csv", "a,10");
    assertThat(refresh("20210328-010001-000").orElseThrow().jobs())
        .extracting(entry -> entry.table() + " " + entry.status())
        .containsExactlyInAnyOrder(
            "bronze.beds ran",
            "bronze.staff waiting",
            "silver.ward_months ran",
            "gold.study_totals ran");
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,a,10,null]");
    assertThat(refresh("20210328-010002-000")).isEmpty();

    hospital.deliver("staff/STAFF_202101.csv", "a,3");
    refresh("20210328-010003-000");
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,a,10,3]");
    assertThat(plan().running()).isEmpty();
  }

  @Test
  void shouldWaitWhereNoneOfTheSourcesCame() {
    assertThat(plan().steps()).hasSize(4).allMatch(Plan.Step::waits);
  }

  @Test
  void shouldTryOfWhatIsAskedForByNameThatAloneWhichItCannotDoWithout() {
    hospital.deliver("beds/BEDS_202101.csv", "a,10");
    assertThat(running(plan("+gold.study_totals")))
        .containsExactly("bronze.beds", "silver.ward_months", "gold.study_totals");
    assertThat(running(plan("bronze.staff"))).containsExactly("bronze.staff");
  }
}
