package careworkforce.common.refresh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A night of some {@link Hospital}s at once, as one process, to be killed by tests. */
final class HospitalNight {
  static final String READY = "ready";
  static final String BEGINS = "begins";
  static final String WRITES = "writes";
  static final String ENDS = "ends";

  private HospitalNight() {}

  /**
   * Refreshes each once a line is typed, telling when it begins, before each of its commits, and
   * its end.
   *
   * @param arguments the run's id and the hospitals' folders
   */
  public static void main(String[] arguments) throws IOException {
    Hospital[] hospitals = new Hospital[arguments.length - 1];
    for (int i = 0; i < hospitals.length; i++) {
      hospitals[i] = KilledHospital.at(Path.of(arguments[i + 1]));
    }
    System.out.println(READY);
    if (System.in.read() < 0) {
      System.exit(1); // whoever was to type it is no more
    }
    Thread[] nights =
        IntStream.range(0, hospitals.length)
            .mapToObj(i -> new Thread(() -> refresh(hospitals[i], arguments[0], i)))
            .toArray(Thread[]::new);
    for (Thread night : nights) {
      night.start();
    }
    for (Thread night : nights) {
      try {
        night.join();
      } catch (InterruptedException e) {
        System.exit(1);
      }
    }
    System.exit(0);
  }

  /** What a hospital's night says. */
  static String said(int hospital, String word) {
    return hospital + " " + word;
  }

  private static void refresh(Hospital hospital, String run, int number) {
    try {
      System.out.println(said(number, BEGINS));
      hospital.refreshLocked(run, () -> System.out.println(said(number, WRITES)));
      System.out.println(said(number, ENDS));
    } catch (Throwable failed) {
      failed.printStackTrace();
      System.exit(2);
    }
  }
}
