package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import java.util.List;

/**
 * Someone who works for the NHS at some time of the world.
 *
 * @param entry first month on the payroll; those of the first month were there before
 * @param fte hundredths of a whole-time equivalent
 * @param unsocial pay for unsocial hours as a share of basic pay
 */
public record Person(
    long id,
    int entry,
    boolean ofStock,
    Occupation occupation,
    Trust trust,
    boolean female,
    int birthYear,
    String ethnicity,
    String nationality,
    String lsoa,
    int fte,
    double unsocial) {
  /** Growth of staff, a month. */
  static final double GROWTH = 0.001;

  /** Leaving of nationals of the European Union relative to British staff (IFS 16159). */
  static final double EU_LEAVING = 1.43;

  /** Leaving of nationals of other countries relative to British staff (IFS 16159). */
  static final double OTHER_LEAVING = 0.72;

  private static final String[] ETHNIC = {"A", "C", "H", "J", "L", "M", "N", "R", "S", "Z"};
  private static final double[] ETHNIC_WEIGHTS = {74, 4, 5, 2, 4, 2, 5, 1, 2, 1};

  /** How many join in each month after the first. */
  static long entrants(WorldSettings world) {
    return Math.round(world.nhsStaff() * Occupation.inflow(GROWTH));
  }

  /** How many there are in all. */
  static long count(WorldSettings world) {
    return world.nhsStaff() + entrants(world) * (world.months() - 1);
  }

  /** A person by number: first the staff of the first month, then joiners month by month. */
  static Person of(WorldSettings world, long id) {
    Draw draw = world.draw("person", id);
    boolean stock = id < world.nhsStaff();
    int entry =
        stock ? world.from() : world.from() + 1 + (int) ((id - world.nhsStaff()) / entrants(world));
    Occupation occupation = stock ? Occupation.ofStock(draw) : Occupation.ofEntrant(draw, GROWTH);
    return of(world, id, entry, occupation, Trust.any(draw), draw);
  }

  /** A healthcare assistant who joins a trust. */
  static Person assistant(WorldSettings world, long id, int entry, Trust trust) {
    Draw draw = world.draw("person", id);
    return of(world, id, entry, Occupation.named("healthcare assistant"), trust, draw);
  }

  private static Person of(
      WorldSettings world, long id, int entry, Occupation occupation, Trust trust, Draw draw) {
    boolean stock = id < world.nhsStaff();
    boolean female = draw.chance(femaleShare(occupation.group()));
    int age = stock ? (draw.between(20, 58) + draw.between(20, 58)) / 2 : draw.between(20, 45);
    String ethnicity = ETHNIC[draw.pick(ETHNIC_WEIGHTS)];
    String nationality = nationality(draw);
    List<LocalAuthority> near =
        LocalAuthority.ALL.stream().filter(d -> d.region() == trust.region()).toList();
    String lsoa = near.get(draw.below(near.size())).lsoa(draw.below(LocalAuthority.LSOAS));
    int fte = occupation.level().hours(female, world.draw("hours", id));
    return new Person(
        id,
        entry,
        stock,
        occupation,
        trust,
        female,
        Math.floorDiv(entry, 12) - age,
        ethnicity,
        nationality,
        lsoa,
        fte,
        0.2 * draw.uniform());
  }

  private static double femaleShare(String group) {
    return switch (group) {
      case "DOCTORS" -> 0.48;
      case "NURSES", "MIDWIVES", "NURSING_LEARNERS" -> 0.90;
      case "AMBULANCE", "AMBULANCE_SUPPORT", "ESTATES" -> 0.45;
      default -> 0.79;
    };
  }

  private static String nationality(Draw draw) {
    return switch (draw.pick(85, 5, 10)) {
      case 0 -> "British";
      case 1 -> draw.oneOf("Irish", "Polish", "Portuguese", "Spanish");
      default -> draw.oneOf("Indian", "Filipino", "Nigerian", "Zimbabwean");
    };
  }

  /** Leaving relative to all staff: EU 43% more, others 28% less than British (IFS 16159). */
  double leaving() {
    double mean = 0.85 + 0.05 * EU_LEAVING + 0.10 * OTHER_LEAVING;
    return switch (nationality) {
      case "British" -> 1 / mean;
      case "Irish", "Polish", "Portuguese", "Spanish" -> EU_LEAVING / mean;
      default -> OTHER_LEAVING / mean;
    };
  }

  /** Age in a month, from the year of birth. */
  int age(int month) {
    return Math.floorDiv(month, 12) - birthYear;
  }

  /** The person's identifier in ESR. */
  public String identifier() {
    return "SYN" + (100_000_000L + id);
  }
}
