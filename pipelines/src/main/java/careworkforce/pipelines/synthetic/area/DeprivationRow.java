package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * How deprived a synthetic LSOA is, and how many of working age live there.
 *
 * @param decile 1 the most deprived
 * @param workingAge residents of 18 to 59 or 64
 */
public record DeprivationRow(
    int month, LocalAuthority district, int number, int decile, int workingAge) implements Fact {
  private static final int AREAS_A_DECILE = 3_284;

  /** Drawn for an area by its own stream: each tenth as likely. */
  static DeprivationRow of(WorldSettings world, LocalAuthority district, int number) {
    Draw draw = world.draw("deprivation", (long) district.index() * LocalAuthority.LSOAS + number);
    return new DeprivationRow(
        world.from(), district, number, draw.between(1, 10), draw.between(800, 1_200));
  }

  /** A rank within the decile; not unique. */
  public int rank() {
    return (decile - 1) * AREAS_A_DECILE + number + 1;
  }
}
