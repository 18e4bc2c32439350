package careworkforce.common.conf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** When a process of this machine started: its number is given to another process later. */
public final class ProcessStart {
  /** Where the time of the start stands among the fields after a process's name. */
  private static final int TICKS_AFTER_NAME = 19;

  private ProcessStart() {}

  /**
   * On Linux in ticks since the machine started, field 22 of {@code /proc/<pid>/stat} (proc(5)): of
   * the time of day, a clock that is put right would make another one. Elsewhere an ISO instant;
   * empty where it cannot be told.
   */
  public static String of(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[TICKS_AFTER_NAME];
    } catch (IOException notLinux) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }
  }
}
