package careworkforce.common.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Starts nights of hospitals as processes, and kills them as none can prevent. The next waits,
 * ready, while what the one before has left is looked at.
 */
final class Nightwatch implements AutoCloseable {
  private static final int KILLED = 128 + 9;
  private static final int GLANCE = 20;
  private final long began = System.nanoTime();
  private final NightCommand command;
  private final int hospitals;
  private final long commits;
  private Process ready;
  private int nights;
  private int signals;
  private long millisUntilWriting;
  private Duration cpu = Duration.ZERO;

  /** Lets a first night of each end, in which there must be something to do. */
  Nightwatch(Path folder, List<Path> hospitals) throws IOException, InterruptedException {
    this.command = new NightCommand(folder, hospitals);
    this.hospitals = hospitals.size();
    this.ready = command.start(nights);
    begin(ready);
    mustHaveEndedWell(ready.waitFor());
    this.commits = written(0);
    this.ready = command.start(++nights);
  }

  /** How many commits the first night of a hospital made. */
  long commits() {
    return commits;
  }

  /** Milliseconds that the last night took from its beginning to its first commit. */
  long millisUntilWriting() {
    return millisUntilWriting;
  }

  /**
   * Kills a night, if it does not end before.
   *
   * @param hospital the hospital that tells when
   * @param commits how many of its commits have then begun, if its night does not end before
   * @param millis how long after that
   * @return of each hospital, whether its night had ended
   */
  List<Boolean> ended(int hospital, long commits, long millis)
      throws IOException, InterruptedException {
    Process night = ready;
    begin(night);
    Duration used = untilWritten(night, hospital, commits);
    if (!night.waitFor(millis, TimeUnit.MILLISECONDS)) {
      used = night.info().totalCpuDuration().orElse(used);
      night.destroyForcibly();
      signals++;
    }
    int exit = night.waitFor();
    cpu = cpu.plus(used);
    if (exit != KILLED) {
      mustHaveEndedWell(exit);
    }
    List<String> lines = lines();
    ready = command.start(++nights);
    return IntStream.range(0, hospitals)
        .mapToObj(i -> lines.contains(HospitalNight.said(i, HospitalNight.ENDS)))
        .toList();
  }

  /** How many processes were killed, and what they and this one took. */
  String account() {
    Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return "%d processes killed; %d s, CPU %d s of theirs and %d s of this process"
        .formatted(
            signals, (System.nanoTime() - began) / 1_000_000_000, cpu.toSeconds(), own.toSeconds());
  }

  @Override
  public void close() throws InterruptedException {
    ready.destroyForcibly().waitFor();
  }

  private static void begin(Process night) throws IOException {
    night.getOutputStream().write('\n');
    night.getOutputStream().flush();
  }

  private void mustHaveEndedWell(int exit) throws IOException {
    if (exit != 0) {
      throw new AssertionError(String.join("\n", lines()));
    }
  }

  private Duration untilWritten(Process night, int hospital, long commits)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration used = Duration.ZERO;
    long written = 0;
    while (night.isAlive() && written < commits && !hasEnded(hospital)) {
      night.waitFor(GLANCE, TimeUnit.MILLISECONDS);
      used = night.info().totalCpuDuration().orElse(used);
      long before = written;
      written = written(hospital);
      if (before == 0 && written > 0) {
        millisUntilWriting = (System.nanoTime() - start) / 1_000_000;
      }
    }
    return used;
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(command.said(nights));
  }

  private boolean hasEnded(int hospital) throws IOException {
    return lines().contains(HospitalNight.said(hospital, HospitalNight.ENDS));
  }

  private long written(int hospital) throws IOException {
    String writes = HospitalNight.said(hospital, HospitalNight.WRITES);
    return lines().stream().filter(writes::equals).count();
  }
}
