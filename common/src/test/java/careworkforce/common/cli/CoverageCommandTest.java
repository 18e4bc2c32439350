package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CoverageCommandTest {
  @Test
  void shouldTellStatusFromTheTablesDeclarations() throws Exception {
    JsonNode rows =
        new ObjectMapper().readTree(Terminal.type("coverage", "--format", "json").out());
    assertThat(rows).hasSize(4);
    assertThat(rows.findValuesAsText("requirement"))
        .containsExactly("03.1", "03.2", "03.3", "07.16");
    assertThat(rows.findValuesAsText("status"))
        .containsExactly("served", "limit", "missing", "human");
    assertThat(rows.get(0).get("served_by").get(0).asText()).isEqualTo("silver.visits");
    assertThat(rows.findValuesAsText("note"))
        .containsExactly("every visitor", "Limit: no visitors by water", "", "People ask.");
  }

  @Test
  void shouldShowOneProgrammeAndCountIt() {
    Terminal answer = Terminal.type("coverage", "03");
    assertThat(answer.out())
        .contains("03.3", "Headcount", "3 requirements: 1 served, 1 limit, 0 human, 1 missing")
        .doesNotContain("07.16");
  }

  @Test
  void shouldNameTheProgrammesForAnUnknownOne() {
    Terminal answer = Terminal.type("coverage", "12");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("Give one of 03, 07");
  }
}
