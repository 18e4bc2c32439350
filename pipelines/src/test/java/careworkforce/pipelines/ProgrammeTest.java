package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Coverage;
import careworkforce.common.report.Requirement;
import careworkforce.common.table.Serves;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final List<Requirement> REQUIREMENTS = Programme.requirements();

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
  void shouldCallHumanOnlyWhatNoTableServes() {
    List<Coverage> rows = Coverage.of(REQUIREMENTS, Catalogue.declared().tables());
    assertThat(rows)
        .filteredOn(r -> r.status() == Coverage.Status.HUMAN)
        .allSatisfy(r -> assertThat(r.servedBy()).isEmpty())
        .allSatisfy(r -> assertThat(r.note()).isNotEmpty());
    assertThat(rows)
        .filteredOn(r -> r.requirement().equals("03.4"))
        .allSatisfy(r -> assertThat(r.servedBy()).contains("silver.occupation_groups"));
  }
}
