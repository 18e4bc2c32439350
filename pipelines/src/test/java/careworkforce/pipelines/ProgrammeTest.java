package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Fingerprint;
import careworkforce.common.report.Coverage;
import careworkforce.common.report.Requirement;
import careworkforce.common.table.Check;
import careworkforce.common.table.Serves;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final List<Requirement> REQUIREMENTS = Programme.requirements();
  private static final Path RESOURCES =
      Path.of(System.getProperty("careworkforce.home", ".."), "pipelines/src/main/resources");

  /** Columns as they are written; ingest takes those it knows. */
  private static final String OF_THE_WRITER =
      "careworkforce/pipelines/bronze/cqc/location_columns.tsv";

  @Test
  void shouldHoldEveryRequirementOfEveryProject() {
    Map<String, Long> sizes =
        REQUIREMENTS.stream()
            .collect(
                Collectors.groupingBy(Requirement::programme, TreeMap::new, Collectors.counting()));
    assertThat(sizes)
        .isEqualTo(
            Map.of("01", 22L, "02", 17L, "03", 32L, "04", 14L, "05", 12L, "06", 27L, "07", 16L));
    assertThat(REQUIREMENTS.stream().map(Requirement::id)).doesNotHaveDuplicates();
  }

  @Test
  void shouldKnowEveryRequirementThatATableDeclares() {
    Set<String> known = REQUIREMENTS.stream().map(Requirement::id).collect(Collectors.toSet());
    Set<String> declared =
        Catalogue.declared().tables().stream()
            .flatMap(t -> t.serves().stream())
            .map(Serves::requirement)
            .collect(Collectors.toSet());
    assertThat(known).containsAll(declared);
  }

  @Test
  void shouldPromiseOfDeliveredRowsOnlyWhatIsToldAsTheyAreTakenIn() {
    assertThat(Catalogue.declared().tables())
        .filteredOn(DeliveredTable.class::isInstance)
        .isNotEmpty()
        .flatMap(Table::checks)
        .extracting(Check::severity)
        .containsOnly(Check.Severity.WARN);
  }

  @Test
  void shouldSayWhatPeopleDoOfTheSurveysThatATableCouldHold() {
    List<Coverage> rows = Coverage.of(REQUIREMENTS, Catalogue.declared().tables());
    assertThat(rows)
        .filteredOn(r -> List.of("01.22", "07.16").contains(r.requirement()))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.status()).isEqualTo(Coverage.Status.MISSING))
        .allSatisfy(r -> assertThat(r.note()).contains("people hold"));
    assertThat(rows)
        .filteredOn(r -> r.requirement().equals("03.4"))
        .allSatisfy(r -> assertThat(r.servedBy()).contains("silver.occupation_groups"));
  }

  /** Rates of establishments stand in silver, as none is of the sector. */
  @Test
  void shouldServeEstimatesAndTablesByGoldTables() {
    Map<String, String> types =
        REQUIREMENTS.stream().collect(Collectors.toMap(Requirement::id, Requirement::type));
    assertThat(Coverage.of(REQUIREMENTS, Catalogue.declared().tables()))
        .filteredOn(r -> r.status() == Coverage.Status.SERVED)
        .filteredOn(r -> Set.of("E", "T").contains(types.get(r.requirement())))
        .filteredOn(r -> r.servedBy().stream().noneMatch(table -> table.startsWith("gold.")))
        .extracting(Coverage::requirement)
        .containsExactly("02.1", "02.2");
  }

  /** What a table says of another's shortcomings does not make it a server. */
  @Test
  void shouldNotNameATableAsServingWhatItOnlyLimits() {
    List<Coverage> rows = Coverage.of(REQUIREMENTS, Catalogue.declared().tables());
    assertThat(rows)
        .filteredOn(r -> r.requirement().equals("03.2"))
        .singleElement()
        .satisfies(r -> assertThat(r.servedBy()).isEmpty())
        .satisfies(r -> assertThat(r.limitedBy()).contains("gold.careers_drivers"));
  }

  @Test
  void shouldMeetEveryRequirementOfCareersAndItsScopeAloneByALimit() {
    List<Coverage> rows = Coverage.of(REQUIREMENTS, Catalogue.declared().tables());
    assertThat(rows)
        .filteredOn(r -> r.requirement().startsWith("03."))
        .hasSize(32)
        .noneMatch(r -> r.status() == Coverage.Status.MISSING)
        .filteredOn(r -> r.status() == Coverage.Status.LIMIT)
        .extracting(Coverage::requirement)
        .containsExactly("03.2");
  }

  @Test
  void shouldSayInEveryTableOfCareersThatPrimaryCareIsOutsideTheRecord() {
    assertThat(Catalogue.declared().tables())
        .filteredOn(table -> table.fullName().startsWith("gold.careers_"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            table ->
                assertThat(table.serves())
                    .as(table.fullName())
                    .contains(new Serves("03.2", EsrPersonMonths.SCOPE, true)));
  }

  /** A list that changes has every table made again that comes from it. */
  @Test
  void shouldSeeEveryListBesideTheJobsInTheFingerprintOfOne() throws IOException {
    Set<String> seen =
        Catalogue.declared().jobs().stream()
            .flatMap(job -> Fingerprint.resources(job).stream())
            .collect(Collectors.toSet());
    assertThat(seen).containsAll(lists("bronze")).containsAll(lists("silver"));
  }

  private static List<String> lists(String layer) throws IOException {
    try (Stream<Path> files =
        Files.walk(RESOURCES.resolve("careworkforce/pipelines").resolve(layer))) {
      List<String> lists =
          files
              .filter(Files::isRegularFile)
              .map(file -> RESOURCES.relativize(file).toString())
              .filter(path -> !path.equals(OF_THE_WRITER))
              .toList();
      assertThat(lists).hasSizeGreaterThan(5);
      return lists;
    }
  }

  @Test
  void shouldSeeTheListsOfASourceInTheFingerprintOfATableMadeFromThem() {
    assertThat(resources("silver.ae_arrivals"))
        .contains("careworkforce/pipelines/bronze/ecds/falls.csv");
    assertThat(resources("silver.asc_establishments"))
        .contains("careworkforce/pipelines/bronze/ascwds/local_authorities.csv");
    assertThat(resources("silver.known_successors"))
        .containsExactly("careworkforce/pipelines/silver/reference/known_successors.tsv");
  }

  private static Set<String> resources(String table) {
    return Fingerprint.resources(
        java.util.Objects.requireNonNull(Catalogue.declared().writer(table)));
  }
}
