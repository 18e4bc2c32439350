package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import careworkforce.common.cli.Run;
import careworkforce.common.fault.FaultyFiles;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nights tell to those who ask: lineage by file, notices by a command. */
class TracedNightsTest {
  @TempDir Path folder;

  @AfterEach
  void heal() {
    FaultyFiles.heal();
  }

  private Hospital hospital() {
    return delivered(new Hospital(folder));
  }

  private static Hospital delivered(Hospital hospital) {
    return hospital
        .deliver("beds/BEDS_202101.csv", "a,10", "b,20")
        .deliver("staff/STAFF_202101.csv", "a,3");
  }

  @Test
  void shouldTellLineageAsTheSpecificationHasIt() throws IOException {
    Path lineage = folder.resolve("lineage");
    Hospital hospital = hospital().set("observe.lineage", '"' + lineage.toString() + '"');
    new Run(Hospital.CATALOGUE, hospital.lake, hospital.settings(), Progress.silent()).refresh();

    List<JsonNode> events = events(lineage);
    assertThat(events)
        .extracting(e -> e.get("eventType").asText() + " " + e.at("/job/name").asText())
        .containsExactly(
            "START bronze.beds", "COMPLETE bronze.beds",
            "START bronze.staff", "COMPLETE bronze.staff",
            "START silver.ward_months", "COMPLETE silver.ward_months",
            "START gold.study_totals", "COMPLETE gold.study_totals");
    assertThat(events.subList(1, 8))
        .extracting(e -> Instant.parse(e.get("eventTime").asText()))
        .as("what stands on beds and staff begins when they are there")
        .satisfies(
            times ->
                assertThat(times.get(3))
                    .isAfterOrEqualTo(times.get(0))
                    .isAfterOrEqualTo(times.get(2)));
    JsonNode wards = events.get(5);
    assertThat(wards.at("/run/runId")).isEqualTo(events.get(4).at("/run/runId"));
    assertThat(wards.get("schemaURL").asText())
        .isEqualTo("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
    assertThat(wards.at("/inputs/0/name").asText())
        .isEqualTo(folder.resolve("lake/bronze/beds").toString());
    assertThat(wards.at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("1");
    assertThat(wards.at("/outputs/0/outputFacets/outputStatistics/rowCount").asInt()).isEqualTo(2);
    JsonNode staff = wards.at("/outputs/0/facets/columnLineage/fields/staff/inputFields/0");
    assertThat(staff.get("name").asText()).endsWith("lake/bronze/staff");
    assertThat(staff.get("field").asText()).isEqualTo("number");
    assertThat(staff.at("/transformations/0/subtype").asText()).isEqualTo("AGGREGATION");
  }

  @Test
  void shouldTellThatWhatWasTakenBackFailed() throws IOException {
    Hospital hospital = hospital().begin();
    Path lineage = folder.resolve("lineage");
    hospital.set("observe.lineage", '"' + lineage.toString() + '"');
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,901");
    new Run(Hospital.CATALOGUE, hospital.lake, hospital.settings(), Progress.silent()).refresh();
    assertThat(events(lineage))
        .filteredOn(e -> !e.get("eventType").asText().equals("START"))
        .isNotEmpty()
        .allSatisfy(
            end -> {
              assertThat(end.get("eventType").asText()).isEqualTo("FAIL");
              assertThat(end.findValue("rowCount")).isNull();
            });
  }

  /** Once the power is cut at a commit, the wards were to be made, and beds were. */
  @Test
  void shouldTellOfANightThatAnErrorEnded() throws IOException {
    Hospital hospital = hospital().begin();
    Path lineage = folder.resolve("lineage");
    hospital.set("observe.lineage", '"' + lineage.toString() + '"');
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,22");
    AtomicInteger commits = new AtomicInteger();
    assertThatThrownBy(
            () ->
                hospital.refreshLocked(
                    "dark",
                    () -> {
                      if (commits.incrementAndGet() == 3) {
                        cutThePower();
                      }
                    }))
        .hasMessage("no power");

    Manifests manifests = new Manifests(hospital.lake);
    Manifest dark = manifests.newest(1).get(0);
    assertThat(dark.run()).isEqualTo("dark");
    assertThat(dark.outcome()).isEqualTo("failed");
    assertThat(dark.error()).isEqualTo("no power");
    assertThat(dark.jobs())
        .extracting(job -> job.table() + " " + job.status())
        .containsExactly("bronze.beds ran", "silver.ward_months failed");
    assertThat(dark.jobs())
        .allSatisfy(
            job ->
                assertThat(job.version())
                    .as("it stands as before")
                    .isEqualTo(hospital.lake.version(table(job.table())).orElseThrow()));
    assertThat(manifests.last()).hasValueSatisfying(w -> assertThat(w.outcome()).isEqualTo("done"));
    assertThat(events(lineage))
        .extracting(e -> e.get("eventType").asText() + " " + e.at("/job/name").asText())
        .containsExactly(
            "START bronze.beds",
            "FAIL bronze.beds",
            "START silver.ward_months",
            "FAIL silver.ward_months",
            "FAIL refresh");
    assertThat(events(lineage).get(4).at("/run/facets/errorMessage/message").asText())
        .isEqualTo("no power");
  }

  /** What it made is judged and kept by then: the error is one of telling. */
  @Test
  void shouldNotTellAsFailedANightWhoseAccountCannotBeWritten() {
    Path told = folder.resolve("told");
    Hospital hospital = delivered(Hospital.onFaultyFiles(folder));
    hospital.set("observe.notify-command", "[sh, -c, \"cat >> '" + told + "'\"]");
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void writing(org.apache.hadoop.fs.Path file, long bytes) throws IOException {
            if (file.toString().contains("/manifests/")) {
              throw new IOException("no accounts");
            }
          }
        });
    assertThatThrownBy(hospital::refresh).hasStackTraceContaining("no accounts");
    FaultyFiles.heal();

    assertThat(hospital.rows(WardMonths.TABLE)).hasSize(2);
    assertThat(Status.of(hospital.lake).orElseThrow().state()).isEqualTo("done");
    assertThat(new Manifests(hospital.lake).newest(1)).isEmpty();
    assertThat(told).content().contains("\"event\":\"failure\"", "done, but not told in full");
    assertThat(hospital.refresh()).as("nothing new").isEmpty();
  }

