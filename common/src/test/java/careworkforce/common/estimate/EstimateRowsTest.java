package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import org.junit.jupiter.api.Test;

class EstimateRowsTest {
  private static final Frame HOMES =
      Frame.empty()
          .with("home", "a", "a", "a", "b", "b", "b", "c", "c", "c", "alone")
          .with("x", 1, 2, 4, 1, 3, 2, 5, 1, 1, 9)
          .with("count", 0, 2, 1, 0, 0, 0, 3, 1, Double.NaN, 4)
          .with("weight", 1, 1, 1, 1, 1, 0, 1, 1, 1, 1);

  @Test
  void shouldLeaveOutRowsThatAreIncompleteOrWithoutWeightOrAlone() {
    Estimate ols = Estimate.ols("count ~ x | home", HOMES).weights("weight");
    assertThat(ols.rows()).containsExactly(0, 1, 2, 3, 4, 6, 7);
    assertThat(ols.rows()).hasSize(ols.fit().sample().rows());
  }

  @Test
  void shouldLeaveOutHomesThatNeverCountOneFromPoisson() {
    Estimate poisson = Estimate.of(Family.named("poisson"), "count ~ x | home", HOMES);
    assertThat(poisson.rows()).containsExactly(0, 1, 2, 6, 7);
    assertThat(poisson.rows()).hasSize(poisson.fit().sample().rows());
  }

  @Test
  void shouldSayThatOtherFamiliesCannotTell() {
    Estimate logit = Estimate.of(Family.named("logit"), "count ~ x | home", HOMES);
    assertThatThrownBy(logit::rows)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot tell the rows that a fit rests on: family logit");
  }
}
