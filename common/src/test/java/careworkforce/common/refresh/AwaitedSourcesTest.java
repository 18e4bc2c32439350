package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a place to which not every source is delivered, or not as it should be. */
class AwaitedSourcesTest {
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = new Hospital(folder);
  }

  private Status status() {
    return Status.of(hospital.lake).orElseThrow();
  }

  private static List<String> statuses(Manifest manifest) {
    return manifest.jobs().stream().map(e -> e.table() + " " + e.status()).toList();
  }

  @Test
  void shouldMakeWhatItCanAndWaitForTheRest() {
    hospital.deliver("beds/BEDS_202101.csv", "a,10");

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(statuses(manifest))
        .containsExactlyInAnyOrder(
            "bronze.beds ran",
            "bronze.staff waiting",
            "silver.ward_months waiting",
            "gold.study_totals waiting");
    assertThat(manifest.outcome()).isEqualTo("done");
    assertThat(status().message()).startsWith("bronze.staff waits: no file is in ");

    assertThat(hospital.refresh()).isEmpty();
    assertThat(status().state()).isEqualTo("nothing new");
    assertThat(status().message()).contains("; bronze.staff waits: no file is in ");

    hospital.deliver("staff/STAFF_202101.csv", "a,3").refresh();
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,a,10,3]");
    assertThat(status().message()).isEmpty();
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldTryWhatIsAskedForByName() {
    hospital.deliver("beds/BEDS_202101.csv", "a,10");
    Planner planner =
        new Planner(
            Hospital.CATALOGUE,
            hospital.lake,
            hospital.settings(),
            new Ingestion(hospital.lake, hospital.settings()));

    Plan plan = planner.plan(List.of("+silver.ward_months"), false);
    assertThat(plan.running())
        .extracting(step -> step.job().writes().fullName())
        .containsExactlyInAnyOrder("bronze.beds", "bronze.staff", "silver.ward_months");
  }

  @Test
  void shouldTellOfAFileThatNoLayoutReadsOnAQuietNight() {
    hospital.deliver("beds/BEDS_202101.csv", "a,10").deliver("staff/STAFF_202101.csv", "a,3");
    hospital.begin();
    hospital.deliver("staff/STAFF_FEB_2021.csv", "a,4");

    assertThat(hospital.refresh()).isEmpty();
    assertThat(status().message())
        .contains("bronze.staff: STAFF_FEB_2021.csv is left alone: no layout reads a file");
  }

  @Test
  void shouldTellOfARefusedFileEachNightUntilItIsMended() throws IOException {
    Path notices = folder.resolve("notices");
    hospital.deliver("beds/BEDS_202101.csv", "a,10").deliver("staff/STAFF_202101.csv", "a,3");
    hospital.begin();
    hospital.set("observe.notify-command", "[\"tee\", \"-a\", \"%s\"]".formatted(notices));
    hospital.deliverText("beds/BEDS_202102.csv", "Ward;Number\na;11\n");
    hospital.deliver("beds/BEDS_202103.csv", "a,12");
    String refused = "Cannot take beds/BEDS_202102.csv into bronze.beds: ";

    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(status().message()).startsWith(refused);
    assertThat(Files.readString(notices)).contains("\"event\":\"warning\"", refused);

    assertThat(hospital.refresh()).isEmpty();
    assertThat(status().message()).contains("; bronze.beds: " + refused);

    hospital.deliver("beds/BEDS_202102.csv", "a,11").refresh();
    assertThat(status().message()).isEmpty();
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldNotTellOfARecoveryAsLongAsARefusedFileIsAllThatArrived() throws IOException {
    Path notices = folder.resolve("notices");
    hospital.deliver("beds/BEDS_202101.csv", "a,10").deliver("staff/STAFF_202101.csv", "a,3");
    hospital.begin();
    hospital.set("observe.notify-command", "[\"tee\", \"-a\", \"%s\"]".formatted(notices));
    hospital.deliverText("beds/BEDS_202102.csv", "Ward;Number\na;11\n");

    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("incomplete");
    assertThat(hospital.refresh()).isEmpty();
    assertThat(status().state()).isEqualTo("incomplete");
    assertThat(Files.readString(notices)).contains("failure").doesNotContain("recovery");

    hospital.withdraw("beds/BEDS_202102.csv").refresh();
    assertThat(status().state()).isEqualTo("nothing new");
    assertThat(Files.readString(notices)).contains("recovery");
  }

  @Test
  void shouldFailWhereNoSourceEverHadAFile() {
    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot take in files: no source ever had one; no file is in ")
        .hasMessageContaining("sources.path");
    assertThat(status().state()).isEqualTo("failed");
  }

  @Test
  void shouldTellOfANightThatFailedBeforeItsFirstJob() throws IOException {
    hospital.deliver("beds/BEDS_202101.csv", "a,10").deliver("staff/STAFF_202101.csv", "a,3");
    hospital.begin();
    Path beds = folder.resolve("landing/beds");
    Files.move(beds, folder.resolve("aside"));
    Files.writeString(beds, "a file where a folder was");
    hospital.deliver("staff/STAFF_202102.csv", "a,4");

    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot look for delivered files: " + beds + " is a file");
    assertThat(status().state()).isEqualTo("failed");
    assertThat(hospital.rows(WardMonths.TABLE)).containsExactly("[2021-01-01,a,10,3]");
  }
}
