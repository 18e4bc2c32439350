package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandTest {
  @Test
  void shouldWriteEveryTablesContract(@TempDir Path folder) {
    Path file = folder.resolve("CATALOGUE.md");
    assertThat(Terminal.type("catalogue", "--to", file.toString()).exit()).isZero();
    assertThat(file)
        .content()
        .contains("| [silver.visits](#silvervisits) | one row a visitor | `person_id` |")
        .contains(
            "### silver.visits",
            "- reads: lists within the program",
            "- serves 03.1: every visitor")
        .contains("- limits 03.2: no visitors by water", "- must `MINUTES_NOT_NEGATIVE`")
        .contains("| `minutes` | int | how long | minutes |")
        .contains("| `person_id` * | string | the visitor; keyed pseudonym of a resident |  |")
        .contains("codes WAY (this test)");
  }

  @Test
  void shouldPrintTheSameWithoutAFile() {
    assertThat(Terminal.type("catalogue").out()).startsWith("# Catalogue\n").endsWith("empty\n");
  }

  @Test
  void shouldSayThatTheDiskIsFullWhereItHasNoRoom() {
    Terminal answer = Terminal.type("catalogue", "--to", "/dev/full");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains("Cannot write /dev/full: the disk of");
  }
}
