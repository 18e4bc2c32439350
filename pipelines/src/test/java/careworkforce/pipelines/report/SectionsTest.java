package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.report.HeatMap;
import careworkforce.common.report.LineChart;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.gold.socialcare.SocialcareArrivalsByMonth;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTest {

  private static Row move(int year, String from, String to, long moves, long personMonths) {
    return Rows.of(
        CareersTransitionMatrix.TABLE,
        year,
        from,
        to,
        100L,
        1L,
        0.01,
        0.0,
        0.1,
        moves,
        personMonths,
        personMonths + 1_000,
        0.0,
        0.0,
        0.0);
  }

  @Test
  void shouldDivideMovesOfAllYearsByPersonMonthsCountedOnce() {
    HeatMap map =
        MovesSection.picture(
            List.of(
                move(2015, "NURSES", "MANAGERS", 3, 12_000),
                move(2015, "NURSES", "LEFT", 50, 12_000),
                move(2016, "NURSES", "MANAGERS", 5, 12_000),
                move(2016, "MANAGERS", "NURSES", 1, 6_000)));
    assertThat(map.rows()).containsExactly("Nurses", "Managers");
    assertThat(map.values()[0]).containsExactly(Double.NaN, 4.0);
    assertThat(map.values()[1]).containsExactly(2.0, Double.NaN);
  }

  private static Row arrivals(String month, String series, boolean nursing, String tier, long n) {
    return Rows.of(
        SocialcareArrivalsByMonth.TABLE,
        Date.valueOf(month),
        series,
        nursing,
        tier,
        10L,
        3_100L,
        n,
        1L,
        0.0);
  }

  @Test
  void shouldDrawEachRecordOfArrivalsAsASeriesOfItsOwn() {
    LineChart chart =
        ArrivalsSection.picture(
            List.of(
                arrivals("2020-05-01", "ecds", false, "uprn", 7),
                arrivals("2020-01-01", "hes", true, "uprn", 10),
                arrivals("2020-01-01", "hes", false, "uprn", 6),
                arrivals("2020-01-01", "hes", false, "postcode", 90)));
    assertThat(chart.series()).extracting("name").containsExactly("HES A&E", "ECDS");
    assertThat(chart.series().get(0).y()).containsExactly(16.0 * 31 / 6_200);
    assertThat(chart.series().get(1).y()).containsExactly(7.0 * 31 / 3_100);
  }

  @Test
  void shouldStandTheFirstStageBesideThePlantedPull() {
    Row stage =
        Rows.of(
            SocialcareFirstStage.TABLE,
            "turnover",
            "home-months to 2020-02",
            "first_stage",
            "log_outside_wage",
            "one unit of the instrument",
            1.43,
            0.11,
            1.21,
            1.65,
            0.001,
            17_000L,
            90L,
            "cluster",
            "causal",
            "a reason",
            "turnover ~ log_outside_wage | home + region^month",
            "silver.care_homes v3",
            169.2,
            0.3,
            "log_outside_wage",
            160.4,
            null,
            null,
            null,
            null,
            0.021);
    assertThat(Rows.html(FirstStageSection.blocks(List.of(stage), 1.5)))
        .contains("planted truth 1.50", "169.2", "160.4", "17,000", "causal")
        .doesNotContain("staff leave");
  }

  @Test
  void shouldSayWhatARejectCodeMeans() {
    Row row = RowFactory.create("bronze.hes_ae", "BAD_DATE", "ARRIVALDATE", 12L);
    assertThat(RejectsSection.table(List.of(row)).html())
        .contains("bronze.hes_ae", "ARRIVALDATE", "is not a date in the column", "12");
  }

  @Test
  void shouldReadPlantedNumbersAndClaimNoneWhereThereAreNone(@TempDir Path landing)
      throws IOException {
    assertThat(Planted.in(landing).value(Planted.EFFECT)).isNull();
    Files.writeString(
        landing.resolve("truth.json"),
        "{\"synthetic\": true, \"turnover_effect_on_arrivals_per_10pp\": 0.00328}");
    assertThat(Planted.in(landing).value(Planted.EFFECT)).isEqualTo(0.00328);
    assertThat(Planted.in(landing).value("synthetic")).isNull();
  }
}
