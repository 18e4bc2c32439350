package careworkforce.common.observe;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
  private static final String JSON = "{\"event\":\"failure\",\"message\":\"bad\",\"run\":\"r1\"}";
  private static final Notice FAILURE = new Notice("failure", "r1", "bad");
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "done, failed, false, failure",
    "failed, failed, false, failure",
    "taken back, done, true, recovery",
    "running, nothing new, false, recovery",
    "done, done, true, warning",
    "done, done, false, ",
    "'', done, false, ",
    "'', incomplete, false, failure"
  })
  void shouldTellFailureRecoveryAndWarning(
      String before, String now, boolean warned, String event) {
    assertThat(Notice.of(before, now, warned, "r1", "m").map(Notice::event).orElse(null))
        .isEqualTo(event);
  }

  @Test
  void shouldSayAtARecoveryWhatIsStillToBeKnown() {
    assertThat(Notice.of("failed", "done", false, "r1", ""))
        .hasValue(new Notice("recovery", "r1", "done, after failed"));
    assertThat(Notice.of("failed", "done", true, "r1", "odd"))
        .hasValue(new Notice("recovery", "r1", "done, after failed: odd"));
  }

  /** What is said in telling a notice, twice at most and without a pause. */
  private List<String> sent(Notice notice, String key, String value) throws IOException {
    List<String> said = new ArrayList<>();
    notice.send(settings(key, value, 2), said::add);
    return said;
  }

  /** A web address is a secret, which a file of its owner alone may hold. */
  private Settings settings(String key, String value, int attempts) throws IOException {
    Path file = Files.writeString(folder.resolve("notice.conf"), key + " = " + value);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Settings.load(
        List.of(file.toFile()), Map.of("retry.attempts", "" + attempts, "retry.pause", "0"));
  }

  @Test
  void shouldGiveACommandTheNoticeOnItsStandardInput() throws IOException {
    Path told = folder.resolve("told");
    assertThat(sent(FAILURE, "observe.notify-command", "[sh, -c, \"cat > '" + told + "'\"]"))
        .isEmpty();
    assertThat(told).hasContent(JSON);
  }

  @Test
  void shouldSayThatACommandFailedAndEndNoRunForIt() throws IOException {
    assertThat(sent(FAILURE, "observe.notify-command", "[sh, -c, \"cat; exit 3\"]"))
        .containsExactly("the notice of failure was not sent: sh ended with exit code 3");
    assertThat(sent(FAILURE, "observe.notify-command", "[/no/such/command]"))
        .singleElement()
        .asString()
        .contains("/no/such/command");
  }

  /** A web address that answers with one status after another. */
  private static final class Hook implements AutoCloseable {
    private final List<String> posted = new ArrayList<>();
    private final HttpServer server;

    Hook(int... statuses) throws IOException {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            posted.add(new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(statuses[posted.size() - 1], -1);
            exchange.close();
          });
      server.start();
    }

    String address() {
      return "\"http://localhost:" + server.getAddress().getPort() + "/hook\"";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @Test
  void shouldPostTheNoticeToAWebAddress() throws IOException {
    try (Hook hook = new Hook(204)) {
      assertThat(sent(FAILURE, "observe.webhook", hook.address())).isEmpty();
      assertThat(hook.posted).containsExactly(JSON);
    }
  }

  @Test
  void shouldPostItAgainWhereTheAddressIsOutOfOrderForAMoment() throws IOException {
    try (Hook hook = new Hook(503, 204)) {
      assertThat(sent(FAILURE, "observe.webhook", hook.address()))
          .containsExactly("could not send the notice of failure (IOException); again in 0 s");
      assertThat(hook.posted).containsExactly(JSON, JSON);
    }
  }

  /** A hook that begins its answer and never ends it. */
  @Test
  void shouldNotWaitForTheRestOfAnAnswer() throws IOException {
    HttpServer stalling =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stalling.createContext("/", exchange -> exchange.sendResponseHeaders(200, 1_000));
    stalling.start();
    try {
      String address = "\"http://localhost:" + stalling.getAddress().getPort() + "/\"";
      List<String> said = new ArrayList<>();
      FAILURE.send(settings("observe.webhook", address, 1), said::add, Duration.ofSeconds(1));
      assertThat(said)
          .containsExactly(
              "the notice of failure was not sent: the webhook did not answer within 1 s");
    } finally {
      stalling.stop(0);
    }
  }

  @Test
  void shouldSayThatItWasNotSent() throws IOException {
    Notice odd = new Notice("warning", "r1", "odd");
    try (Hook hook = new Hook(404)) {
      assertThat(sent(odd, "observe.webhook", hook.address()))
          .containsExactly(
              "the notice of warning was not sent: the webhook answered with status 404");
    }
    assertThat(sent(odd, "observe.webhook", "\"http://localhost:1/\""))
        .last()
        .isEqualTo("the notice of warning was not sent: ConnectException");
    assertThat(sent(odd, "observe.webhook", "hooks"))
        .containsExactly("the notice of warning was not sent: URI with undefined scheme");
    assertThat(sent(odd, "observe.webhook", "\"https://hooks/hush hush\""))
        .as("without the address")
        .containsExactly("the notice of warning was not sent: Illegal character in path");
  }
}
