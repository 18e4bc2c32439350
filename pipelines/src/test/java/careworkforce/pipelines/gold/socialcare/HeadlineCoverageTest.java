package careworkforce.pipelines.gold.socialcare;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.report.Headline;
import careworkforce.pipelines.report.Planted;
import careworkforce.pipelines.synthetic.Synth;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a hundred Englands, from their delivered files to the estimate: how often it is right. */
@Tag("coverage")
class HeadlineCoverageTest {
  private static final int ENGLANDS = 100;
  private static final Map<String, String> WORLD =
      Map.of(
          "synthetic.scale", "0.003",
          "synthetic.areas", "45",
          "synthetic.from", "\"2016-01\"",
          "synthetic.to", "\"2019-12\"",
          "synthetic.ecds-start", "\"2019-11\"");

  /** One line an England, to be read after the run. */
  private static final Path TOLD = Path.of("target", "headline-coverage.txt");

  @TempDir Path folder;

  @Test
  void shouldCoverThePlantedEffectAndShowLeastSquaresBiased() throws Exception {
    List<String> told = new ArrayList<>();
    int covered = 0;
    int leastSquaresFar = 0;
    for (int seed = 1; seed <= ENGLANDS; seed++) {
      Headline h = headline(folder.resolve("england-" + seed), seed);
      double truth = Objects.requireNonNull(h.truth());
      boolean covers = h.ciLow() <= truth && truth <= h.ciHigh();
      covered += covers ? 1 : 0;
      leastSquaresFar += h.olsEstimate() < truth / 2 ? 1 : 0;
      told.add(
          String.format(
              Locale.ROOT,
              "seed %2d  iv %.5f  %.5f..%.5f  %s  ols %.5f  planted %.5f  %d home-months, %d areas, F %.0f",
              seed,
              h.estimate(),
              h.ciLow(),
              h.ciHigh(),
              covers ? "covers" : "misses",
              h.olsEstimate(),
              truth,
              h.observations(),
              h.clusters(),
              h.firstStageF()));
      Files.write(TOLD, told);
    }
    // Of 100 intervals that each cover at 95%, fewer than 88 do in one run of 680.
    assertThat(covered).isGreaterThanOrEqualTo(88);
    assertThat(leastSquaresFar).isGreaterThan(ENGLANDS * 9 / 10);
  }

  private static Headline headline(Path england, int seed) throws Exception {
    Map<String, String> world = new HashMap<>(WORLD);
    world.put("synthetic.seed", String.valueOf(seed));
    Synth.write(
        Sparks.session(),
        WorldSettings.of(Settings.load(List.of(), world)),
        new org.apache.hadoop.fs.Path(england.toUri()),
        story -> !story.name().startsWith("nhs"),
        (part, number, of) -> {});
    Path landing = england.resolve("landing");
    Lake lake =
        SmallEngland.run(
            england.resolve("lake"), landing, List.of("+gold.socialcare_outcome_effects"));
    Headline headline = Headline.of(lake, Planted.in(landing));
    FileUtils.deleteDirectory(england.toFile());
    return headline;
  }
}
