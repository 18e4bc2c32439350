package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import careworkforce.pipelines.synthetic.area.Place;

/**
 * An employer of care staff: a care home, a home care agency, or a test account of the collection.
 *
 * @param index number in the world
 * @param beds of a care home
 * @param residents slots that are filled again after a death
 * @param posts filled or vacant; 33 staff a home on average
 * @param turnoverScore standardised long-run turnover
 * @param reportsFrom first month in ASC-WDS
 * @param reportsTo first month no longer in it
 * @param staleFrom first month of repeated old totals; far off for most
 * @param pay what it pays against others
 */
public record Employer(
    int index,
    Kind kind,
    Area area,
    LocalAuthority district,
    int lsoaNumber,
    boolean nursing,
    int beds,
    int residents,
    int posts,
    int sector,
    double turnoverScore,
    int reportsFrom,
    int reportsTo,
    int staleFrom,
    long uprn,
    HomePay pay) {

  /** What it is. */
  public enum Kind {
    CARE_HOME,
    HOME_CARE,
    TEST
  }

  /** Months for which stale totals are repeated. */
  public static final int STALE = 18;

  /** Standard deviation of long-run turnover between homes. */
  static final double SPREAD = 0.06;

  /** Postcode districts have two digits at most, units none of some letters. */
  private static final int DISTRICTS = 99;

  private static final String UNITS = "ABDEFGHJLNPQRSTUWXYZ";

  private static final int[] TEST_ACCOUNTS = {305, 307, 308, 309, 310, 2452, 28470, 26792, 31657};

  /** A home or agency by number. */
  public static Employer of(WorldSettings world, int index) {
    return of(world, index, index < world.homes() ? Kind.CARE_HOME : Kind.HOME_CARE);
  }

  /** The test account of an area. */
  static Employer test(WorldSettings world, int area) {
    return of(world, world.employers() + area, Kind.TEST);
  }

  private static Employer of(WorldSettings world, int index, Kind kind) {
    Draw draw = world.draw("employer", index);
    int place = kind == Kind.TEST ? index - world.employers() : index % world.areas();
    Area area = Area.of(place, world.areas());
    LocalAuthority district = area.districts().get(draw.below(area.districts().size()));
    boolean nursing = kind == Kind.CARE_HOME && draw.chance(0.3);
    double size = StrictMath.exp(0.35 * draw.normal() - 0.06);
    int beds = kind == Kind.CARE_HOME ? Math.max(6, (int) (size * (nursing ? 42 : 24))) : 0;
    double score = draw.normal();
    int[] reports = reports(world, kind, score, draw);
    boolean stale = draw.chance(world.rate(Trap.STALE_VACANCIES));
    int staleAt = world.from() + draw.below(world.months());
    boolean shares = draw.chance(world.rate(Trap.SHARED_UPRN)) && index >= world.areas();
    int premises = shares && kind == Kind.CARE_HOME ? index - world.areas() : index;
    return new Employer(
        index,
        kind,
        area,
        district,
        draw.below(LocalAuthority.LSOAS),
        nursing,
        beds,
        (int) Math.round(beds * 0.88),
        posts(kind, beds, nursing),
        draw.pick(75, 15, 10),
        score,
        reports[0],
        reports[1],
        stale ? staleAt : Integer.MAX_VALUE,
        99_000_000_000L + premises,
        HomePay.of(world, index));
  }

  private static int posts(Kind kind, int beds, boolean nursing) {
    return switch (kind) {
      case CARE_HOME -> Math.max(6, (int) Math.round(beds * (nursing ? 1.25 : 1.22)));
      case HOME_CARE -> 36;
      case TEST -> 5;
    };
  }

  private static int[] reports(WorldSettings world, Kind kind, double score, Draw draw) {
    if (kind == Kind.TEST) {
      return new int[] {world.from(), world.to() + 1};
    }
    double odds =
        world.reporting()
            / (1 - Math.min(0.999999, world.reporting()))
            * StrictMath.exp(world.selection() * score);
    boolean first = draw.chance(odds / (1 + odds));
    double wait = draw.exponential(1 / world.rate(Trap.ASCWDS_JOINING_AND_LEAVING));
    int change = world.from() + 1 + (int) Math.min(world.months(), wait);
    int never = world.to() + 1;
    return first
        ? new int[] {world.from() - 24, Math.min(change, never)}
        : new int[] {change >= never ? Integer.MAX_VALUE : change, never};
  }

  /** Whether it is in the ASC-WDS in a month. */
  public boolean reports(int month) {
    return month >= reportsFrom && month < reportsTo;
  }

  /** Whether it joins the ASC-WDS, or leaves it, in the months of the world. */
  boolean joinsOrLeaves(WorldSettings world) {
    return reportsFrom > world.from() && reportsFrom <= world.to()
        || reportsTo > world.from() && reportsTo <= world.to();
  }

  /** Whether its totals of a month are old ones. */
  public boolean stale(int month) {
    return month >= staleFrom && month < staleFrom + STALE;
  }

  /** Number in ASC-WDS. */
  public int establishmentId() {
    return kind == Kind.TEST ? TEST_ACCOUNTS[area.index() % TEST_ACCOUNTS.length] : 100_000 + index;
  }

  /** LSOA. */
  public String lsoa() {
    return district.lsoa(lsoaNumber);
  }

  /** Where it stands; homes that share premises share the place. */
  public Place place(WorldSettings world) {
    return Place.within(world, area, district, world.draw("place of employer", uprn));
  }

  /** A postcode of the right form in an area that Royal Mail does not use. */
  public String postcode() {
    int unit = index / (10 * DISTRICTS);
    return String.format(
        "ZX%d %d%c%c",
        1 + index / 10 % DISTRICTS,
        index % 10,
        UNITS.charAt(unit / UNITS.length()),
        UNITS.charAt(unit % UNITS.length()));
  }

  /** Main service in ASC-WDS: 1 with nursing, 2 without, 8 home care. */
  public int mainService() {
    return kind == Kind.HOME_CARE ? 8 : nursing ? 1 : 2;
  }
}
