package careworkforce.common.lock;

import careworkforce.common.conf.HostName;
import careworkforce.common.conf.ProcessStart;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Who holds a lake.
 *
 * @param owner the account
 * @param host the machine, and the space in which its process numbers count
 * @param pid the process
 * @param born when the process started, as {@link ProcessStart} tells it
 * @param since when it claimed the lake, ISO; told to people, never reckoned with
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Claim(String owner, String host, long pid, String born, String since) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The claim of this process. */
  static Claim ours(Instant now) {
    ProcessHandle process = ProcessHandle.current();
    return new Claim(
        System.getProperty("user.name", "unknown"),
        thisHost(),
        process.pid(),
        ProcessStart.of(process),
        now.toString());
  }

  private static String thisHost() {
    return HostName.get() + space();
  }

  /**
   * On Linux the namespace of process numbers, as two containers may share a name, and what the
   * machine is since it started, as two machines may.
   */
  private static String space() {
    try {
      return " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
          + " "
          + Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "";
    }
  }

  /** True if its process ran on this machine and has ended; false if it runs, or cannot be told. */
  boolean endedHere() {
    return host.equals(thisHost())
        && ProcessHandle.of(pid)
            .filter(p -> p.isAlive() && ProcessStart.of(p).equals(born))
            .isEmpty();
  }

  /** In words. */
  String told() {
    return owner + " on " + host.split(" ", -1)[0] + ", process " + pid + ", since " + since;
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A claim that cannot be read, as a loss of power may leave it, is that of nobody known. */
  static Claim parse(String json) {
    try {
      return JSON.readValue(json, Claim.class);
    } catch (JsonProcessingException e) {
      return new Claim("an unknown owner", "an unknown machine", 0, "", "an unknown time");
    }
  }
}
