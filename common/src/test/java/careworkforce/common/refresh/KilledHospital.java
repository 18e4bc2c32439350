package careworkforce.common.refresh;

import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.util.List;

/**
 * A hospital whose nights are killed, each on what the one before has left, until one ends: what is
 * left is held to what may be left.
 */
final class KilledHospital {
  private static final List<Table> TABLES = Holdings.of(Hospital.CATALOGUE);
  private static final int MOST_IN_A_ROW = 6;
  private final Hospital hospital;
  private final Chance chance;
  private Outcomes outcomes;
  private List<Long> stood;
  private int days;
  private int inARow;
  private int ended;

  /** One whose first night has ended. */
  KilledHospital(Path folder, long seed) {
    this.hospital = at(folder);
    this.chance = new Chance(seed, hospital).withImplausibleStaff();
    this.outcomes = next();
    this.stood = versions();
  }

  static Hospital at(Path folder) {
    return new Hospital(folder).set("ingest.withdrawn-at-most", "1");
  }

  /** One at which a month of each source has arrived. */
  static Hospital founded(Path folder) {
    return at(folder)
        .deliver("beds/beds_202012.csv", "a,1")
        .deliver("staff/staff_202012.csv", "a,1");
  }

  /** A night was killed; where, by the last table that it wrote and by the status it left. */
  String killed() {
    String status = outcomes.assertNoHalfState();
    String reached = reached() + " (" + status + ")";
    stood = versions();
    if (++inARow == MOST_IN_A_ROW) {
      complete();
      nextDay();
    }
    return reached;
  }

  /** A night came to its end: its tables are those of a rebuild. */
  void ended() {
    outcomes.assertCompleted();
    ended++;
  }

  void nextDay() {
    outcomes = next();
    stood = versions();
    inARow = 0;
  }

  /** How many of its nights came to their end after the first. */
  int nightsEnded() {
    return ended;
  }

  /** Lets a night end that nothing kills. */
  void complete() {
    hospital.refreshLocked("completed-%04d".formatted(days));
    ended();
  }

  private Outcomes next() {
    days++;
    chance.day();
    return Outcomes.of(hospital);
  }

  private List<Long> versions() {
    return TABLES.stream().map(table -> hospital.lake.version(table).orElse(-1)).toList();
  }

  /** The last of the tables that a night wrote, in the order in which they are made. */
  private String reached() {
    List<Long> stand = versions();
    String last = "none";
    for (int i = 0; i < TABLES.size(); i++) {
      if (!stand.get(i).equals(stood.get(i))) {
        last = TABLES.get(i).fullName();
      }
    }
    return last;
  }
}
