package careworkforce.common.observe;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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

  private static Settings settings(String key, String value) {
    return Settings.load(List.of(), Map.of(key, value));
  }

  @Test
  void shouldGiveACommandTheNoticeOnItsStandardInput() {
    Path told = folder.resolve("told");
    assertThat(
            FAILURE.send(settings("observe.notify-command", "[sh, -c, \"cat > '" + told + "'\"]")))
        .isEmpty();
    assertThat(told).hasContent(JSON);
  }

  @Test
  void shouldSayThatACommandFailedAndEndNoRunForIt() {
    assertThat(FAILURE.send(settings("observe.notify-command", "[sh, -c, \"cat; exit 3\"]")))
        .hasValue("the notice of failure was not sent: sh ended with exit code 3");
    assertThat(FAILURE.send(settings("observe.notify-command", "[/no/such/command]")))
        .hasValueSatisfying(m -> assertThat(m).contains("/no/such/command"));
  }

  @Test
  void shouldPostTheNoticeToAWebAddress() throws Exception {
    AtomicReference<String> posted = new AtomicReference<>("");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          posted.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(posted.get().equals(JSON) ? 204 : 500, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "\"http://localhost:" + server.getAddress().getPort() + "/hook\"";
      assertThat(FAILURE.send(settings("observe.webhook", address))).isEmpty();
      assertThat(posted).hasValue(JSON);
      assertThat(new Notice("warning", "r1", "odd").send(settings("observe.webhook", address)))
          .hasValue("the notice of warning was not sent: the webhook answered with status 500");
    } finally {
      server.stop(0);
    }
  }
}
