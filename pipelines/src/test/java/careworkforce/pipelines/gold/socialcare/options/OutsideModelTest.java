package careworkforce.pipelines.gold.socialcare.options;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutsideModelTest {
  private static Frame sample = Frame.empty();

  @BeforeAll
  static void frame() {
    sample = frame(3);
  }

  private static Frame frame(int years) {
    return OutsideSample.frame(OptionsWorld.of(years, 3).inputs(), "all");
  }

  @Test
  void shouldSayThatOneYearTellsNothingWithinHomes() {
    assertThatThrownBy(() -> OutsideModel.require(frame(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot estimate effects of the outside wage within homes: the sample has one year,"
                + " 2013. Deliver pay and staff of two years or more.");
  }

  @Test
  void shouldSayThatEffectsExplainAnIndexThatDoesNotDifferWithinRegions() {
    double[] years = sample.numbers(OutsideSample.YEAR);
    assertThatThrownBy(() -> OutsideModel.require(sample.with(OutsideSample.INDEX, years)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("of the variation of outside_wage")
        .hasMessageContaining("more than one travel-to-work area");
  }

  /** Six homes in three regions and three years: 6 + 9 - 1 effects and 3 slopes for 18 rows. */
  @Test
  void shouldRefuseAnEffectForNearlyEveryHomeYear() {
    List<String> areas = HomeYears.words(sample, OutsideSample.TTWA);
    double[] nursing = sample.numbers(OutsideSample.NURSING);
    Frame six = sample.where(i -> areas.get(i).matches("T[012456]") && nursing[i] > 0);
    assertThatThrownBy(
            () -> OutsideModel.leastSquares(six, OutsideSample.TURNOVER, true, OutsideSample.INDEX))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its 18 rows have 17 parameters");
    assertThatThrownBy(
            () ->
                OutsideModel.instrumented(
                    six,
                    OutsideSample.TURNOVER,
                    List.of(OutsideSample.HERE),
                    List.of(OutsideSample.INDEX)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("degrees of freedom");
  }

  @Test
  void shouldRefuseToInstrumentWithoutAnInstrument() {
    assertThatThrownBy(
            () ->
                OutsideModel.instrumented(
                    sample, OutsideSample.TURNOVER, List.of(OutsideSample.HERE), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot ");
  }

  @Test
  void shouldRefuseFewerInstrumentsThanEndogenousRegressors() {
    assertThatThrownBy(
            () ->
                OutsideModel.instrumented(
                    sample,
                    OutsideSample.TURNOVER,
                    List.of(OutsideSample.HERE, OutsideSample.STARTERS),
                    List.of(OutsideSample.INDEX)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot ");
  }

  @Test
  void shouldSayThatThereAreTooFewAreasForTheIndustries() {
    List<String> areas = HomeYears.words(sample, OutsideSample.TTWA);
    Frame four = sample.where(i -> areas.get(i).matches("T[0-3]"));
    IndustryTerms terms = IndustryTerms.of(OptionsWorld.of(3, 3).inputs(), "all");
    ShiftShareInference shocks = new ShiftShareInference(four, HomeYears.of(four), terms);
    assertThatThrownBy(
            () -> shocks.fit(OutsideSample.TURNOVER, OutsideSample.HERE, OutsideSample.INDEX))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Give more areas than industries");
  }
}
