package careworkforce.common.refresh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** One refresh of a {@link Hospital} as a process, to be killed by tests. */
final class HospitalNight {
  static final String READY = "ready";
  static final String BEGINS = "begins";
  static final String WRITES = "writes";
  static final String ENDS = "ends";

  private HospitalNight() {}

  /**
   * Refreshes once a line is typed, telling when it begins, when it writes first, and its end.
   *
   * @param arguments the hospital's folder and the run's id
   */
  public static void main(String[] arguments) throws IOException {
    Hospital hospital = new Hospital(Path.of(arguments[0])).set("ingest.withdrawn-at-most", "1");
    AtomicBoolean written = new AtomicBoolean();
    System.out.println(READY);
    if (System.in.read() < 0) {
      System.exit(1); // whoever was to type it is no more
    }
    System.out.println(BEGINS);
    hospital.refreshLocked(
        arguments[1],
        () -> {
          if (!written.getAndSet(true)) {
            System.out.println(WRITES);
          }
        });
    System.out.println(ENDS);
    System.exit(0);
  }
}
