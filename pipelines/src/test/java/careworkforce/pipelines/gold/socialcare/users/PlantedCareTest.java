package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.socialcare.DrawnHomes;
import careworkforce.pipelines.gold.socialcare.users.CoverageTable.Line;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Turnover;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The study's equations on Englands of many seeds, as they are drawn by default: what the outside
 * wage does to turnover, and turnover to arrivals, in all homes and in nursing homes alone.
 */
class PlantedCareTest {
  /** To February 2020. */
  private static final int MONTHS = 98;

  private static final double PULL = 1.5;
  private static final double EFFECT = 0.0328;

  /** Estimates of many worlds beside the truth of each. */
  private static final class Tried {
    private double miss;
    private double squares;
    private double error;
    private int covers;
    private int worlds;

    void add(Coefficient found, double truth) {
      miss += found.estimate() - truth;
      squares += Math.pow(found.estimate() - truth, 2);
      error += found.standardError();
      covers += found.ciLow() <= truth && truth <= found.ciHigh() ? 1 : 0;
      worlds++;
    }

    /** The mean miss in standard errors of that mean. */
    double bias() {
      double mean = miss / worlds;
      double spread = Math.sqrt(squares / worlds - mean * mean);
      return mean / (spread / Math.sqrt(worlds));
    }
  }

  @Test
  void shouldAnswerToTheOutsideWageByThePullTimesTheShareOfMonthsAboveTheLeast() {
    Tried asPlanted = new Tried();
    Tried asWanted = new Tried();
    for (int seed = 1; seed <= 6; seed++) {
      WorldSettings world = world(seed);
      Coefficient found =
          CareModel.HEADLINE
              .reducedForm(frame(world), DrawnHomes.PROPENSITY, DrawnHomes.WAGE)
              .coefficient(DrawnHomes.WAGE);
      asPlanted.add(found, PULL * above(world));
      asWanted.add(found, PULL);
    }
    assertThat(asPlanted.bias()).isCloseTo(0, within(3.0));
    assertThat(asWanted.bias()).isLessThan(-4);
  }

  /** The naive regression beside: it is far below half of the truth in every world. */
  @Test
  @Tag("coverage")
  void shouldCoverThePlantedEffectsInAllHomesAndInNursingHomesAlone(@TempDir Path folder)
      throws IOException {
    CoverageTable told = new CoverageTable(folder.resolve("planted-coverage.csv"));
    for (int seed = 1; seed <= 200; seed++) {
      WorldSettings world = world(seed);
      Frame frame = frame(world);
      Fit first = CareModel.HEADLINE.reducedForm(frame, DrawnHomes.TURNOVER, DrawnHomes.WAGE);
      Fit naive = CareModel.HEADLINE.ols(frame, DrawnHomes.ARRIVALS, DrawnHomes.TURNOVER);
      told.add(
          List.of(
              Line.of(seed, "first stage", first, DrawnHomes.WAGE, PULL * above(world)),
              Line.of(seed, "all homes", fit(frame), DrawnHomes.TURNOVER, EFFECT),
              Line.of(seed, "nursing", fit(kind(frame, 1)), DrawnHomes.TURNOVER, EFFECT),
              Line.of(seed, "residential", fit(kind(frame, 0)), DrawnHomes.TURNOVER, EFFECT),
              Line.of(seed, "ols", naive, DrawnHomes.TURNOVER, EFFECT)));
    }
    List<String> causal = List.of("first stage", "all homes", "nursing", "residential");
    causal.forEach(estimate -> System.out.println(told.summary(estimate)));
    System.out.println(told.summary("ols"));
    for (String estimate : causal) {
      assertThat(told.meanOff(estimate) * Math.sqrt(200)).isCloseTo(0, within(3.0));
      // Of 200 intervals that each cover at 95%, fewer than 180 do in one run of 500.
      assertThat(told.of(estimate)).filteredOn(Line::covers).hasSizeGreaterThanOrEqualTo(180);
    }
    assertThat(told.of("ols")).allMatch(line -> line.estimate() < EFFECT / 2);
  }

  /**
   * Englands of some fifty homes, whose nursing homes lie in few areas, six or more of which take
   * an interval.
   */
  @Test
  @Tag("slow")
  void shouldCoverInNursingHomesOfFewAreasByTheBootstrapMoreThanByT() {
    Tried byT = new Tried();
    Tried byBootstrap = new Tried();
    for (int seed = 1; seed <= 200; seed++) {
      Frame homes =
          frame(
              WorldSettings.of(
                  Settings.load(
                      List.of(),
                      Map.of(
                          "synthetic.seed", String.valueOf(seed),
                          "synthetic.scale", "0.003",
                          "synthetic.areas", "45"))));
      Fit fit = Estimable.orNull(() -> fit(kind(homes, 1)));
      if (fit != null && !fit.bootstraps().isEmpty()) {
        byT.add(fit.coefficient(DrawnHomes.TURNOVER), EFFECT);
        byBootstrap.add(FewClusters.coefficient(fit, DrawnHomes.TURNOVER), EFFECT);
      }
    }
    assertThat(byT.worlds).isGreaterThan(100);
    assertThat(byT.covers).isLessThan(byT.worlds * 92 / 100);
    assertThat(byBootstrap.covers).isGreaterThanOrEqualTo(byT.worlds * 92 / 100);
  }

  private static Frame kind(Frame homes, double nursing) {
    double[] kind = homes.numbers(DrawnHomes.NURSING);
    return homes.take(IntStream.range(0, kind.length).filter(i -> kind[i] == nursing).toArray());
  }

  private static Fit fit(Frame frame) {
    return CareModel.HEADLINE.iv(frame, DrawnHomes.ARRIVALS, DrawnHomes.TURNOVER, DrawnHomes.WAGE);
  }

  private static WorldSettings world(int seed) {
    return WorldSettings.of(
        Settings.load(List.of(), Map.of("synthetic.seed", String.valueOf(seed))));
  }

  private static Frame frame(WorldSettings world) {
    Frame frame = DrawnHomes.reporting(world, MONTHS);
    double[] days = Arrays.stream(frame.numbers(DrawnHomes.RESIDENTS)).map(r -> 30 * r).toArray();
    return frame.with(CarePanel.DAYS, days);
  }

  /** The share of months of homes in which the propensity is above its least. */
  private static double above(WorldSettings world) {
    int above = 0;
    for (int index = 0; index < world.homes(); index++) {
      Turnover turnover = Turnover.of(world, Employer.of(world, index));
      for (int t = 0; t < world.months(); t++) {
        above += turnover.atLeast(t) ? 0 : 1;
      }
    }
    return (double) above / (world.homes() * world.months());
  }
}
