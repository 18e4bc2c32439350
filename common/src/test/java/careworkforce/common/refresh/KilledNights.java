package careworkforce.common.refresh;

import careworkforce.common.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Nights of one hospital, each killed a few times at random moments before one is let end; what
 * each kill leaves is held to what it may leave. Tells how many kills fell after which table.
 */
final class KilledNights implements Callable<Map<String, Integer>> {
  private static final List<Table> TABLES = Holdings.of(Hospital.CATALOGUE);
  private static final int MOST_IN_A_ROW = 12;

  /** One kill of five may come before the night writes its first table. */
  private static final int BEFORE_WRITING = 5;

  private final Path folder;
  private final NightCommand command;
  private final long seed;
  private final int kills;
  private final Random moments;
  private final Hospital hospital;
  private final Map<String, Integer> left = new TreeMap<>();
  private int killed;

  KilledNights(Path folder, NightCommand command, long seed, int kills) {
    this.folder = folder;
    this.command = command;
    this.seed = seed;
    this.kills = kills;
    this.moments = new Random(seed);
    this.hospital = hospital(folder);
  }

  /** One at which a month of each source has arrived. */
  static Hospital hospital(Path folder) {
    return new Hospital(folder)
        .set("ingest.withdrawn-at-most", "1")
        .deliver("beds/beds_202012.csv", "a,1")
        .deliver("staff/staff_202012.csv", "a,1");
  }

  @Override
  public Map<String, Integer> call() throws IOException, InterruptedException {
    Chance chance = new Chance(seed, hospital).withImplausibleStaff();
    try (Nightwatch watch = new Nightwatch(folder, command)) {
      for (int night = 0; killed < kills; night++) {
        chance.day();
        Outcomes outcomes = Outcomes.of(hospital);
        killInARow(watch, outcomes);
        hospital.refreshLocked("completed-%04d".formatted(night));
        outcomes.assertCompleted();
      }
    }
    return left;
  }

  private void killInARow(Nightwatch watch, Outcomes outcomes)
      throws IOException, InterruptedException {
    int most = Math.min(kills - killed, 1 + moments.nextInt(MOST_IN_A_ROW));
    List<Long> stood = versions();
    while (most-- > 0 && watch.killed(from(), moments.nextDouble())) {
      left.merge(reached(stood, outcomes.assertNoHalfState()), 1, Integer::sum);
      stood = versions();
      System.out.println(
          "seed " + seed + ": " + ++killed + " of " + kills + " killed, by last table " + left);
    }
  }

  private String from() {
    boolean before = moments.nextInt(BEFORE_WRITING) == 0;
    return before ? HospitalNight.BEGINS : HospitalNight.WRITES;
  }

  private List<Long> versions() {
    return TABLES.stream().map(table -> hospital.lake.version(table).orElse(-1)).toList();
  }

  /** The last of the tables that a night wrote, in the order in which they are made; its status. */
  private String reached(List<Long> stood, String status) {
    List<Long> stand = versions();
    String last = "none";
    for (int i = 0; i < TABLES.size(); i++) {
      if (!stand.get(i).equals(stood.get(i))) {
        last = TABLES.get(i).fullName();
      }
    }
    return last + " (" + status + ")";
  }
}
