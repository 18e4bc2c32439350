package careworkforce.common.cluster;

import careworkforce.common.conf.ProcessStart;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process of a cluster, as its file {@code name.pid} tells of it.
 *
 * @param name {@code master} or {@code worker-1}, …
 * @param pid its process number
 * @param born when the process started, as {@link ProcessStart} tells it
 * @param url what it is reached by; of a worker, its master's
 * @param ui its page for people
 */
public record Node(String name, long pid, String born, String url, String ui) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SECONDS_TO_END = 15;

  static Node of(Daemon daemon, ProcessHandle process) {
    return new Node(
        daemon.name(), process.pid(), ProcessStart.of(process), daemon.url(), daemon.ui());
  }

  /** Its process, if that is still there and still the same one. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(p -> p.isAlive() && ProcessStart.of(p).equals(born));
  }

  /** True while its process runs. */
  public boolean alive() {
    return process().isPresent();
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(name + ".pid"), JSON.writeValueAsString(this) + "\n");
  }

  /** The node of a process file; empty if the file was cut off while it was written. */
  static Optional<Node> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Node.class));
    } catch (com.fasterxml.jackson.core.JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }

  /** Asks the process to end, and ends it if it does not within 15 seconds. */
  void end() {
    process()
        .ifPresent(
            process -> {
              process.destroy();
              try {
                process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (java.util.concurrent.ExecutionException
                  | java.util.concurrent.TimeoutException e) {
                process.destroyForcibly();
              }
            });
  }
}
