package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * Somebody who works in social care, whichever the employer.
 *
 * @param id unique in the world
 * @param personKey stands for the digest of insurance number and date of birth; empty if unknown
 * @param startedInSector year
 */
public record CareWorker(
    long id,
    String personKey,
    boolean female,
    int birthYear,
    int ethnicity,
    int nationality,
    int startedInSector) {

  /** A new person in a month. */
  static CareWorker of(WorldSettings world, long id, int month) {
    Draw draw = world.draw("care worker", id);
    int year = Math.floorDiv(month, 12);
    int age = 18 + Math.min(draw.below(45), draw.below(60));
    String key = String.format("%016X%016X", draw.bits(), draw.bits());
    boolean keyless = draw.chance(world.rate(Trap.NO_PERSON_KEY));
    int origin = draw.pick(83, 8, 9);
    int ethnicity = origin == 2 ? draw.oneOf(39, 43, 44, 45) : draw.pick(90, 10) == 0 ? 31 : 34;
    int nationality = origin == 0 ? 826 : origin == 1 ? draw.oneOf(616, 642) : draw.oneOf(608, 566);
    return new CareWorker(
        id,
        keyless ? "" : key,
        draw.chance(0.82),
        year - age,
        ethnicity,
        nationality,
        year - Math.min(age - 18, (int) draw.exponential(6)));
  }

  /** Age in a month, from the year of birth. */
  public int age(int month) {
    return Math.floorDiv(month, 12) - birthYear;
  }
}
