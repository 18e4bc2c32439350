package careworkforce.pipelines.paper;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.report.Block;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.description.SocialcareRegions;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionMapsTest {
  private static final SocialcareRegions R = SocialcareRegions.TABLE;
  @TempDir Path folder;

  /** London, its year and the months seen of it. */
  private TestRows london() {
    return TestRows.of(R)
        .each(
            R.region, "London",
            R.homes, 20L,
            R.staffMonths, 4_000L,
            R.leavers, 100L,
            R.starters, 100L,
            R.residentDays, 90_000L,
            R.arrivals, 240L,
            R.starterRate, 0.3,
            R.turnover, 0.3,
            R.arrivalRate, 0.97);
  }

  private String maps(TestRows rows) {
    Lake lake = new Lake(Sparks.session(), folder.toString());
    lake.overwrite(R, rows.dataset(), Provenance.none());
    return new RegionMaps(lake)
        .part().blocks().stream().map(Block::html).collect(Collectors.joining());
  }

  @Test
  void shouldShowTheLastWholeYear() {
    TestRows rows =
        london()
            .row(R.year, 2016, R.months, 12L)
            .row(R.year, 2017, R.months, 12L)
            .row(R.year, 2018, R.months, 3L);
    assertThat(maps(rows))
        .contains("Staff turnover in care homes, 2017")
        .doesNotContain("2016", "2018", "alone");
  }

  @Test
  void shouldSayWhatThereIsOfAPartYear() {
    assertThat(maps(london().row(R.year, 2018, R.months, 3L)))
        .contains("Staff turnover in care homes, 2018, 3 months of it alone");
  }
}
