package careworkforce.pipelines;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.cli.Run;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.LogProgress;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * No identifier of the data, as delivered or as a pseudonym, stands in the logs of a run, text or
 * JSON, nor in what the lake keeps beside its rows: manifests, status, notes, Delta's log.
 */
class NothingPersonalTest {
  private static final Pattern HEADERS =
      Pattern.compile(
          "(?i).*(nhs_identifier|asg_number|workerid|wrkglbid|tribalid_worker|token|hesid|uprn"
              + "|aekey|epikey|persid|record_id|unique_identifier).*");

  /** Shorter ones might be counts. */
  private static final int SHORTEST = 8;

  @TempDir Path folder;

  @Test
  void shouldTellNothingOfStaffWhoseRecordsAreTakenIn() throws IOException {
    assertTellsNothing(lake -> run(lake).of(List.of("+silver.esr_persons"), false));
  }

  @Tag("slow")
  @Test
  void shouldTellNothingOfAnybodyInANightOfAllTables() throws IOException {
    assertTellsNothing(lake -> run(lake).refresh());
  }

  @Test
  void shouldHearWhatIsLogged() throws IOException {
    try (HeardLogs heard = new HeardLogs()) {
      LoggerFactory.getLogger("somebody").info("row of SYN100010457, post 20010457-1");
      LoggerFactory.getLogger("somebody").error("in vain");
      assertThat(heard.words()).contains("SYN100010457", "20010457-1", "20010457", "vain");
      assertThat(heard.written()).contains("vain").doesNotContain("SYN100010457");
    }
  }

  @Test
  void shouldTellNothingOfTheRowOnWhichATaskFails() throws IOException {
    Dataset<Row> bad =
        Sparks.session()
            .range(3)
            .select(concat(lit("SYN10001045"), col("id")).cast("int").as("organisation"));
    try (HeardLogs heard = new HeardLogs()) {
      assertThatThrownBy(bad::collectAsList).hasMessageContaining("SYN10001045");
      String place = folder.resolve("never").toString();
      assertThatThrownBy(() -> bad.write().format("delta").save(place))
          .hasStackTraceContaining("SYN10001045");
      assertThat(heard.words()).anyMatch(word -> word.startsWith("SYN1"));
      assertThat(heard.written()).noneMatch(word -> word.startsWith("SYN1"));
    }
  }

  private static Run run(Lake lake) {
    Map<String, String> set = new HashMap<>(SmallEngland.settings(SmallEngland.landing()));
    set.put("gates.volume.severity", "WARN");
    return new Run(Catalogue.declared(), lake, Settings.load(List.of(), set), new LogProgress());
  }

  private interface Night {
    Object of(Lake lake);
  }

  private void assertTellsNothing(Night night) throws IOException {
    Set<String> delivered = delivered();
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    try (HeardLogs heard = new HeardLogs()) {
      night.of(lake);
      assertThat(heard.words()).contains("silver", "persons").hasSizeGreaterThan(1_000);
      assertNothingOf(heard.words(), delivered, lake);
    }
    Set<String> beside = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(json|txt)")).toList()) {
        HeardLogs.cut(Files.readString(file), beside);
      }
    }
    assertThat(beside).contains("ran", "commitInfo");
    assertNothingOf(beside, delivered, lake);
  }

  private static void assertNothingOf(Set<String> words, Set<String> delivered, Lake lake) {
    assertThat(delivered).hasSizeGreaterThan(1_000);
    assertThat(words.stream().filter(delivered::contains)).isEmpty();
    Set<String> pseudonyms = pseudonyms(lake);
    assertThat(pseudonyms).hasSizeGreaterThan(100);
    assertThat(words.stream().filter(pseudonyms::contains)).isEmpty();
  }

  /** Values of columns of identifiers in every delivered file. */
  private static Set<String> delivered() throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(SmallEngland.landing())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        identifiers(Files.readAllLines(file, StandardCharsets.ISO_8859_1), found);
      }
    }
    return found;
  }

  private static void identifiers(List<String> lines, Set<String> into) {
    String header = lines.isEmpty() ? "" : lines.get(0);
    String delimiter = header.contains("|") ? "\\|" : ",";
    List<Integer> columns = new ArrayList<>();
    String[] names = header.split(delimiter, -1);
    for (int i = 0; i < names.length; i++) {
      if (HEADERS.matcher(names[i]).matches()) {
        columns.add(i);
      }
    }
    for (String line : columns.isEmpty() ? List.<String>of() : lines.subList(1, lines.size())) {
      String[] cells = line.split(delimiter, -1);
      for (int column : columns) {
        String cell = column < cells.length ? cells[column] : "";
        if (cell.length() >= SHORTEST && cell.matches(".*\\d.*")) {
          into.add(cell);
        }
      }
    }
  }

  private static Set<String> pseudonyms(Lake lake) {
    Set<String> found = new HashSet<>();
    for (Table table : SmallEngland.tables(lake)) {
      for (Field field : table.fields()) {
        if (table.fullName().startsWith("bronze.") && field.pseudonymOf() != null) {
          for (Row row : lake.read(table).select(field.col()).distinct().collectAsList()) {
            found.add(String.valueOf(row.get(0)));
          }
        }
      }
    }
    found.remove("null");
    return found;
  }
}
