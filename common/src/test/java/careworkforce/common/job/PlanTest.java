package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Plan.Step WAITING =
      new Plan.Step(
          new Fakes.HomesJob(), List.of(), List.of("no file is in homes"), List.of("odd.csv"));

  @Test
  void shouldTellOfEachOfAFewSourcesThatWait() {
    assertThat(new Plan(Collections.nCopies(2, WAITING)).remarks())
        .containsExactly(
            "silver.homes waits: no file is in homes",
            "silver.homes waits: no file is in homes",
            "silver.homes: odd.csv",
            "silver.homes: odd.csv");
  }

  @Test
  void shouldTellOfManyInOneSentence() {
    assertThat(new Plan(Collections.nCopies(4, WAITING)).remarks())
        .startsWith(
            "4 sources wait for their first file, as 'plan' tells: silver.homes … silver.homes",
            "silver.homes: odd.csv")
        .hasSize(5);
  }

  @Test
  void shouldLeaveItToAJobThatRunsToTellOfItsFiles() {
    Plan.Step running =
        new Plan.Step(new Fakes.HomesJob(), List.of("new"), List.of(), List.of("odd.csv"));
    assertThat(new Plan(List.of(running)).remarks()).isEmpty();
  }
}