  /** The ledger of a run is the one that goes with what it made, whatever is read meanwhile. */
  @Test
  void shouldAccountForWhatARunLeftAfterARefreshThatWasCutOff() {
    Hospital hospital = hospital().begin();
    new Publication(hospital.lake, Holdings.of(Hospital.CATALOGUE)).begin();
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,22");
    List<String> said = new CopyOnWriteArrayList<>();
    Manifest run =
        new Run(Hospital.CATALOGUE, hospital.lake, hospital.settings(), telling(said))
            .of(List.of(), false);
    assertThat(run.beside())
        .containsEntry(
            FileLedger.TABLE.fullName(), hospital.lake.version(FileLedger.TABLE).orElseThrow());
    assertThat(said)
        .filteredOn(line -> line.startsWith("a refresh was cut off"))
        .singleElement()
        .asString()
        .contains("read as they stood before it", "bronze.beds", "silver.ward_months");
  }

  private static Progress telling(List<String> said) {
    return new Progress() {
      @Override
      public void started(String table, List<String> reasons) {}

      @Override
      public void finished(Manifest.Entry entry) {}

      @Override
      public void say(String message) {
        said.add(message);
      }
    };
  }

  @Test
  void shouldNameTheCommandAsTheParentOfItsJobs() throws IOException {
    Path lineage = folder.resolve("lineage");
    Hospital hospital = hospital().set("observe.lineage", '"' + lineage.toString() + '"');
    new Run(Hospital.CATALOGUE, hospital.lake, hospital.settings(), Progress.silent())
        .of(List.of(), false);
    assertThat(events(lineage))
        .isNotEmpty()
        .extracting(e -> e.at("/run/facets/parent/job/name").asText())
        .containsOnly("run");
  }

  /** Totals that cannot be asked for their columns without rows. */
  private static final class FussyTotals implements Transform {
    private final Transform totals = new Totals.Made();

    @Override
    public Table writes() {
      return totals.writes();
    }

    @Override
    public List<Table> reads() {
      return totals.reads();
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      if (inputs.table(WardMonths.TABLE).isEmpty()) {
        throw new IllegalStateException("no months");
      }
      return totals.rows(inputs);
    }
  }

