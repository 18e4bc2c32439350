package careworkforce.pipelines.silver.spells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** H healthcare assistant, N nurse, C clerical; lower case is the same group in a training post. */
class OccupationPathTest {
  private static final MoveRule RULE = new MoveRule(3, 4, 6);

  @Test
  void shouldCountALastingChangeOnce() {
    assertThat(moves("HHHHNNNNN")).containsExactly("4 H>N gap 0 - training 0");
  }

  @Test
  void shouldNotCountAFlickerNorItsWayBack() {
    assertThat(moves("HHHHNHHHHHHH")).isEmpty();
  }

  @Test
  void shouldNotCountAChangeThatReturnsWithinSixMonths() {
    assertThat(moves("HHHNNNNNNHHHHHHHH")).isEmpty();
  }

  @Test
  void shouldCountBothWaysWhenTheReturnIsLater() {
    assertThat(moves("HHHNNNNNNNHHHHHHHH"))
        .containsExactly("3 H>N gap 0 - training 0", "10 N>H gap 0 - training 0");
  }

  @Test
  void shouldCountAChangeInterruptedByOneMonthElsewhere() {
    assertThat(moves("HHHNCNNNN")).containsExactly("3 H>N gap 0 - training 0");
  }

  @Test
  void shouldNotCountAChangeTooNearTheEndOfWhatWasSeen() {
    assertThat(moves("HHHNNN")).isEmpty();
    assertThat(moves("HHHNNNN")).hasSize(1);
  }

  @Test
  void shouldCountAChangeThatIsProvedUntilAReturnThatUndoesItIsSeen() {
    assertThat(moves("HHHNNNNN")).containsExactly("3 H>N gap 0 - training 0");
    assertThat(moves("HHHNNNNNHHHHHHH")).isEmpty();
  }

  @Test
  void shouldCompareAcrossAParentalLeave() {
    assertThat(moves("HHPPPPNNNNN")).containsExactly("6 H>N gap 4 PARENTAL training 0");
  }

  @Test
  void shouldCompareAcrossAnAbsenceAndSayThatThePersonHadLeft() {
    assertThat(moves("HH...PNNNNN")).containsExactly("6 H>N gap 4 GAP training 0");
  }

  @Test
  void shouldCountMonthsAtWorkOnlyWhenProvingAMove() {
    assertThat(moves("HHNPPPPPPNNN")).containsExactly("2 H>N gap 0 - training 0");
  }

  @Test
  void shouldSeeThroughATrainingPostToTheGroupBefore() {
    assertThat(moves("HHllllNNNNN")).containsExactly("6 H>N gap 0 - training 4");
  }

  @Test
  void shouldCountTheMonthsNotAtWorkBeforeTrainingInItAndAfter() {
    assertThat(moves("HHPPPPllllNNNNN")).containsExactly("10 H>N gap 4 PARENTAL training 4");
    assertThat(moves("HHllPPllNNNNN")).containsExactly("8 H>N gap 2 PARENTAL training 4");
    assertThat(moves("HHPll..llPNNNNN")).containsExactly("10 H>N gap 4 PARENTAL training 4");
    assertThat(moves("HHP...llPNNNNN")).containsExactly("9 H>N gap 5 GAP training 2");
  }

  @Test
  void shouldCountTheGapSinceTheLastMonthInTrainingWhereNothingStandsBefore() {
    assertThat(moves("llPPPllPNNNNN")).containsExactly("8 L>N gap 1 PARENTAL training 4");
  }

  @Test
  void shouldSayWhichMonthAtWorkCameBeforeBeItInTraining() {
    assertThat(path("HHPPPPllllNNNNN").moves(RULE))
        .extracting(OccupationPath.Move::before)
        .containsExactly(9);
  }

  @Test
  void shouldNotCountTrainingThatEndsWhereItBegan() {
    assertThat(moves("HHllllHHHH")).isEmpty();
  }

  @Test
  void shouldTakeATraineesOwnGroupWhenNothingStandsBefore() {
    assertThat(moves("llllNNNNN")).containsExactly("4 L>N gap 0 - training 4");
  }

  @Test
  void shouldFollowTheSettingsOfTheRule() {
    assertThat(moves("HHHNNHHHH", new MoveRule(1, 1, 0))).hasSize(2);
    assertThat(moves("HHHNNNNNNN", new MoveRule(7, 7, 6))).isEmpty();
  }

  @Test
  void shouldSayWhichMonthIsTheLastThatCanUndoAMove() {
    assertThat(settled("HHHNNNNNNNN")).containsExactly(3 + 6);
    assertThat(settled("HHHNPPPPPPPNNNNN")).containsExactly(14);
    assertThat(settled("HHHNNNN")).containsExactly((Integer) null);
  }

  private static List<Integer> settled(String months) {
    return path(months).moves(RULE).stream().map(OccupationPath.Move::settled).toList();
  }

  private static List<String> moves(String months) {
    return moves(months, RULE);
  }

  private static OccupationPath path(String months) {
    OccupationPath path = new OccupationPath();
    for (int i = 0; i < months.length(); i++) {
      char c = months.charAt(i);
      switch (c) {
        case '.' -> path.add(i, i, "GAP", null, false);
        case 'P' -> path.add(i, i, "PARENTAL", "H", false);
        default ->
            path.add(
                i, i, "ACTIVE", String.valueOf(Character.toUpperCase(c)), Character.isLowerCase(c));
      }
    }
    return path;
  }

  private static List<String> moves(String months, MoveRule rule) {
    return path(months).moves(rule).stream()
        .map(
            m ->
                m.month()
                    + " "
                    + m.from()
                    + ">"
                    + m.to()
                    + " gap "
                    + m.gapMonths()
                    + " "
                    + (m.gapKind() == null ? "-" : m.gapKind())
                    + " training "
                    + m.trainingMonths())
        .toList();
  }
}
