package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.SameTables;
import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Progress;
import careworkforce.common.refresh.Refresh;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programme, its files arriving over three nights, some corrected and some withdrawn meanwhile:
 * every table is that of a lake made at once from the files as they lie.
 */
@Tag("slow")
class NightsTest {
  private static final int SEED = 6;
  private static final int NIGHTS = 3;

  /** Fewer would tell that sources are missing; those that this world is too short for are. */
  private static final int MOST_TABLES = 100;

  @TempDir Path folder;

  @Test
  void shouldEqualARebuildOfEveryTable() throws IOException {
    Random chance = new Random(SEED);
    Path landing = folder.resolve("landing");
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    for (int night = 1; night <= NIGHTS; night++) {
      int latest = night;
      SmallEngland.deliver(landing, f -> Math.floorMod(f.hashCode(), NIGHTS) < latest);
      if (night > 1) {
        correctAndWithdraw(landing, chance);
      }
      refresh(lake, landing, night);
    }
    Lake whole = new Lake(Sparks.session(), folder.resolve("whole").toString());
    refresh(whole, landing, NIGHTS + 1);
    assertThat(SmallEngland.tables(whole)).hasSizeGreaterThan(MOST_TABLES);
    for (Table table : SmallEngland.tables(whole)) {
      SameTables.assertSameCounts(
          SmallEngland.values(whole, table), SmallEngland.values(lake, table));
    }
  }

  private static void refresh(Lake lake, Path landing, int night) {
    Map<String, String> set = new HashMap<>(SmallEngland.settings(landing));
    set.put("gates.volume.severity", "WARN");
    new Refresh(Catalogue.declared(), lake, Settings.load(List.of(), set), Progress.silent())
        .run("2021032" + night + "-010000-000", Instant.EPOCH);
  }

  /** Of the monthly files of the payroll, one loses its last line and one its all. */
  private static void correctAndWithdraw(Path landing, Random chance) throws IOException {
    List<Path> monthly;
    try (Stream<Path> files = Files.walk(landing.resolve("esr"))) {
      monthly = files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    Path corrected = monthly.get(chance.nextInt(monthly.size()));
    List<String> lines = Files.readAllLines(corrected, StandardCharsets.ISO_8859_1);
    Files.write(corrected, lines.subList(0, lines.size() - 1), StandardCharsets.ISO_8859_1);
    Path withdrawn = monthly.get(chance.nextInt(monthly.size()));
    Files.delete(withdrawn);
  }
}
