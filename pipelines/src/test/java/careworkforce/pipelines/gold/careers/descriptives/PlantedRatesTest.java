package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.SameTables;
import careworkforce.common.delta.Lake;
import careworkforce.common.table.Field;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.synthetic.NhsAlone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was planted in ten years of a synthetic NHS (calibration.md 3.1), found again by its own
 * pipeline within its own interval: from delivered files to the descriptive tables.
 */
@Tag("slow")
class PlantedRatesTest {
  private static final CareersLeaving L = CareersLeaving.TABLE;
  private static final CareersPipelines P = CareersPipelines.TABLE;
  private static final CareersProgression R = CareersProgression.TABLE;
  private static final CareersProgressionCohort C = CareersProgressionCohort.TABLE;
  private static final CareersWorkforce W = CareersWorkforce.TABLE;
  private static final CareerRiskCells K = CareerRiskCells.TABLE;
  private static final String CONSULTANTS = "Emergency medicine";
  private static final String ASSISTANTS = "NURSING_SUPPORT";

  /**
   * Effects on single careers are off, as they shift the rates of groups. One rate in twenty lies
   * outside its interval by chance; in the England of this seed none does.
   */
  private static final Map<String, String> WORLD =
      Map.of(
          "synthetic.scale", "0.006",
          "synthetic.seed", "1",
          "synthetic.careers.policy-on-moves", "0",
          "synthetic.careers.parenthood-on-moves", "0",
          "synthetic.careers.house-price-on-trust-moves", "0",
          "synthetic.careers.sickness-on-leaving", "0",
          "synthetic.careers.move-on-leaving", "0");

  @TempDir private static Path folder = Path.of("");
  private static NhsAlone planted;
  private static Lake lake;

  private record Counted(long events, long months) {
    double rate() {
      return events / (double) months;
    }

    /** The 95% interval of the rate over that of another, on the log scale. */
    void assertOver(Counted other, double planted) {
      double error = Math.sqrt(1.0 / events + 1.0 / other.events);
      double log = Math.log(rate() / other.rate());
      assertThat(Math.log(planted))
          .as("%s over %s, planted ratio %s", this, other, planted)
          .isBetween(log - 1.96 * error, log + 1.96 * error);
    }

    /** The 95% Wilson interval. */
    void assertCovers(double planted) {
      double z2 = 1.96 * 1.96;
      double centre = (rate() + z2 / (2 * months)) / (1 + z2 / months);
      double half =
          1.96
              * Math.sqrt(rate() * (1 - rate()) / months + z2 / (4.0 * months * months))
              / (1 + z2 / months);
      assertThat(planted)
          .as("%s, rate %s, planted %s", this, rate(), planted)
          .isBetween(centre - half, centre + half);
    }
  }

  @BeforeAll
  static void make() {
    planted = NhsAlone.write(folder.resolve("landing"), WORLD);
    lake =
        SmallEngland.run(
            folder.resolve("lake"),
            folder.resolve("landing"),
            List.of(
                "+gold.careers_leaving",
                "+gold.careers_moves_by",
                "+gold.careers_transition_matrix",
                "+gold.careers_pipelines",
                "+gold.careers_progression",
                "+gold.careers_progression_cohort",
                "+gold.careers_workforce",
                "+silver.career_risk_cells"));
  }

  private static Counted leaving(String occupation, String breakdown, String value) {
    return leaving(
        occupation, is(L.breakdown, breakdown).and(L.value.col().rlike("^(" + value + ")$")));
  }

  private static Counted leaving(String occupation, Column where) {
    Dataset<Row> rows =
        lake.read(L).where(is(L.occupation, occupation).and(not(is(L.level, "level1"))).and(where));
    return counted(rows, L.exits, L.personMonths);
  }

  private static Counted counted(Dataset<Row> rows, Field events, Field months) {
    Row row = rows.agg(sum(events.col()), sum(months.col())).first();
    return new Counted(row.getLong(0), row.getLong(1));
  }

  private static Column is(Field field, String value) {
    return field.col().equalTo(lit(value));
  }

  @Test
  void shouldFindTheMonthlyLeavingOfConsultantsNursesAndAssistants() {
    leaving(CONSULTANTS, "all", "all").assertCovers(planted.planted("consultant_monthly_leave"));
    leaving("Nurses - adult", "all", "all").assertCovers(planted.planted("nurse_monthly_leave"));
    leaving(ASSISTANTS, "all", "all").assertCovers(planted.planted("hca_monthly_leave"));
  }

