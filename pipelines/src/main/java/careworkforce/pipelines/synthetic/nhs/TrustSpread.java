package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much more or less nursing support staff leave in one trust than in another: the most nine
 * times the least (IFS 16159, second-hand). A factor belongs to the trust of the window's end, so
 * that a merger changes nobody's. It is drawn evenly on the log scale by a stream of its own.
 *
 * <p>Trusts that lose more keep fewer, while joiners spread evenly; the factors of a month are
 * therefore scaled by what staff are left, so that assistants as a whole leave at their own rate.
 */
public final class TrustSpread {
  /** The most, relative to the least. */
  public static final double MOST_OVER_LEAST = 9;

  private static final double LEAVE = Occupation.named("healthcare assistant").leave();
  private static final Map<Key, TrustSpread> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, Double> factors = new LinkedHashMap<>();
  private final int from;
  private final double[] means;

  private record Key(long seed, int from, int to) {}

  private TrustSpread(WorldSettings world) {
    this.from = world.from();
    Map<String, Double> staff = new LinkedHashMap<>();
    for (Trust trust : Trust.ALL) {
      String code = trust.lastCode();
      factors.computeIfAbsent(code, c -> drawn(world, c));
      staff.merge(code, 1.0, Double::sum);
    }
    this.means = means(staff, world.months());
  }

  /** The mean factor of staff, month by month: they leave, join evenly, and change trusts. */
  private double[] means(Map<String, Double> staff, int months) {
    double[] means = new double[months];
    Map<String, Double> evenly = new HashMap<>(staff);
    double places = sum(evenly);
    for (int t = 0; t < months; t++) {
      double all = sum(staff);
      double mean =
          staff.entrySet().stream().mapToDouble(e -> e.getValue() * raw(e.getKey())).sum() / all;
      means[t] = mean;
      double arriving = LEAVE + Person.GROWTH + Career.TRUST_MOVES * all / places;
      staff.replaceAll(
          (code, s) ->
              s * (1 - LEAVE * raw(code) / mean - Career.TRUST_MOVES)
                  + evenly.getOrDefault(code, 0.0) * arriving);
    }
    return means;
  }

  private static double sum(Map<String, Double> staff) {
    return staff.values().stream().mapToDouble(s -> s).sum();
  }

  private static double drawn(WorldSettings world, String code) {
    Draw draw = world.draw("leaving of assistants", Trust.number(code));
    return StrictMath.pow(MOST_OVER_LEAST, draw.uniform() - 0.5);
  }

  private double raw(String code) {
    return factors.getOrDefault(code, 1.0);
  }

  /** The spread of a world. */
  public static TrustSpread of(WorldSettings world) {
    return KNOWN.computeIfAbsent(
        new Key(world.seed(), world.from(), world.to()), key -> new TrustSpread(world));
  }

  /** Leaving of a trust's assistants in a month, relative to all assistants. */
  double factor(Trust trust, int month) {
    return raw(trust.lastCode()) / means[Math.min(month - from, means.length - 1)];
  }

  /** Leaving relative to the middle of the trusts, by code at the window's end. */
  public Map<String, Double> factors() {
    return java.util.Collections.unmodifiableMap(factors);
  }
}
