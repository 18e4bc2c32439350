package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.socialcare.users.CoverageTable.Line;
import careworkforce.pipelines.synthetic.Synth;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over a hundred Englands, from their delivered files to the estimate: how often it is right, in
 * all homes and in nursing homes alone. Only the files and tables that the headline needs are made;
 * {@link PlantedCareTest} looks at larger Englands without files. Englands that the file named by
 * {@code coverage.kept} tells of are not made again: name one of the same code and settings alone.
 * Where homes of one kind are too few for an estimate, their England has no line for that kind.
 */
@Tag("coverage")
class HeadlineCoverageTest {
  private static final int ENGLANDS = Integer.getInteger("coverage.englands", 100);
  private static final int FIRST = Integer.getInteger("coverage.first", 1);
  private static final Set<String> STORIES = Set.of("areas", "directory", "residents", "care");
  private static final Map<String, String> WORLD =
      Map.of(
          "synthetic.scale", "0.003",
          "synthetic.areas", "45",
          "synthetic.from", "\"2016-01\"",
          "synthetic.to", "\"2019-12\"",
          "synthetic.ascwds.every", "6",
          "synthetic.ecds-start", "\"2019-11\"");

  @TempDir Path folder;

  @Test
  void shouldCoverThePlantedEffectAndShowLeastSquaresBiased() throws Exception {
    String kept = System.getProperty("coverage.kept");
    CoverageTable told =
        new CoverageTable(kept == null ? folder.resolve("coverage.csv") : Path.of(kept));
    for (int seed = FIRST; seed < FIRST + ENGLANDS; seed++) {
      if (!told.has(seed)) {
        told.add(england(folder.resolve("england-" + seed), seed));
      }
    }
    List.of("iv", "nursing", "residential", "ols")
        .forEach(estimate -> System.out.println(told.summary(estimate)));
    assertThat(told.of("iv"))
        .as("Englands with an interval")
        .filteredOn(Line::told)
        .hasSizeGreaterThanOrEqualTo(ENGLANDS * 95 / 100);
    assertThat(told.of("nursing"))
        .as("Englands with an interval of nursing homes")
        .filteredOn(Line::told)
        .hasSizeGreaterThanOrEqualTo(ENGLANDS / 2);
    // Of 100 intervals that each cover at 95%, fewer than 88 do in one run of 680.
    assertThat(told.of("iv"))
        .filteredOn(Line::covers)
        .hasSizeGreaterThanOrEqualTo(least(told, "iv"));
    assertThat(told.of("nursing"))
        .filteredOn(Line::covers)
        .hasSizeGreaterThanOrEqualTo(least(told, "nursing"));
    assertThat(told.of("ols"))
        .filteredOn(line -> line.estimate() < line.planted() / 2)
        .hasSizeGreaterThan(told.of("ols").size() * 9 / 10);
  }

  /** Of the intervals that there are; Englands with too few areas of nursing homes have none. */
  private static int least(CoverageTable told, String estimate) {
    return (int) told.of(estimate).stream().filter(Line::told).count() * 88 / 100;
  }

  private static List<Line> england(Path england, int seed) throws Exception {
    Map<String, String> set = new HashMap<>(WORLD);
    set.put("synthetic.seed", String.valueOf(seed));
    WorldSettings world = WorldSettings.of(Settings.load(List.of(), set));
    Synth.write(
        Sparks.session(),
        world,
        new org.apache.hadoop.fs.Path(england.toUri()),
        story -> STORIES.contains(story.name()),
        (part, number, of) -> {});
    List<Table> tables = CarePanel.tables();
    Lake lake =
        SmallEngland.run(
            england.resolve("lake"),
            england.resolve("landing"),
            tables.stream().map(table -> "+" + table.fullName()).toList());
    FakeInputs inputs = FakeInputs.of();
    for (Table table : tables) {
      inputs = inputs.with(table, lake.read(table));
    }
    List<CareSample> samples = CareSamples.of(CareFrames.of(CarePanel.toLastMonth(inputs)), inputs);
    double planted = StaffExposure.STEP * world.mechanism().turnoverEffect();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(seed, "iv", iv(samples.get(0)), planted));
    for (Map.Entry<String, Integer> kind : Map.of("nursing", 1, "residential", 2).entrySet()) {
      Finding found = Estimable.orNull(() -> iv(samples.get(kind.getValue())));
      if (found != null) {
        lines.add(Line.of(seed, kind.getKey(), found, planted));
      }
    }
    Finding ols =
        new CareEstimator(samples.get(0), CareOutcome.ARRIVALS)
            .ols(StaffExposure.TURNOVER)
            .finding();
    lines.add(Line.of(seed, "ols", ols, planted));
    FileUtils.deleteDirectory(england.toFile());
    return lines;
  }

  private static Finding iv(CareSample sample) {
    return new CareEstimator(sample, CareOutcome.ARRIVALS)
        .iv(StaffExposure.TURNOVER, AreaInstrument.WAGE)
        .finding();
  }
}
