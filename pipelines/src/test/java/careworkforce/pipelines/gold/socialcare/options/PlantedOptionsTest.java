package careworkforce.pipelines.gold.socialcare.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.socialcare.DrawnHomes;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.OutsideOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The outside wage and that of the next year in a hundred Englands of the default size: how often
 * the effect is covered, and how often the test of what comes before rejects where nothing does.
 */
@Tag("slow")
class PlantedOptionsTest {
  private static final int WORLDS = 100;

  /** To 2019. */
  private static final int YEARS = 8;

  /** A home's year. */
  private record HomeYear(int home, int area, int region, int year) {}

  @Test
  void shouldCoverTheEffectAndRejectThePreTrendOnceInTwenty() {
    int covered = 0;
    int rejected = 0;
    double sum = 0;
    double squares = 0;
    for (int seed = 1; seed <= WORLDS; seed++) {
      WorldSettings world =
          WorldSettings.of(
              Settings.load(List.of(), Map.of("synthetic.seed", String.valueOf(seed))));
      Frame drawn = DrawnHomes.reporting(world, 12 * YEARS);
      Fit fit =
          OutsideModel.leastSquares(
              sample(world, drawn),
              OutsideSample.TURNOVER,
              false,
              OutsideSample.LEAD,
              OutsideSample.INDEX);
      double truth = world.mechanism().wagePull() * answering(drawn);
      Coefficient effect = fit.coefficient(OutsideSample.INDEX);
      covered += effect.ciLow() <= truth && truth <= effect.ciHigh() ? 1 : 0;
      Coefficient lead = fit.coefficient(OutsideSample.LEAD);
      rejected += lead.pValue() < 0.05 ? 1 : 0;
      sum += lead.estimate();
      squares += lead.estimate() * lead.estimate();
    }
    double mean = sum / WORLDS;
    double error = Math.sqrt((squares / WORLDS - mean * mean) / WORLDS);
    assertThat(mean).isCloseTo(0, within(3 * error));
    // Of 100 tests of size 5%, more than 12 reject in one run of 600.
    assertThat(rejected).isLessThanOrEqualTo(12);
    assertThat(covered).isGreaterThanOrEqualTo(88);
  }

  private static double answering(Frame drawn) {
    double[] propensity = drawn.numbers(DrawnHomes.PROPENSITY);
    return Arrays.stream(propensity).filter(p -> p > 0.02).count() / (double) propensity.length;
  }

  private static Frame sample(WorldSettings world, Frame drawn) {
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, HomeYear> years = new TreeMap<>();
    int[] homes = drawn.column(DrawnHomes.HOME).codes().values();
    Column.Codes areas = drawn.column(DrawnHomes.TTWA).codes();
    int[] regions = drawn.column(DrawnHomes.REGION).codes().values();
    double[] month = drawn.numbers(DrawnHomes.MONTH);
    double[] staff = drawn.numbers(DrawnHomes.STAFF);
    double[] left = drawn.numbers(DrawnHomes.LEAVERS);
    for (int i = 0; i < drawn.rows(); i++) {
      int area = Integer.parseInt(areas.levels().get(areas.values()[i]).substring(1));
      HomeYear year = new HomeYear(homes[i], area, regions[i], (int) month[i] / 12);
      double[] sum = sums.computeIfAbsent(year.toString(), key -> new double[2]);
      sum[0] += staff[i];
      sum[1] += left[i];
      years.put(year.toString(), year);
    }
    List<HomeYear> rows = List.copyOf(years.values());
    return Frame.empty()
        .with(OutsideSample.HOME, rows.stream().map(y -> "h" + y.home()).toArray(String[]::new))
        .with(OutsideSample.TTWA, rows.stream().map(y -> "T" + y.area()).toArray(String[]::new))
        .with(OutsideSample.REGION, rows.stream().map(y -> "R" + y.region()).toArray(String[]::new))
        .with(OutsideSample.YEAR, rows.stream().mapToDouble(HomeYear::year).toArray())
        .with(
            OutsideSample.TURNOVER,
            sums.values().stream().mapToDouble(sum -> 12 * sum[1] / sum[0]).toArray())
        .with(OutsideSample.MONTHS, sums.values().stream().mapToDouble(sum -> sum[0]).toArray())
        .with(OutsideSample.INDEX, index(world, rows, 0))
        .with(OutsideSample.LEAD, index(world, rows, 1));
  }

  private static double[] index(WorldSettings world, List<HomeYear> rows, int ahead) {
    Map<Integer, OutsideOptions> areas = new TreeMap<>();
    return rows.stream()
        .mapToDouble(
            row ->
                areas
                    .computeIfAbsent(row.area(), area -> OutsideOptions.of(world, area))
                    .deviation(12 * (row.year() + ahead)))
        .toArray();
  }
}