  @Test
  void shouldFindHowMuchMoreEuropeansAndHowMuchLessOthersLeave() {
    Counted british = leaving("NURSES", "nationality", "BRITISH");
    leaving("NURSES", "nationality", "EU")
        .assertOver(british, planted.planted("eu_over_british_leave"));
    leaving("NURSES", "nationality", "OTHER")
        .assertOver(british, planted.planted("other_over_british_leave"));
  }

  @Test
  void shouldFindTheShapeOfLeavingByAge() {
    leaving("NURSES", "sex_age_group", "Female (30_34|35_39)")
        .assertOver(
            leaving("NURSES", "sex_age_group", "Female (UNDER_25|25_29|4._4.|5._5.|60.*|65.*)"),
            planted.planted("women_in_thirties_over_others_leave"));
  }

  @Test
  void shouldFindMenLeavingMoreFromFiftyFive() {
    leaving("DOCTORS", "sex_age_group", "Male (55_59|60_64|65_OVER)")
        .assertOver(
            leaving("DOCTORS", "sex_age_group", "Male (UNDER_25|25_29|3._3.|4._4.|50_54)"),
            planted.planted("men_from_55_over_younger_leave"));
  }

  @Test
  void shouldFindYoungMaleAssistantsLeavingMore() {
    leaving(ASSISTANTS, "sex_age_group", "Male (UNDER_25|25_29)")
        .assertOver(
            leaving(ASSISTANTS, "sex_age_group", "Male (3._3.|4._4.|50_54)"),
            planted.planted("male_assistants_under_30_over_30_to_54_leave"));
  }

  /**
   * Of single trusts too few leave: the tenths at either end are held against each other. {@code
   * LeavingPropensityTest} sees that the factors themselves are nine apart.
   */
  @Test
  void shouldFindAssistantsLeavingNineTimesAsMuchInOneTrustAsInAnother() {
    List<Map.Entry<String, Double>> trusts =
        planted.leavingByTrust().entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    int tenth = trusts.size() / 10;
    List<Map.Entry<String, Double>> least = trusts.subList(0, tenth);
    List<Map.Entry<String, Double>> most = trusts.subList(trusts.size() - tenth, trusts.size());
    ofTrusts(most).assertOver(ofTrusts(least), mean(most) / mean(least));
  }

  private static Counted ofTrusts(List<Map.Entry<String, Double>> trusts) {
    return leaving(
        ASSISTANTS,
        is(L.breakdown, "trust")
            .and(L.value.col().isin(trusts.stream().map(Map.Entry::getKey).toArray())));
  }

  private static double mean(List<Map.Entry<String, Double>> trusts) {
    return trusts.stream().mapToDouble(Map.Entry::getValue).average().orElseThrow();
  }

