package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The robustness set (methods 2.10) over 31 areas of two homes from January 2019 to December 2020:
 * residents of one home are matched by property reference number, of the other by postcode, and the
 * first home of area 3, in the South, lacks May 2019. Outside wages are known to December 2020.
 */
class CareVariantsSetTest {
  private static final int AREAS = 31;
  private static final int FIRST = Month.of(2019, 1).number();
  private static final int ECDS_FROM = 15;
  private static final int HOME_WITHOUT_MAY = 3 * 2;
  private static final int MAY = 4;

  private static List<CareEffect> found;

  @BeforeAll
  static void estimate() {
    FakeInputs inputs = FakeInputs.of().with(OutsideWageMonths.TABLE, wages().dataset());
    found = CareVariants.of(new CareFrames(everyMonth()), inputs).found();
  }

  @Test
  void shouldTellEveryVariantOnTheHomeMonthsThatItLeaves() {
    assertThat(found)
        .map(CareVariantsSetTest::told)
        .filteredOn(told -> !told.contains("without area"))
        .containsExactly(
            "headline 433",
            "instrument: vacancy_index 433",
            "instrument: predicted_openings 433",
            "instrument: retail_openings 433",
            "outside wage of areas by commuting 433",
            "outside wage of areas by distance_15km 433",
            "all instruments 433",
            "bite of the minimum wage held fixed 433",
            "placebo: wages a year ahead 371",
            "placebo: wages a quarter ahead 433",
            "wages a quarter ahead held fixed 433",
            "placebo: who lives there 433 mean_age_of_residents",
            "placebo: who lives there 433 share_of_women",
            "deaths by another record 433 deaths_ons_per_resident_month",
            "deaths by another record 433 deaths_notified_per_resident_month",
            "without North 209",
            "without South 224",
            "without 2019 62",
            "without 2020 371",
            "clustered by home 433",
            "clustered by home 433 arrivals_by_ambulance_per_resident_month",
            "clustered by home 433 arrivals_out_of_hours_per_resident_month",
            "clustered by home 433 arrivals_long_stay_per_resident_month",
            "clustered by home 433 emergency_admissions_per_resident_month",
            "clustered by home 433 emergency_admissions_for_falls_per_resident_month",
            "clustered by home 433 deaths_per_resident_month",
            "clustered by local authority 433",
            "wild bootstrap over areas 433",
            "homes weighted alike 433",
            "homes that report, weighted to all homes 433",
            "month effects of England 433",
            "all months, effects of homes by record 743",
            "all months but March 2020 to June 2021 433",
            "homes that report in every month 420",
            "residents matched by postcode 434",
            "residents matched by uprn 433",
            "residents of both match tiers 867");
  }

  @Test
  void shouldLeaveOutEachAreaInTurn() {
    assertThat(found)
        .map(CareVariantsSetTest::told)
        .filteredOn(told -> told.startsWith("without area"))
        .hasSize(AREAS)
        .contains("without area T2 419", "without area T3 420", "without area T30 419");
  }

  @Test
  void shouldCallPlacebosTestsAndNoEffects() {
    assertThat(found)
        .filteredOn(e -> e.finding().question().sample().startsWith("placebo: "))
        .hasSize(4)
        .extracting(e -> e.finding().question())
        .allMatch(q -> q.design().equals("association") && q.why().startsWith("a test: nil where"));
    assertThat(found)
        .filteredOn(e -> !e.finding().question().sample().startsWith("placebo: "))
        .allMatch(e -> e.finding().question().design().equals("causal"));
  }

  /** Name and home-months, and the outcome where that is not arrivals. */
  private static String told(CareEffect effect) {
    Finding finding = effect.finding();
    String outcome = finding.question().outcome();
    String told = finding.question().sample() + " " + finding.evidence().observations();
    return outcome.equals(CareOutcome.ARRIVALS.label()) ? told : told + " " + outcome;
  }

  private static TestRows wages() {
    OutsideWageMonths w = OutsideWageMonths.TABLE;
    TestRows rows = TestRows.of(w);
    for (int area = 0; area < AREAS; area++) {
      for (int t = 0; t < DrawnCare.MONTHS; t++) {
        String month = new Month(FIRST + t).toString();
        double wage = 2 + 0.1 * Math.sin(1 + 2.3 * area * (t + 1));
        rows.row(w.ttwa, "T" + area, w.month, month, w.logOutsideWage, wage);
      }
    }
    return rows;
  }

  private static Frame everyMonth() {
    Frame drawn = DrawnCare.frame(0.05, AREAS);
    int rows = drawn.rows();
    String[] tiers = new String[rows];
    String[] councils = new String[rows];
    for (int i = 0; i < rows; i++) {
      tiers[i] = home(i) % 2 == 0 ? "uprn" : "postcode";
      councils[i] = "L" + home(i);
    }
    Frame frame =
        drawn
            .with(CarePanel.TIER, tiers)
            .with(CarePanel.LAD, councils)
            .with(CarePanel.MONTH, of(rows, i -> FIRST + month(i)))
            .with(CarePanel.ECDS, of(rows, i -> month(i) < ECDS_FROM ? 0 : 1))
            .with(ReportingWeights.DAYS, of(rows, i -> 900 + i % 7));
    int seed = 1;
    for (AreaInstrument other : AreaInstrument.BESIDE) {
      frame = frame.with(other.label(), waves(rows, seed++));
    }
    frame = frame.with(OtherExposures.STORES, waves(rows, seed++));
    frame = frame.with(OtherExposures.BITE, waves(rows, 100));
    for (String wage : OtherExposures.WAGES.values()) {
      frame = frame.with(wage, waves(rows, seed++));
    }
    for (String name : PlaceboOutcomes.NAMES) {
      frame = frame.with(name, waves(rows, seed++));
    }
    for (String name : DeathDefinitions.NAMES) {
      frame = frame.with(name, waves(rows, seed++));
    }
    for (CareOutcome outcome : CareOutcome.values()) {
      if (outcome != CareOutcome.ARRIVALS) {
        frame = frame.with(outcome.label(), waves(rows, seed++));
      }
    }
    return new CareFrames(frame).where(i -> home(i) != HOME_WITHOUT_MAY || month(i) != MAY);
  }

  private static int home(int row) {
    return row / DrawnCare.MONTHS;
  }

  private static int month(int row) {
    return row % DrawnCare.MONTHS;
  }

  /** Numbers that no effect explains. */
  private static double[] waves(int rows, int seed) {
    return of(rows, i -> Math.sin(seed + 1.7 * seed * i * i));
  }

  private static double[] of(int rows, IntToDoubleFunction value) {
    return IntStream.range(0, rows).mapToDouble(value::applyAsDouble).toArray();
  }
}
