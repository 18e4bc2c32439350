package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidationCaseTest {

  @Test
  void shouldReadDataAndExpectedNumbersOfACase() {
    ValidationCase mroz = ValidationCase.open("07");
    assertThat(mroz.data().size()).isEqualTo(753);
    assertThat(mroz.model("ols").get("n_used").asInt()).isEqualTo(428);
    assertThat(ValidationCase.vcov(mroz.model("ols"), "iid").get("K").asInt()).isEqualTo(4);
  }

  @Test
  void shouldReadGzippedSideFiles() {
    ValidationTable shares = ValidationCase.open("16").data("shares_long.csv.gz");
    assertThat(shares.header()).containsExactly("row", "sector", "share");
    assertThat(shares.numbers("share")[0]).isEqualTo(0.0047565419);
  }
}