  @Test
  void shouldTellTheLineageOfOtherJobsWhereThatOfOneCannotBeTold() throws IOException {
    Path lineage = folder.resolve("lineage");
    Hospital hospital = hospital().set("observe.lineage", '"' + lineage.toString() + '"');
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                new Wards.Taking(Wards.BEDS),
                new Wards.Taking(Wards.STAFF),
                new WardMonths.Made(),
                new FussyTotals()));
    new Run(catalogue, hospital.lake, hospital.settings(), Progress.silent()).refresh();
    assertThat(events(lineage))
        .filteredOn(e -> e.get("eventType").asText().equals("COMPLETE"))
        .extracting(
            e -> e.at("/job/name").asText(), e -> e.at("/outputs/0/facets").has("columnLineage"))
        .contains(tuple("silver.ward_months", true), tuple("gold.study_totals", false));
  }

  private static Table table(String fullName) {
    return Hospital.CATALOGUE.tables().stream()
        .filter(table -> table.fullName().equals(fullName))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> events(Path folder) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          events.add(new JsonMapper().readTree(line));
        }
      }
    }
    return events;
  }

  private static List<String> lines(Path file, String ofName) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.startsWith(ofName)).toList();
  }

  @Test
  void shouldMeasureEachNightThatEndsWellOrNotOrHasNothingToDo() throws IOException {
    Path metrics = folder.resolve("night.prom");
    Hospital hospital = hospital().set("observe.prometheus-file", '"' + metrics.toString() + '"');
    hospital.refresh();
    String ran = "careworkforce_run_started_seconds";
    List<String> begun = lines(metrics, ran);
    assertThat(done(metrics)).endsWith(" 1");

    hospital.refreshAt("quiet", Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(lines(metrics, ran)).isNotEqualTo(begun).containsExactly(ran + " 1924992000");
    assertThat(done(metrics)).endsWith(" 1");
    assertThat(lines(metrics, "careworkforce_table_rows{table=\"silver.ward_months\"}"))
        .as("of the night before")
        .singleElement()
        .asString()
        .endsWith(" 2");

    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,901").refresh();
    assertThat(done(metrics)).as("taken back").endsWith(" 0");
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,21").refresh();
    assertThat(done(metrics)).endsWith(" 1");
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,22");
    assertThatThrownBy(() -> hospital.refreshLocked("dark", TracedNightsTest::cutThePower))
        .hasMessage("no power");
    assertThat(done(metrics)).as("ended by an error").endsWith(" 0");
  }

  @Test
  void shouldEndWellWhereItsMeasuresCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Hospital hospital = hospital().set("observe.prometheus-file", "\"" + file + "/night.prom\"");
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(Status.of(hospital.lake).orElseThrow().state()).isEqualTo("done");
    assertThat(hospital.refresh()).as("nothing new").isEmpty();
  }

  private static String done(Path metrics) throws IOException {
    return lines(metrics, "careworkforce_run_done").get(0);
  }

  private static void cutThePower() {
    throw new IllegalStateException("no power");
  }

  @Test
  void shouldTellOfAFileSetAsideInTheNightOfItsComing() {
    Hospital hospital = hospital().begin();
    hospital.set("gates.volume.severity", "QUARANTINE").set("gates.volume.tolerance", "0.15");
    hospital.deliver("beds/BEDS_202102.csv", "a,10");
    hospital.refresh();
    assertThat(Status.of(hospital.lake).orElseThrow().message())
        .isEqualTo(
            "beds/BEDS_202102.csv is set aside: its 1 rows lie -50.0% off the mean of the periods"
                + " before, 2, more than 15.0%");
  }

  @Test
  @Tag("slow")
  void shouldTellACommandOfFailureOfRecoveryAndOfRowsSetAside() throws IOException {
    Path told = folder.resolve("told");
    Hospital hospital =
        hospital().set("observe.notify-command", "[sh, -c, \"cat >> '" + told + "'\"]");
    hospital.refresh();
    assertThat(told).doesNotExist();
    hospital.deliver("beds/BEDS_202101.csv", "a,901").refresh();
    hospital.deliver("beds/BEDS_202101.csv", "a,90").refresh();
    hospital.deliver("staff/STAFF_202101.csv", "a,901").refresh();

    assertThat(Files.readString(told).split("(?=\\{)", -1))
        .satisfiesExactly(
            first ->
                assertThat(first).contains("\"event\":\"failure\"", "taken back", "BEDS_POSSIBLE"),
            second -> assertThat(second).contains("\"event\":\"recovery\"", "after taken back"),
            third ->
                assertThat(third)
                    .contains(
                        "\"event\":\"warning\"", "silver.ward_months: 1 rows set aside by STAFF"));
  }
}
