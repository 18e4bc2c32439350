package careworkforce.pipelines.synthetic.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyStoryTest {
  @Test
  void shouldAskFourStrataOfACouncilInEachFinancialYearOfTheWorld() {
    List<SurveyAnswer> asked = asked(Map.of());
    assertThat(asked.stream().map(SurveyAnswer::month).distinct())
        .hasSize(9)
        .allMatch(month -> month % 12 == 3);
    assertThat(asked.stream().map(SurveyAnswer::stratum).distinct()).hasSize(4);
    assertThat(asked).anyMatch(answer -> !answer.responded());
  }

  @Test
  void shouldSatisfyNearTwoThirdsAndFoldTheEasyReadQuestion() {
    List<SurveyAnswer> asked = asked(Map.of());
    double satisfied =
        asked.stream().filter(a -> a.answers()[0] <= (a.questionnaire() == 3 ? 1 : 2)).count()
            / (double) asked.size();
    assertThat(satisfied).isCloseTo(0.64, within(0.03));
    assertThat(asked.stream().filter(a -> a.questionnaire() == 3))
        .isNotEmpty()
        .allMatch(a -> a.stratum() == 1 && a.answers()[0] <= 5);
  }

  @Test
  void shouldLeaveEverybodyAsTheyWereButForTheAnswersThatTurnoverMoves() {
    List<SurveyAnswer> asked = asked(Map.of());
    List<SurveyAnswer> unmoved = asked(Map.of("synthetic.users.turnover-on-satisfaction", "0.0"));
    assertThat(unmoved).extracting(SurveyAnswer::serial).isEqualTo(serials(asked));
    assertThat(unmoved.stream().map(a -> a.answers()[0]).toList())
        .isNotEqualTo(asked.stream().map(a -> a.answers()[0]).toList());
  }

  private static List<Integer> serials(List<SurveyAnswer> asked) {
    return asked.stream().map(SurveyAnswer::serial).toList();
  }

  /** Of the first ten councils. */
  private static List<SurveyAnswer> asked(Map<String, String> set) {
    WorldSettings world = WorldSettings.of(Settings.load(List.of(), set));
    List<SurveyAnswer> asked = new ArrayList<>();
    Told told =
        new Told() {
          @Override
          public <F extends Fact> void fact(F fact) {
            asked.add((SurveyAnswer) fact);
          }

          @Override
          public void tally(String name, long count) {}
        };
    for (int council = 0; council < 10; council++) {
      new SurveyStory(world).tell(council, told);
    }
    return asked;
  }
}