  @Test
  void shouldFindTheGrowingShareOfNewNursesFromSupport() {
    List<Row> years =
        lake.read(P)
            .where(
                is(P.toGroup, "NURSES")
                    .and(is(P.fromGroup, ASSISTANTS))
                    .and(is(P.breakdown, "all"))
                    .and(P.year.col().between(lit(2014), lit(2021))))
            .collectAsList();
    assertThat(years).hasSize(8);
    List<String> missed = new ArrayList<>();
    for (Row year : years) {
      double share = planted.planted("pipe_share_" + year.getAs(P.year.name()));
      double low = year.<Double>getAs(P.share.low().name());
      double high = year.<Double>getAs(P.share.high().name());
      if (share < low || share > high) {
        missed.add(year.toString());
      }
    }
    // At 95% each, two of eight fall outside once in twenty times.
    assertThat(missed).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void shouldFindTheSouthEastTwiceTheNorthEast() {
    ofRegion("South East")
        .assertOver(
            ofRegion("North East"), planted.planted("nurse_training_south_east_over_north_east"));
  }

  private static Counted ofRegion(String region) {
    return counted(
        lake.read(P)
            .where(
                is(P.toGroup, "NURSES")
                    .and(is(P.fromGroup, ASSISTANTS))
                    .and(is(P.breakdown, "region"))
                    .and(is(P.value, region))),
        P.entrants,
        P.allEntrants);
  }

  @Test
  void shouldFindTheFourWaySplitOfTheNurseCohort() {
    Map<String, String> names =
        Map.of(
            "BAND_5", "nurse_cohort_band_5",
            "BAND_6", "nurse_cohort_band_6",
            "BAND_7_TO_9", "nurse_cohort_band_7_to_9",
            "LEFT", "nurse_cohort_left");
    List<Row> split = lake.read(C).where(is(C.breakdown, "all")).collectAsList();
    assertThat(split).hasSize(4);
    for (Row row : split) {
      new Counted(row.<Long>getAs(C.there.name()), row.<Long>getAs(C.persons.name()))
          .assertCovers(planted.planted(names.get(row.<String>getAs(C.outcome.name()))));
    }
  }

  @Test
  void shouldFindTheMonthlyHazardOfBandSix() {
    counted(
            lake.read(R)
                .where(is(R.breakdown, "all").and(is(R.group, "NURSES")).and(is(R.heldBand, "5"))),
            R.rises,
            R.personMonths)
        .assertCovers(planted.planted("nurse_monthly_rise_to_band_6"));
  }

  /**
   * Who has been in post for a year may move in any month at work, but for doctors; of nursing
   * support and its learners the route to nursing is a rate of its own.
   */
  @Test
  void shouldFindTheYearlyRateOfMovesOffTheNurseRoute() {
    Dataset<Row> settled =
        lake.read(K)
            .where(
                not(K.level2.col().isin(ASSISTANTS, "NURSING_LEARNERS", "DOCTORS"))
                    .and(not(is(K.tenure, "under 1")))
                    .and(not(is(K.event, CareerRiskCells.AWAY))));
    Row row =
        settled
            .agg(
                sum(when(K.event.col().startsWith("move_"), K.persons.col()).otherwise(lit(0L))),
                sum(K.persons.col()))
            .first();
    new Counted(row.getLong(0), row.getLong(1))
        .assertCovers(planted.planted("occupation_moves_per_year") / 12);
  }

  @Test
  void shouldFindTheSharesOfTheThreeLevelsByHeadcountAndByFte() {
    List<Row> levels =
        lake.read(W)
            .where(
                is(W.breakdown, "all")
                    .and(is(W.level, "level1"))
                    .and(W.year.col().equalTo(lit(2012))))
            .collectAsList();
    assertThat(levels).hasSize(3);
    for (Row row : levels) {
      String level = row.<String>getAs(W.occupation.name());
      String name =
          level.equals("SUPPORT_TO_CLINICAL")
              ? "support"
              : level.toLowerCase(java.util.Locale.ROOT);
      assertWithin(row, W.headcountShare, planted.planted("headcount_share_" + name));
      assertWithin(row, W.fteShare, planted.planted("fte_share_" + name));
    }
  }

  private static void assertWithin(Row row, Rate rate, double planted) {
    assertThat(planted)
        .as("%s of %s", rate.value().name(), row)
        .isBetween(row.<Double>getAs(rate.low().name()), row.<Double>getAs(rate.high().name()));
  }

  @Test
  void shouldNotForceLeaverRateAndStabilityIndexToAddUpToOne() {
    List<Row> years =
        lake.read(L)
            .where(
                is(L.breakdown, "all")
                    .and(is(L.occupation, "all"))
                    .and(L.year.col().between(lit(2012), lit(2019))))
            .collectAsList();
    assertThat(years)
        .hasSize(8)
        .allSatisfy(
            year -> {
              double both =
                  year.<Double>getAs(L.leaverRate.value().name())
                      + year.<Double>getAs(L.stability.value().name());
              assertThat(both).isBetween(0.9, 1.1).isNotEqualTo(1.0);
            });
  }

  @Test
  void shouldAgreeWithTheTransitionMatrixOfEverybody() {
    CareersTransitionMatrix matrix = CareersTransitionMatrix.TABLE;
    CareersMovesBy by = CareersMovesBy.TABLE;
    Dataset<Row> expected =
        lake.read(matrix)
            .where(matrix.personsThere.col().gt(lit(0L)))
            .select(
                matrix.year.col(),
                matrix.fromGroup.col(),
                matrix.toGroup.col(),
                matrix.persons.col(),
                matrix.personsThere.col());
    Dataset<Row> actual =
        lake.read(by)
            .where(is(by.breakdown, "all").and(by.personsThere.col().gt(lit(0L))))
            .select(
                by.year.col(),
                by.fromGroup.col(),
                by.toGroup.col(),
                by.persons.col(),
                by.personsThere.col());
    assertThat(expected.count()).isGreaterThan(100);
    SameTables.assertSameCounts(expected, actual);
  }
}
