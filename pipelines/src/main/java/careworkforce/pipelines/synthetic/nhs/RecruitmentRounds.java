package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import careworkforce.pipelines.synthetic.area.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Healthcare assistants hired in rounds beside those who join anyway, by people of their own: a
 * national programme, taken up by each area in proportion to its trusts and as its own stream has
 * it. What the rounds of an area are expected to hire is what pulls staff out of care there.
 */
public final class RecruitmentRounds {
  /** Hires a year for each support job at the national rate, in a middling month. */
  private static final double HIRES = 0.03;

  private static final double PERSISTENCE = 0.95;
  private static final double NATIONAL = 0.7;
  private static final double LOCAL = 0.4;
  private static final int TOP_BAND = 4;
  private static final Map<Key, RecruitmentRounds> KNOWN = new ConcurrentHashMap<>();

  private record Key(long seed, int from, int to, int areas, double scale) {}

  private final WorldSettings world;
  private final List<List<Trust>> trusts = new ArrayList<>();
  private final double[][] rate;
  private final int[][] hires;
  private final long[] upTo;

  private RecruitmentRounds(WorldSettings world) {
    this.world = world;
    for (int area = 0; area < world.areas(); area++) {
      trusts.add(new ArrayList<>());
    }
    Map<LocalAuthority, Integer> areas = new HashMap<>();
    double[] residents = new double[world.areas()];
    for (int index = 0; index < world.areas(); index++) {
      Area area = Area.of(index, world.areas());
      for (LocalAuthority district : area.districts()) {
        areas.put(district, index);
        residents[index] += district.workingAge(world);
      }
    }
    for (Trust trust : Trust.ALL) {
      trusts.get(areas.getOrDefault(TrustPlace.of(world, trust).district(), 0)).add(trust);
    }
    double[] jobs = jobs(residents);
    this.rate = new double[world.areas()][];
    this.hires = new int[world.areas()][];
    this.upTo = new long[world.areas() + 1];
    double[] programme = path(world.draw("recruitment programme", 0), NATIONAL);
    for (int area = 0; area < world.areas(); area++) {
      plan(area, jobs[area], programme);
    }
  }

  /** Support jobs that each area would have at the national rate. */
  private double[] jobs(double[] residents) {
    double share =
        Occupation.ALL.stream()
            .filter(o -> o.banded() && o.topBand() <= TOP_BAND)
            .mapToDouble(o -> o.share() / 100)
            .sum();
    double all = java.util.Arrays.stream(residents).sum();
    return java.util.Arrays.stream(residents)
        .map(own -> world.nhsStaff() * share * own / all)
        .toArray();
  }

  private void plan(int area, double jobs, double[] programme) {
    Draw draw = world.draw("recruitment rounds", area);
    double[] local = path(draw, LOCAL);
    double national = jobs(new double[] {1})[0];
    double taken = (double) trusts.get(area).size() / Trust.ALL.size();
    rate[area] = new double[world.months()];
    hires[area] = new int[world.months()];
    upTo[area + 1] = upTo[area];
    for (int t = 1; t < world.months(); t++) {
      double expected = HIRES / 12 * national * taken * programme[t] * local[t];
      hires[area][t] = draw.poisson(expected);
      // A hire is a starter and a job more: two openings.
      rate[area][t] = 2 * 12 * expected / jobs;
      upTo[area + 1] += hires[area][t];
    }
  }

  /** A positive autoregressive path about one. */
  private double[] path(Draw draw, double spread) {
    double[] path = new double[world.months()];
    double innovation = spread * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    double now = spread * draw.normal();
    for (int t = 0; t < path.length; t++) {
      path[t] = StrictMath.exp(now - spread * spread / 2);
      now = PERSISTENCE * now + innovation * draw.normal();
    }
    return path;
  }

  /** The rounds of a world. */
  public static RecruitmentRounds of(WorldSettings world) {
    return KNOWN.computeIfAbsent(
        new Key(world.seed(), world.from(), world.to(), world.areas(), world.scale()),
        key -> new RecruitmentRounds(world));
  }

  /** People hired in all. */
  long size() {
    return upTo[upTo.length - 1];
  }

  /** Somebody hired, by number; their id follows those of all others. */
  Person person(long number) {
    int area = 0;
    while (upTo[area + 1] <= number) {
      area++;
    }
    long left = number - upTo[area];
    int t = 0;
    while (left >= hires[area][t]) {
      left -= hires[area][t++];
    }
    List<Trust> near = trusts.get(area);
    Trust trust = near.get((int) (left % near.size()));
    return Person.assistant(world, Person.count(world) + number, world.from() + t, trust);
  }

  /**
   * Openings a year for each support job at the national rate that the rounds of an area are
   * expected to bring, less the mean over the areas of its region.
   */
  public double deviation(int area, int t) {
    int regions = Region.values().length;
    double mean = 0;
    int of = 0;
    for (int other = area % regions; other < rate.length; other += regions) {
      mean += rate[other][t];
      of++;
    }
    return rate[area][t] - mean / of;
  }
}
