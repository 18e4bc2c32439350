package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Jobs of an occupation in a district, in the census before the world begins.
 *
 * @param occupation unit group of SOC2010
 */
public record JobStock(int month, LocalAuthority district, String occupation, long jobs)
    implements Fact {
  /** Jobs for each thousand residents of working age, by occupation that care staff go to. */
  private static final Map<String, Double> OF_A_THOUSAND =
      new TreeMap<>(
          Map.of(
              "4159", 22.0, "6125", 14.0, "6141", 11.0, "7111", 36.0, "9233", 18.0, "9260", 13.0,
              "9272", 15.0));

  /** Those of a district: the national number to each resident, more or less by its own stream. */
  static List<JobStock> of(WorldSettings world, LocalAuthority district) {
    Draw draw = world.draw("jobs by occupation", district.index());
    double residents = district.workingAge(world) / 1000.0;
    return OF_A_THOUSAND.entrySet().stream()
        .map(
            of ->
                new JobStock(
                    world.from(),
                    district,
                    of.getKey(),
                    Math.round(
                        SCALE * residents * of.getValue() * StrictMath.exp(0.3 * draw.normal()))))
        .toList();
  }

  /** A real district has as many times the LSOAs of a synthetic one, and so more jobs. */
  private static final int SCALE = 12;
}
