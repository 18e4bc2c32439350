package careworkforce.common.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a master says of itself at {@code /json/} of its page.
 *
 * @param alive true once it takes applications
 * @param workers how many workers it counts as alive
 * @param cores cores of those workers
 * @param running how many applications run
 */
public record MasterPage(boolean alive, int workers, int cores, int running) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  static MasterPage parse(String json) throws IOException {
    JsonNode page = new JsonMapper().readTree(json);
    return new MasterPage(
        page.path("status").asText().equals("ALIVE"),
        page.path("aliveworkers").asInt(),
        page.path("cores").asInt(),
        page.path("activeapps").size());
  }

  /** Asks a master; empty if it does not answer. */
  static Optional<MasterPage> ask(String ui) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ui + "/json/")).timeout(PATIENCE).build();
    try {
      return Optional.of(parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
