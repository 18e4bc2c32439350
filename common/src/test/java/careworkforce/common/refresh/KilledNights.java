package careworkforce.common.refresh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Refreshes of some hospitals, as one process again and again, that is killed at random moments.
 * One process refreshes them side by side, since most of what a night costs is that its process is
 * not yet warm.
 */
final class KilledNights {
  /** One kill of eight comes before the process writes its first table. */
  private static final int BEFORE_WRITING = 8;

  /** Milliseconds after a commit begins; about the time from one to the next. */
  private static final int LONGEST_WAIT = 1000;

  private final Path folder;
  private final List<Path> folders = new ArrayList<>();
  private final List<KilledHospital> hospitals = new ArrayList<>();
  private final Random moments;
  private final Map<String, Integer> left = new TreeMap<>();
  private int refreshesKilled;
  private int processesKilled;

  /** Of a number of hospitals, in folders of their own. */
  KilledNights(Path folder, long seed, int hospitals) {
    this.folder = folder;
    this.moments = new Random(seed);
    for (int i = 0; i < hospitals; i++) {
      folders.add(folder.resolve("hospital-" + i));
      KilledHospital.founded(folders.get(i));
    }
  }

  /**
   * Kills so many processes in the midst of a refresh, and lets each hospital's last refresh end.
   */
  void kill(int processes) throws IOException, InterruptedException {
    try (Nightwatch watch = new Nightwatch(folder, folders)) {
      for (Path folder : folders) {
        hospitals.add(new KilledHospital(folder, moments.nextLong()));
      }
      while (processesKilled < processes) {
        List<Boolean> ended = night(watch);
        processesKilled += ended.contains(false) ? 1 : 0;
        for (int i = 0; i < ended.size(); i++) {
          tell(hospitals.get(i), ended.get(i));
        }
        System.out.println(account() + watch.account());
      }
      hospitals.forEach(KilledHospital::complete);
      System.out.println("At the end: " + account() + watch.account());
    }
  }

  /** How many processes were killed, each by a signal of its own and with a refresh under way. */
  int processesKilled() {
    return processesKilled;
  }

  private List<Boolean> night(Nightwatch watch) throws IOException, InterruptedException {
    int hospital = moments.nextInt(hospitals.size());
    if (moments.nextInt(BEFORE_WRITING) == 0) {
      return watch.ended(
          hospital, 0, Math.round(moments.nextDouble() * watch.millisUntilWriting()));
    }
    long commits = moments.nextLong(1, watch.commits() + 1);
    return watch.ended(hospital, commits, moments.nextInt(LONGEST_WAIT));
  }

  private void tell(KilledHospital hospital, boolean ended) {
    if (ended) {
      hospital.ended();
      hospital.nextDay();
    } else {
      refreshesKilled++;
      left.merge(hospital.killed(), 1, Integer::sum);
    }
  }

  private String account() {
    int ended = hospitals.stream().mapToInt(KilledHospital::nightsEnded).sum();
    return processesKilled
        + " processes killed, "
        + refreshesKilled
        + " refreshes killed in them, "
        + ended
        + " ended, by last table written "
        + left
        + "; ";
  }
}
