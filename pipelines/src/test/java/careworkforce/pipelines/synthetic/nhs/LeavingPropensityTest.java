package careworkforce.pipelines.synthetic.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavingPropensityTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.defaults());
  private static final TrustSpread SPREAD = TrustSpread.of(WORLD);

  @Test
  void shouldPeakForWomenInTheirThirtiesAndForMenFromFiftyFive() {
    assertThat(LeavingPropensity.age(true, 29, false)).isEqualTo(0.89);
    assertThat(LeavingPropensity.age(true, 30, false)).isEqualTo(1.25);
    assertThat(LeavingPropensity.age(true, 40, true)).isEqualTo(0.89);
    assertThat(LeavingPropensity.age(false, 54, false)).isEqualTo(0.95);
    assertThat(LeavingPropensity.age(false, 55, false)).isEqualTo(1.6);
  }

  @Test
  void shouldBeHighForMaleAssistantsInTheirTwenties() {
    assertThat(LeavingPropensity.age(false, 25, true))
        .isGreaterThan(LeavingPropensity.age(false, 35, true));
    assertThat(LeavingPropensity.age(false, 25, false))
        .isEqualTo(LeavingPropensity.age(false, 35, false));
  }

  @Test
  void shouldSpreadTrustsByNineAtMost() {
    double most = Collections.max(SPREAD.factors().values());
    double least = Collections.min(SPREAD.factors().values());
    assertThat(most / least).isBetween(8.0, 9.0);
  }

  @Test
  void shouldLeaveAssistantsAsAWholeAtTheirOwnRate() {
    double mean =
        Trust.ALL.stream().mapToDouble(t -> SPREAD.factor(t, WORLD.from())).average().orElseThrow();
    assertThat(mean).isCloseTo(1, within(1e-12));
    Trust calm = byFactor().get(0);
    // Staff gather where few leave, so that a trust's factor grows for the mean to stay.
    assertThat(SPREAD.factor(calm, WORLD.to())).isGreaterThan(SPREAD.factor(calm, WORLD.from()));
  }

  private static List<Trust> byFactor() {
    return Trust.ALL.stream()
        .sorted(java.util.Comparator.comparingDouble(t -> SPREAD.factor(t, WORLD.from())))
        .toList();
  }

  @Test
  void shouldChangeNobodysTrustFactorByAMerger() {
    Trust ealing = Trust.under("RC3", Month.of(2012, 1).number());
    Trust northWestLondon = Trust.under("RV8", Month.of(2012, 1).number());
    assertThat(SPREAD.factor(ealing, WORLD.from()))
        .isEqualTo(SPREAD.factor(northWestLondon, WORLD.from()));
  }

  @Test
  void shouldSplitTheCohortAsPublishedByTheTwoRatesOfRising() {
    double months = 105;
    double five = Math.exp(-months * NurseCohort.TO_BAND_6);
    double six =
        NurseCohort.TO_BAND_6
            / (NurseCohort.TO_BAND_6 - NurseCohort.TO_BAND_7)
            * (Math.exp(-months * NurseCohort.TO_BAND_7) - five);
    assertThat(five).isCloseTo(0.21 / 0.61, within(0.005));
    assertThat(six).isCloseTo(0.26 / 0.61, within(0.005));
    assertThat(NurseCohort.IN_BAND_5 + NurseCohort.IN_BAND_6 + NurseCohort.IN_BANDS_7_TO_9)
        .isCloseTo(1 - NurseCohort.LEFT, within(1e-12));
  }
}
