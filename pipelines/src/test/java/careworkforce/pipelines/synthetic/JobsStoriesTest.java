package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.pipelines.synthetic.jobs.Destination;
import careworkforce.pipelines.synthetic.jobs.IndustriesStory;
import careworkforce.pipelines.synthetic.jobs.Industry;
import careworkforce.pipelines.synthetic.jobs.IndustryJobs;
import careworkforce.pipelines.synthetic.jobs.IndustryPay;
import careworkforce.pipelines.synthetic.jobs.LabourForceStory;
import careworkforce.pipelines.synthetic.jobs.LfsRecord;
import careworkforce.pipelines.synthetic.jobs.OutsideOptions;
import careworkforce.pipelines.synthetic.jobs.TwoQuarterRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobsStoriesTest {
  private static final WorldSettings WORLD = Overheard.world(Map.of());

  @Test
  void shouldMoveNoRegionAsAWhole() {
    for (int t : new int[] {0, 60, 119}) {
      for (int region = 0; region < 9; region++) {
        double sum = 0;
        for (int area = region; area < WORLD.areas(); area += 9) {
          sum += OutsideOptions.of(WORLD, area).deviation(t);
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void shouldSpreadOutsideOptionsByAboutThreeHundredthsAndHoldThemForAYear() {
    double squares = 0;
    for (int area = 0; area < WORLD.areas(); area++) {
      OutsideOptions options = OutsideOptions.of(WORLD, area);
      for (int year = 0; year < 10; year++) {
        squares += Math.pow(options.deviation(12 * year), 2) / (WORLD.areas() * 10);
        assertThat(options.deviation(12 * year + 11)).isEqualTo(options.deviation(12 * year));
      }
    }
    assertThat(Math.sqrt(squares)).isBetween(0.02, 0.05);
  }

  @Test
  void shouldSendCareStaffWhereTheSharesSay() {
    List<LfsRecord> moved =
        Overheard.all(new LabourForceStory(WORLD)).of(TwoQuarterRecord.class).stream()
            .map(TwoQuarterRecord::record)
            .filter(r -> r.industry(1).equals("8730") && r.activity(2) == 1)
            .filter(r -> !r.industry(2).equals("8730") && !r.industry(2).equals("-8"))
            .toList();
    assertThat(moved.size()).isBetween(400, 1_000);
    double nurses = moved.stream().filter(r -> r.occupation(2).startsWith("22")).count();
    NhsRatesTest.assertShare((long) nurses, moved.size(), 0.17);
    assertThat(Destination.ALL.stream().mapToDouble(Destination::share).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(Industry.ALL.stream().mapToDouble(Destination::share).sum())
        .isCloseTo(1, within(1e-12));
  }

  /** health.org.uk: 17% of departures outside care work are to nursing, 11% to auxiliaries. */
  @Test
  void shouldPlantThePublishedSharesOfNursesAndAuxiliaries() {
    assertThat(share("2231")).isCloseTo(0.17, within(0.0005));
    assertThat(share("6141")).isCloseTo(0.11, within(0.0005));
  }

  private static double share(String soc2010) {
    return Destination.ALL.stream()
        .filter(destination -> destination.soc2010().equals(soc2010))
        .mapToDouble(Destination::share)
        .sum();
  }

  @Test
  void shouldWithholdSmallCellsOnlyAndPayByRegion() {
    Overheard heard = Overheard.all(new IndustriesStory(WORLD));
    List<IndustryJobs> jobs = heard.of(IndustryJobs.class);
    assertThat(jobs.stream().filter(j -> j.jobs() == null).count()).isPositive();
    assertThat(jobs.stream().filter(j -> j.jobs() == null && j.units() > 5)).isEmpty();
    assertThat(heard.of(IndustryPay.class)).hasSize(9 * 10 * Industry.ALL.size());
  }

  @Test
  void shouldSplitRetailJobsOfADistrictIntoItsGroups() {
    Map<String, List<IndustryJobs>> retail =
        Overheard.all(new IndustriesStory(WORLD)).of(IndustryJobs.class).stream()
            .filter(jobs -> jobs.industry().startsWith("47"))
            .collect(Collectors.groupingBy(jobs -> jobs.month() + jobs.district().code()));
    for (List<IndustryJobs> cells : retail.values()) {
      assertThat(cells).hasSize(10);
      if (cells.stream().allMatch(cell -> cell.jobs() != null)) {
        long groups = cells.stream().skip(1).mapToLong(IndustryJobs::jobs).sum();
        assertThat(groups).isCloseTo(cells.get(0).jobs(), within(25L));
      }
    }
  }
}
