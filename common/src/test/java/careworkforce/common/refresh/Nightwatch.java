package careworkforce.common.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts nights of a hospital as processes of their own, and kills them as none can prevent. Each
 * waits, ready, while what the one before has left is looked at.
 */
final class Nightwatch implements AutoCloseable {
  private static final long LONGEST_MINUTES = 5;
  private final Path folder;
  private final NightCommand command;
  private @Nullable Process ready;
  private Path said;
  private int nights;
  private final double seconds;

  /** Lets a first night end, in which there must be something to do, and takes its time. */
  Nightwatch(Path folder, NightCommand command) throws IOException, InterruptedException {
    this.folder = folder;
    this.command = command;
    this.said = folder;
    start();
    Process night = begun(HospitalNight.WRITES);
    long begun = System.nanoTime();
    night.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
    seconds = (System.nanoTime() - begun) / 1e9;
    mustHaveSaid(HospitalNight.ENDS);
    start();
  }

  /**
   * Kills a night.
   *
   * @param from what it said last before its time is counted
   * @param share of the first night's time from its first write
   * @return false if it ended by itself before
   */
  boolean killed(String from, double share) throws IOException, InterruptedException {
    Process night = begun(from);
    boolean killed = !night.waitFor(Math.round(share * seconds * 1000), TimeUnit.MILLISECONDS);
    if (killed) {
      night.destroyForcibly().waitFor();
    } else {
      mustHaveSaid(HospitalNight.ENDS);
    }
    start();
    return killed;
  }

  @Override
  public void close() throws InterruptedException {
    Process left = ready;
    if (left != null) {
      left.destroyForcibly().waitFor();
    }
  }

  private void start() throws IOException {
    String name = "night-%04d".formatted(++nights);
    said = folder.resolve(name + ".txt");
    ready =
        new ProcessBuilder(command.of(folder, name))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
  }

  /** Lets the night that is ready begin, and waits until it has said a word. */
  private Process begun(String word) throws IOException, InterruptedException {
    Process night = ready;
    if (night == null) {
      throw new IllegalStateException("no night is ready");
    }
    night.getOutputStream().write('\n');
    night.getOutputStream().flush();
    while (night.isAlive() && !hasSaid(word)) {
      night.waitFor(5, TimeUnit.MILLISECONDS);
    }
    return night;
  }

  private boolean hasSaid(String word) throws IOException {
    return Files.readAllLines(said).contains(word);
  }

  private void mustHaveSaid(String word) throws IOException {
    if (!hasSaid(word)) {
      throw new AssertionError(Files.readString(said));
    }
  }
}
