package careworkforce.common.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MasterPageTest {
  @Test
  void shouldReadWhatAMasterSaysOfItself() throws IOException {
    String json =
        """
        {"url": "spark://127.0.0.1:7077",
         "workers": [{"id": "worker-a", "state": "ALIVE"}, {"id": "worker-b", "state": "DEAD"}],
         "aliveworkers": 1, "cores": 2, "activeapps": [{"id": "app-1"}], "status": "ALIVE"}
        """;
    assertThat(MasterPage.parse(json)).isEqualTo(new MasterPage(true, 1, 2, 1));
  }

  @Test
  void shouldNotTakeAMasterThatRecoversForAlive() throws IOException {
    assertThat(MasterPage.parse("{\"status\": \"RECOVERING\"}").alive()).isFalse();
  }

  @Test
  void shouldSayNothingOfAMasterThatDoesNotAnswer() {
    assertThat(MasterPage.ask("http://127.0.0.1:1")).isEmpty();
  }
}
