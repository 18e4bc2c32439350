package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.check.CheckReport;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries.FileCount;
import careworkforce.common.job.Manifest;
import careworkforce.common.report.Block;
import careworkforce.common.table.Check;
import careworkforce.pipelines.silver.reference.OccupationGroupsJob;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunSectionsTest {
  private static final Manifest MANIFEST =
      new Manifest(
          "run-7",
          "2024-03-01T00:00:00Z",
          61.4,
          true,
          List.of(
              new Manifest.Entry(
                  "bronze.esr_absence",
                  "ran",
                  List.of("2 new files"),
                  Map.of(),
                  3,
                  1_190,
                  12.34,
                  List.of(
                      new FileCount("a.csv", "2012-01-01", "ingested", 700, 690, 8, 2, ""),
                      new FileCount("b.csv", "2012-02-01", "ingested", 500, 500, 0, 0, ""),
                      new FileCount("copy.csv", "2012-02-01", "same", 500, 500, 0, 0, "as b"),
                      new FileCount("c.csv", "2012-03-01", "refused", 0, 0, 0, 0, "cut off")),
                  List.of(),
                  List.of()),
              new Manifest.Entry(
                  "silver.occupation_groups",
                  "ran",
                  List.of("never ran"),
                  Map.of("bronze.esr_absence", 3L),
                  1,
                  945,
                  2.0,
                  List.of(),
                  List.of(
                      new CheckReport.Finding("KEY", "one row a code", Check.Severity.FAIL, 0),
                      new CheckReport.Finding("LABEL", "a label", Check.Severity.WARN, 4)),
                  List.of())));

  private static String html(Block... blocks) {
    return Arrays.stream(blocks).map(Block::html).collect(Collectors.joining());
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(c -> "(<t[hd][^>]*>)" + c + "</t[hd]>")
        .collect(Collectors.joining());
  }

  @Test
  void shouldCountJobsFilesAndSeconds() {
    assertThat(html(RunSection.blocks(MANIFEST)))
        .contains("<dd>61 s</dd>", "of 2 planned")
        .containsPattern("Files taken in</dt>(<[^>]*>)*2<")
        .containsPattern(row("bronze.esr_absence", "ran", "1,190", "12.3", "–"))
        .containsPattern(row("silver.occupation_groups", "ran", "945", "2.0", "1 of 2"));
  }

  @Test
  void shouldAccountForEveryDeliveredRow() {
    Catalogue catalogue = Catalogue.of(List.of(new OccupationGroupsJob()));
    assertThat(html(StepsSection.blocks(MANIFEST, catalogue, 17_000)))
        .containsPattern(row("all", "2", "1,200", "1,190", "8", "2"))
        .containsPattern(row("the estimate", "a home and month[^<]*", "17,000"))
        .containsPattern(row("bronze.esr_absence", "2", "1,200", "1,190", "8", "2"))
        .containsPattern(
            row(
                "silver.occupation_groups",
                "an occupation code of the manual, in force or retired",
                "945"));
  }

  @Test
  void shouldTellTheVersionsThatATableWasMadeFrom() {
    assertThat(html(VersionsSection.blocks(MANIFEST)))
        .containsPattern(row("silver.occupation_groups", "1", "bronze.esr_absence v3"))
        .containsPattern(row("bronze.esr_absence", "3", "delivered files or resources"));
  }

  /** As of tables that a run made which was cut off before it gave its account. */
  @Test
  void shouldClaimNothingOfTablesWhoseMakingNoAccountTells() {
    Manifest untold =
        new Manifest(
            "run-8",
            "2024-03-02T00:00:00Z",
            1,
            true,
            List.of(
                new Manifest.Entry(
                    "silver.occupation_groups",
                    "current",
                    List.of(),
                    Map.of(),
                    1,
                    -1,
                    0,
                    List.of(),
                    List.of(),
                    List.of())));
    assertThat(html(VersionsSection.blocks(untold)))
        .containsPattern(
            row("silver.occupation_groups", "1", "not told: made by a run that was cut off"));
    Catalogue catalogue = Catalogue.of(List.of(new OccupationGroupsJob()));
    assertThat(html(StepsSection.blocks(untold, catalogue, 17_000)))
        .contains("left no account: silver.occupation_groups.");
  }
}
