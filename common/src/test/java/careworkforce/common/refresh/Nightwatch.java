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
  private final long first;
  private long commits;
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
    ended(Long.MAX_VALUE, 0);
    this.first = written(lines(0));
    this.commits = first;
  }

  /**
   * How many commits all hospitals made in the last night that ended at all of them, or half of
   * those of the first, if that is more.
   */
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
   * @param after how many commits, of all hospitals together, it has begun
   * @param millis how long after that
   * @return of each hospital, whether its night had ended
   */
  List<Boolean> ended(long after, long millis) throws IOException, InterruptedException {
    Process night = ready;
    night.getOutputStream().write('\n');
    night.getOutputStream().flush();
    Duration used = untilWritten(night, after);
    if (!night.waitFor(millis, TimeUnit.MILLISECONDS)) {
      used = night.info().totalCpuDuration().orElse(used);
      night.destroyForcibly();
      signals++;
    }
    int exit = night.waitFor();
    cpu = cpu.plus(used);
    List<String> lines = lines(nights);
    if (exit != 0 && exit != KILLED) {
      throw new AssertionError(String.join("\n", lines));
    }
    ready = command.start(++nights);
    List<Boolean> ended =
        IntStream.range(0, hospitals)
            .mapToObj(i -> lines.contains(HospitalNight.said(i, HospitalNight.ENDS)))
            .toList();
    if (!ended.contains(false)) {
      commits = Math.max(first / 2, written(lines));
    }
    return ended;
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

  private Duration untilWritten(Process night, long commits)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration used = Duration.ZERO;
    long written = 0;
    while (night.isAlive() && written < commits) {
      night.waitFor(GLANCE, TimeUnit.MILLISECONDS);
      used = night.info().totalCpuDuration().orElse(used);
      long before = written;
      written = written(lines(nights));
      if (before == 0 && written > 0) {
        millisUntilWriting = (System.nanoTime() - start) / 1_000_000;
      }
    }
    return used;
  }

  private List<String> lines(int night) throws IOException {
    return Files.readAllLines(command.said(night));
  }

  private static long written(List<String> lines) {
    return lines.stream().filter(line -> line.endsWith(" " + HospitalNight.WRITES)).count();
  }
}
