package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static Truth truth() {
    return Truth.of(
        Overheard.world(
            Map.of(
                "synthetic.mechanism.wage-pull", "1.5",
                "synthetic.supply.own-wage", "-0.3",
                "synthetic.supply.vacancies", "2")));
  }

  @Test
  void shouldTellOfPullsWhatIsLeftOfThemWhereSomeMonthsAnswerToNone() {
    Truth truth = truth();
    truth.count(Map.of("care_home_months", 150L, "care_home_months_at_least_turnover", 10L));
    truth.count(Map.of("care_home_months", 50L, "care_home_months_at_least_turnover", 4L));
    assertThat(truth.json())
        .contains(
            "\"outside_wage_on_turnover\": 1.395",
            "\"own_wage_on_turnover\": -0.279",
            "\"vacancies_on_turnover\": 1.86",
            "\"phi\": 1.5");
  }

  @Test
  void shouldTellOfTheNursesCohortInWorldsThatSeeAllOfIt() {
    assertThat(truth().json()).contains("\"nurse_cohort_left\": 0.39");
    for (Map<String, String> part :
        List.of(Map.of("synthetic.from", "\"2012-12\""), Map.of("synthetic.to", "\"2021-07\""))) {
      assertThat(Truth.of(Overheard.world(part)).json()).doesNotContain("nurse_cohort");
    }
  }

  @Test
  void shouldTellPullsWholeWhereNoHomeWasTold() {
    assertThat(truth().json()).contains("\"outside_wage_on_turnover\": 1.5");
  }
}
