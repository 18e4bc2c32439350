package careworkforce.pipelines.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import org.junit.jupiter.api.Test;

class EstimableTest {
  private static final Frame DATA = Frame.empty().with("y", 1, 1, 1, 1).with("x", 1, 2, 3, 5);

  @Test
  void shouldGiveNothingWhereTheDataHoldTooLittle() {
    assertThat(Estimable.orNull(() -> Estimate.ols("y ~ x", DATA).fit())).isNull();
    assertThat(Estimable.orNull(() -> Estimate.ols("x ~ 1", DATA).fit())).isNotNull();
  }

  @Test
  void shouldNotHideAMistakeInTheQuestion() {
    assertThatThrownBy(() -> Estimable.orNull(() -> Estimate.ols("y ~ z", DATA).fit()))
        .isInstanceOf(UserError.class);
  }
}
