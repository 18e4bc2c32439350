package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldSettingsTest {
  @Test
  void shouldRefuseAWorldThatGoesOnAfterWhatItIsMadeOf() {
    assertThatThrownBy(() -> Overheard.world(Map.of("synthetic.to", "\"2022-01\"")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("make a world to 2022-01")
        .hasMessageContaining("no later than 2021-12");
    assertThat(Overheard.world(Map.of("synthetic.to", "\"2021-12\"")).to())
        .isEqualTo(WorldSettings.LAST.number());
  }

  @Test
  void shouldRefuseAWorldThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> Overheard.world(Map.of("synthetic.to", "\"2011-12\"")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it would end before it begins");
  }
}
