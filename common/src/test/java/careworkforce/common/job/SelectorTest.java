package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorTest {
  private final Catalogue catalogue =
      Catalogue.of(List.of(new Fakes.PlacesJob(), new Fakes.HomesJob()));

  private List<String> select(String... selectors) {
    return Selector.select(catalogue, List.of(selectors));
  }

  @Test
  void shouldSelectAllWhenNothingIsGiven() {
    assertThat(select()).containsExactly("silver.homes", "gold.study_places");
  }

  @Test
  void shouldSelectByPattern() {
    assertThat(select("silver.*")).containsExactly("silver.homes");
  }

  @Test
  void shouldSelectAStudyWithAllBeforeIt() {
    assertThat(select("+gold.study")).containsExactly("silver.homes", "gold.study_places");
  }

  @Test
  void shouldSelectAllThatStandsOnATable() {
    assertThat(select("silver.homes+")).containsExactly("silver.homes", "gold.study_places");
  }

  @Test
  void shouldOfferTheNearestNameForAnUnknownOne() {
    assertThatThrownBy(() -> select("silver.home"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot select silver.home: no table has that name. Did you mean silver.homes?");
  }
}
