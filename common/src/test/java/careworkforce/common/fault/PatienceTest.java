package careworkforce.common.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private int attempts;

  private Patience of(int most) {
    return new Patience(most, Duration.ofSeconds(2), Duration.ofSeconds(5), pauses::add, said::add);
  }

  private String failing(int times, IOException error) {
    if (++attempts <= times) {
      throw new UncheckedIOException(error);
    }
    return "done";
  }

  @Test
  void shouldTryAgainAfterPausesThatDoubleUpToTheLongest() {
    SocketException reset = new SocketException("Connection reset by 10.0.0.7");
    assertThat(of(5).with("make a", () -> failing(4, reset))).isEqualTo("done");
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(2L, 4L, 5L, 5L);
    assertThat(said.get(0)).isEqualTo("could not make a (SocketException); again in 2 s");
  }

  @Test
  void shouldGiveUpAfterTheLastAttemptWithItsError() {
    SocketException reset = new SocketException("Connection reset");
    assertThatThrownBy(() -> of(3).with("make a", () -> failing(9, reset)))
        .isInstanceOf(UncheckedIOException.class)
        .hasCause(reset);
    assertThat(attempts).isEqualTo(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void shouldNotTryAgainWhatStays() {
    IOException full = new IOException("No space left on device");
    assertThatThrownBy(() -> of(3).with("make a", () -> failing(1, full)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(attempts).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void shouldStopWaitingWhenInterrupted() {
    Patience interrupted =
        new Patience(
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            length -> {
              throw new InterruptedException();
            },
            said::add);
    assertThatThrownBy(() -> interrupted.with("make a", () -> failing(9, new SocketException("x"))))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(attempts).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }
}
