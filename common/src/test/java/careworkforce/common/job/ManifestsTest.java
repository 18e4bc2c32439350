package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
  private static final Map<String, Long> HOMES = Map.of("silver.homes", 1L);
  @TempDir Path folder;
  private Manifests manifests;

  @BeforeEach
  void open() {
    manifests = new Manifests(new Lake(Sparks.session(), folder.toString()));
  }

  private static Manifest.Entry entry(
      String table, String status, Map<String, Long> inputs, long version, long rows) {
    return new Manifest.Entry(
        table, status, List.of(), inputs, version, rows, 0, List.of(), List.of(), List.of());
  }

  private static Manifest account(String run, Manifest.Entry... jobs) {
    return new Manifest(run, "2021-03-27T01:00:00Z", 9, true, List.of(jobs));
  }

  @Test
  void shouldTellOfATableWithNothingToDoAsTheNewestRunThatMadeIt() {
    manifests.write(account("1", entry("silver.homes", "ran", Map.of(), 1, 10)));
    manifests.write(
        account(
            "2",
            entry("silver.homes", "ran", Map.of(), 2, 20),
            entry("gold.places", "ran", HOMES, 5, 7)));
    Manifest third =
        account(
            "3",
            entry("silver.homes", "current", Map.of(), 2, -1),
            entry("gold.places", "current", Map.of(), 6, -1),
            entry("gold.doors", "current", Map.of(), 4, -1),
            entry("gold.beds", "ran", HOMES, 1, 3));
    manifests.write(third);

    Manifest made = manifests.asMade(third);
    assertThat(made.run()).isEqualTo("3");
    assertThat(made.jobs())
        .containsExactly(
            entry("silver.homes", "ran", Map.of(), 2, 20),
            entry("gold.places", "ran", HOMES, 6, 7),
            entry("gold.doors", "current", Map.of(), 4, -1),
            entry("gold.beds", "ran", HOMES, 1, 3));
  }

  @Test
  void shouldNotTellOfATableAsARunThatFailedOrWasTakenBack() {
    manifests.write(account("1", entry("silver.homes", "ran", Map.of(), 1, 10)));
    manifests.write(account("2", entry("silver.homes", "failed", Map.of(), 1, 30)));
    manifests.write(account("3", entry("silver.homes", "ran", Map.of(), 2, 20)).takenBack(HOMES));
    Manifest fourth = account("4", entry("silver.homes", "current", Map.of(), 1, -1));
    assertThat(manifests.asMade(fourth).jobs())
        .containsExactly(entry("silver.homes", "ran", Map.of(), 1, 10));
  }

  @Test
  void shouldTellOfADayWhoseLastRunsFailedAsTheLastGoodOneLeftTheTables() {
    Manifest.Entry places = entry("gold.places", "ran", HOMES, 5, 7);
    Manifest.Entry homes = entry("silver.homes", "ran", Map.of(), 2, 20);
    manifests.write(
        account("20210325-010000-000", entry("silver.homes", "ran", Map.of(), 1, 10), places)
            .beside(Map.of("rejects.homes", 1L)));
    manifests.write(account("20210326-010000-000", homes).beside(Map.of("rejects.homes", 2L)));
    Manifest.Entry ended = entry("silver.homes", "failed", Map.of(), -1, 0);
    manifests.write(account("20210327-010000-000", ended).failed(HOMES, "no power"));
    manifests.write(account("20210327-020000-000").failed(Map.of(), "no lake"));

    Manifest day = manifests.of("2021-03-27");
    assertThat(day.run()).isEqualTo("20210327-020000-000");
    assertThat(day.jobs()).containsExactly(homes, places);
    assertThat(day.beside()).isEqualTo(Map.of("rejects.homes", 2L));
  }
}
