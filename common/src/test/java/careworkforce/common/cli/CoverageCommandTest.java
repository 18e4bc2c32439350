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
        .containsExactly("served", "limit", "missing", "missing");
    assertThat(rows.findValuesAsText("note"))
        .containsExactly(
            "every visitor · Limit: who comes twice counts twice",
            "Limit: no visitors by water",
            "",
            "People ask.");
  }

  @Test
  void shouldTellTablesThatServeFromThoseThatOnlyLimit() throws Exception {
    JsonNode rows =
        new ObjectMapper().readTree(Terminal.type("coverage", "--format", "json").out());
    assertThat(rows.findValues("served_by").stream().map(JsonNode::toString))
        .containsExactly("[\"silver.visits\"]", "[]", "[]", "[]");
    assertThat(rows.findValues("limited_by").stream().map(JsonNode::toString))
        .containsExactly("[\"silver.visits\"]", "[\"silver.visits\"]", "[]", "[]");
    assertThat(Terminal.type("coverage", "03").out().lines())
        .contains(
            "requirement  status   asked for  served by      limited by",
            "       03.1  served   The panel  silver.visits  silver.visits",
            "       03.2  limit    The scope                 silver.visits");
  }

  @Test
  void shouldShowOneProgrammeAndCountIt() {
    Terminal answer = Terminal.type("coverage", "03");
    assertThat(answer.out())
        .contains("03.3", "Headcount", "3 requirements: 1 served, 1 limit, 1 missing")
        .doesNotContain("07.16");
  }

  @Test
  void shouldNameTheProgrammesForAnUnknownOne() {
    Terminal answer = Terminal.type("coverage", "12");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("Give one of 03, 07");
  }
}
