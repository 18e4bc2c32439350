package careworkforce.common.refresh;

import java.util.Random;
import java.util.TreeSet;

/**
 * What happens at a hospital by chance: files arrive, are corrected, withdrawn and delivered again.
 * A correction always differs from what stood.
 */
final class Chance {
  private static final int MONTHS = 4;
  private final Random random;
  private final Hospital hospital;
  private final TreeSet<String> delivered = new TreeSet<>();
  private int edition;
  private boolean implausible;

  Chance(long seed, Hospital hospital) {
    this.random = new Random(seed);
    this.hospital = hospital;
  }

  /** Lets some wards tell of more staff than can be. */
  Chance withImplausibleStaff() {
    implausible = true;
    return this;
  }

  /** One to three things that happen in a day. */
  void day() {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      if (delivered.size() > 1 && random.nextInt(4) == 0) {
        String file = delivered.stream().skip(random.nextInt(delivered.size())).findFirst().get();
        delivered.remove(file);
        hospital.withdraw(file);
      } else {
        arrive(random.nextBoolean() ? "beds" : "staff");
      }
    }
  }

  /** A file, of a later edition by name or in place; some cells are no numbers. */
  private void arrive(String source) {
    String name =
        "%s/%s_20210%d%s.csv"
            .formatted(
                source, source, 1 + random.nextInt(MONTHS), random.nextInt(4) == 0 ? "_v2" : "");
    String[] lines = new String[1 + random.nextInt(5)];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "ward " + random.nextInt(5) + "," + number(source);
    }
    lines[0] = "edition " + ++edition + "," + edition;
    hospital.deliver(name, lines);
    delivered.add(name);
  }

  private String number(String source) {
    if (implausible && source.equals("staff") && random.nextInt(5) == 0) {
      return "901";
    }
    return random.nextInt(6) == 0 ? "?" : String.valueOf(random.nextInt(100));
  }

  /** After how many commits a night's process is killed; a large number in two nights of three. */
  int commitsUntilKilled() {
    return random.nextInt(3) == 0 ? random.nextInt(9) : Integer.MAX_VALUE;
  }
}
