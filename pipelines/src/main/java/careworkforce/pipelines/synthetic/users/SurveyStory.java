package careworkforce.pipelines.synthetic.users;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.UserEffects;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import java.util.List;
import java.util.Set;

/**
 * The Adult Social Care Survey, council by council: four strata, of which the small are asked more
 * often than their number would have it, and four in ten answer.
 */
public record SurveyStory(WorldSettings world) implements Story {
  private static final double SATISFIED = 0.64;
  private static final double RESPONSE = 0.4;
  private static final int APRIL = 3;
  private static final int YEAR = 12;
  private static final int STRATA = 4;

  /** People in a stratum for each one asked at full size; by stratum. */
  private static final int[] IN_STRATUM = {900, 1_200, 1_500, 3_000};

  @Override
  public String name() {
    return "survey";
  }

  @Override
  public long entities() {
    return councils().size();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(SurveyAnswer.class);
  }

  static List<String> councils() {
    return LocalAuthority.ALL.stream().map(LocalAuthority::council).distinct().sorted().toList();
  }

  @Override
  public void tell(long entity, Told to) {
    String council = councils().get((int) entity);
    CouncilTurnover turnover = CouncilTurnover.of(world, council);
    if (!turnover.hasHomes()) {
      return;
    }
    UserEffects effects = world.users();
    double usual = turnover.longRun();
    double level = SATISFIED + effects.level() * (usual - world.mechanism().turnover());
    for (int month = world.from(); month + YEAR - 1 <= world.to(); month++) {
      if (month % YEAR == APRIL) {
        double year = turnover.mean(month - world.from(), YEAR);
        year(month, council, level + effects.turnover() * (year - usual), to);
      }
    }
  }

  /** Asks as many in every stratum: 250 at full size, 25 at a hundredth. */
  private void year(int month, String council, double share, Told to) {
    int asked = Math.max(20, (int) Math.round(250 * Math.min(1, Math.sqrt(world.scale()))));
    Draw draw = world.draw("survey " + council, month);
    int serial = 0;
    for (int stratum = 1; stratum <= STRATA; stratum++) {
      for (int n = 0; n < asked; n++) {
        to.fact(person(month, council, ++serial, stratum, share, draw));
      }
    }
  }

  private static SurveyAnswer person(
      int month, String council, int serial, int stratum, double share, Draw draw) {
    boolean responded = draw.chance(RESPONSE);
    boolean satisfied = draw.chance(Math.max(0.02, Math.min(0.98, share)));
    int questionnaire = stratum == 1 && draw.chance(0.6) ? 3 : stratum == 3 ? 2 : 1;
    int age = stratum <= 2 ? draw.between(18, 64) : draw.between(65, 99);
    int[] answers = new int[11];
    answers[0] = overall(satisfied, questionnaire, draw);
    for (int i = 1; i < answers.length; i++) {
      answers[i] = 1 + Math.min(3, draw.poisson(satisfied ? 0.7 : 1.3));
    }
    answers[6] = Math.min(2, answers[6]);
    return new SurveyAnswer(
        month,
        council,
        serial,
        responded,
        draw.chance(0.6),
        age,
        questionnaire,
        answers,
        stratum,
        IN_STRATUM[stratum - 1]);
  }

  /** Answers 1 and 2 of seven, and 1 of the easy-read five, are extremely and very satisfied. */
  private static int overall(boolean satisfied, int questionnaire, Draw draw) {
    if (questionnaire == 3) {
      return satisfied ? 1 : draw.between(2, 5);
    }
    return satisfied ? draw.between(1, 2) : draw.between(3, 7);
  }
}
