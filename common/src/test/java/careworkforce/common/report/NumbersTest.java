package careworkforce.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void shouldWriteThousandsAndMinusTheSameInEveryLocale() {
    assertThat(Numbers.whole(-14021)).isEqualTo("−14,021");
    assertThat(Numbers.fixed(1234.565, 2)).isEqualTo("1,234.56");
    assertThat(Numbers.percent(0.22, 1)).isEqualTo("22.0%");
  }

  @Test
  void shouldKeepSignificantDigitsOfSmallNumbers() {
    assertThat(Numbers.significant(0.0032849, 3)).isEqualTo("0.00328");
    assertThat(Numbers.significant(-123456, 3)).isEqualTo("−123000");
    assertThat(Numbers.significant(0.0004, 3)).isEqualTo("0.000400");
    assertThat(Numbers.significant(41, 3)).isEqualTo("41.0");
    assertThat(Numbers.significant(0, 3)).isEqualTo("0");
  }

  @Test
  void shouldCountTheDecimalsThatShowSoManyDigits() {
    assertThat(Numbers.decimals(0.0031, 3)).isEqualTo(5);
    assertThat(Numbers.decimals(-1.5, 3)).isEqualTo(2);
    assertThat(Numbers.decimals(14021, 3)).isZero();
  }

  @Test
  void shouldShowADashForNoNumber() {
    assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("–");
    assertThat(Numbers.significant(Double.NaN, 2)).isEqualTo("–");
    assertThat(Numbers.significant(Double.POSITIVE_INFINITY, 2)).isEqualTo("∞");
    assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("−∞");
    assertThat(Numbers.percent(Double.NaN, 0)).isEqualTo("–");
  }
}
