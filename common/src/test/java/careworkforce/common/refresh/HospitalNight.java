package careworkforce.common.refresh;

import java.nio.file.Path;

/** One refresh of a {@link Hospital} as a process, to be killed by tests. */
final class HospitalNight {
  static final String BEGINS = "begins";
  static final String ENDS = "ends";

  private HospitalNight() {}

  /**
   * Refreshes.
   *
   * @param arguments the hospital's folder and the run's id
   */
  public static void main(String[] arguments) {
    Hospital hospital = new Hospital(Path.of(arguments[0])).set("ingest.withdrawn-at-most", "1");
    System.out.println(BEGINS);
    hospital.refreshLocked(arguments[1]);
    System.out.println(ENDS);
    System.exit(0);
  }
}
