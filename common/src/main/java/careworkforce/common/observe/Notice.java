package careworkforce.common.observe;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.error.Discreet;
import careworkforce.common.fault.Patience;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * What people are told of a night: that it failed, that it went well again, that a gate warns. Told
 * as JSON to a command's standard input, to a web address, or both.
 *
 * @param event {@code failure}, {@code recovery} or {@code warning}
 * @param run the run's id; empty if it had none yet
 * @param message what happened
 */
public record Notice(String event, String run, String message) {
  private static final Setting<List<String>> COMMAND =
      Setting.texts("observe.notify-command", "words of a command that reads a notice");
  private static final Setting<String> WEBHOOK =
      Setting.text("observe.webhook", "address that a notice is posted to");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * What is to be told; empty if nothing is.
   *
   * @param before how the run before ended; empty if there was none
   * @param now how this one ended
   * @param warned whether a gate or a promise warns, or a file was refused
   */
  public static Optional<Notice> of(
      String before, String now, boolean warned, String run, String message) {
    boolean well = isWell(now);
    if (!well) {
      return Optional.of(new Notice("failure", run, now + ": " + message));
    }
    if (!before.isEmpty() && !isWell(before)) {
      String more = message.isEmpty() ? "" : ": " + message;
      return Optional.of(new Notice("recovery", run, now + ", after " + before + more));
    }
    return warned ? Optional.of(new Notice("warning", run, message)) : Optional.empty();
  }

  /** Of an error that ended a night before it had an account of its own. */
  public static Notice ofError(Throwable error) {
    return new Notice("failure", "", "failed: " + Discreet.message(error));
  }

  /** True of a night that went as it should. */
  public static boolean isWell(String state) {
    return state.equals("done") || state.equals("nothing new");
  }

  String json() {
    try {
      return new JsonMapper()
          .writeValueAsString(
              new TreeMap<>(Map.of("event", event, "run", run, "message", message)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Tells it, again and again where what keeps it from being told may pass; that it was not told
   * ends no run.
   *
   * @param say told what went wrong in telling
   */
  public void send(Settings settings, Consumer<String> say) {
    send(settings, say, PATIENCE);
  }

  /** The same, with each attempt given so long. */
  void send(Settings settings, Consumer<String> say, Duration each) {
    Patience patience = Patience.of(settings, say);
    List<String> command = settings.value(COMMAND);
    if (!command.isEmpty()) {
      tell(patience, () -> tell(command, each), say);
    }
    String address = settings.value(WEBHOOK);
    if (!address.isEmpty()) {
      tell(patience, () -> post(address, each), say);
    }
  }

  /** A way to tell it. */
  private interface Way {
    void tell() throws IOException, InterruptedException;
  }

  private void tell(Patience patience, Way way, Consumer<String> say) {
    try {
      patience.with("send the notice of " + event, () -> told(way));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      String told =
          why instanceof URISyntaxException address
              ? address.getReason() // its message has the address, which is a secret
              : Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName());
      say.accept("the notice of " + event + " was not sent: " + told);
    }
  }

  private static boolean told(Way way) {
    try {
      way.tell();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted"));
    }
  }

  private void tell(List<String> command, Duration patience)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(json().getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not end within " + patience.toSeconds() + " s");
    }
    if (process.exitValue() != 0) {
      throw new IOException(command.get(0) + " ended with exit code " + process.exitValue());
    }
  }

  private void post(String address, Duration patience) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .version(HttpClient.Version.HTTP_1_1) // an offer to change is refused by some
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json()))
            .build();
    CompletableFuture<HttpResponse<Void>> answer =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .build()
            .sendAsync(request, HttpResponse.BodyHandlers.discarding());
    int status = within(patience, answer).statusCode();
    if (status >= 300) {
      throw new IOException("the webhook answered with status " + status);
    }
  }

  /** The timeout of a request ends with the head of its answer, whose body may never. */
  private static <T> T within(Duration patience, CompletableFuture<T> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("the webhook did not answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
    }
  }
}
