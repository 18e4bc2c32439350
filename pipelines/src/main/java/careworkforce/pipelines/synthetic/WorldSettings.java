package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import careworkforce.common.time.Month;
import java.io.Serializable;

/**
 * How large a world, which months, and what is planted in it.
 *
 * @param from first month, as {@link Month#number()}
 * @param to last month
 * @param seed of every draw
 * @param scale 1 is England
 * @param areas number of travel-to-work areas
 * @param stores large stores and warehouses that open in its months
 * @param ascwdsEvery months between two ASC-WDS extracts
 * @param ecdsStart first month in ECDS; A&E before it is in HES
 * @param homeCare home care agencies at a time, in England
 * @param reporting share of care employers in ASC-WDS in the first month; as those in it leave and
 *     those outside join at one rate, any other share than a half nears a half from then on
 * @param selection how much likelier a home with one standard deviation more turnover is to report,
 *     in log odds, in the first month; 0 for none
 * @param othersArrivals A&E arrivals a year, in England, of people of 65 and over who live at home
 * @param linkMissed share of residents whom the address link misses
 * @param moves moves a year out of an occupation group, of settled staff who are no doctors
 * @param mechanism how turnover and arrivals come about
 * @param careers what drives careers in the NHS
 * @param supply what moves staff out of social care
 * @param users what turnover does to what people who use care say of it
 * @param rates of each {@link Trap}, by ordinal
 * @param tasks Spark tasks that draw; 0 for the default. Changes no byte
 */
@SuppressWarnings("ArrayRecordComponent") // indexed by the traps' ordinals, never compared
public record WorldSettings(
    int from,
    int to,
    long seed,
    double scale,
    int areas,
    int stores,
    int ascwdsEvery,
    int ecdsStart,
    int homeCare,
    double reporting,
    double selection,
    double othersArrivals,
    double linkMissed,
    double moves,
    Mechanism mechanism,
    CareerEffects careers,
    SupplyEffects supply,
    UserEffects users,
    double[] rates,
    int tasks)
    implements Serializable {
  /** The last month of which house prices, minimum wages and pay awards are known. */
  public static final Month LAST = Month.of(2021, 12);

  public static final Setting<Month> FROM =
      Setting.month("synthetic.from", "first month of the synthetic world, such as 2012-01");
  public static final Setting<Month> TO =
      Setting.month("synthetic.to", "last month of the synthetic world, 2021-12 at the latest");
  public static final Setting<Integer> SEED =
      Setting.integer("synthetic.seed", "", "seed of every draw", 0, Integer.MAX_VALUE);
  public static final Setting<Double> SCALE =
      Setting.number("synthetic.scale", "", "size of the world; 1 is England", 0.0001, 2);
  public static final Setting<Integer> AREAS =
      Setting.integer("synthetic.areas", "", "travel-to-work areas", 9, 108);
  public static final Setting<Integer> STORES =
      Setting.integer("synthetic.stores", "", "large stores and warehouses that open", 0, 100_000);
  public static final Setting<Integer> ASCWDS_EVERY =
      Setting.integer("synthetic.ascwds.every", "months", "between two ASC-WDS extracts", 1, 12);
  public static final Setting<Integer> HOME_CARE =
      Setting.integer("synthetic.home-care", "", "home care agencies in England", 0, 100_000);
  public static final Setting<Double> REPORTING =
      Setting.number(
          "synthetic.ascwds.reporting",
          "",
          "share of care employers that report in the first month",
          0,
          1);
  public static final Setting<Double> SELECTION =
      Setting.number(
          "synthetic.ascwds.selection",
          "log odds",
          "of reporting in the first month, for one standard deviation more turnover",
          -5,
          5);
  public static final Setting<Month> ECDS_START =
      Setting.month("synthetic.ecds-start", "first month in ECDS; A&E before it is in HES");
  public static final Setting<Double> OTHERS_ARRIVALS =
      Setting.number(
          "synthetic.others-arrivals",
          "a year",
          "A&E arrivals, in England, of people of 65 and over who live at home",
          0,
          10_000_000);
  public static final Setting<Double> LINK_MISSED =
      Setting.number("synthetic.link-missed", "", "share of residents the link misses", 0, 1);
  public static final Setting<Double> MOVES =
      Setting.number("synthetic.moves", "a year", "moves out of an occupation group", 0, 1);
  public static final Setting<Integer> TASKS =
      Setting.integer(
          "synthetic.tasks", "", "Spark tasks that draw; 0 for the default", 0, 100_000);

  /**
   * As configured.
   *
   * @throws UserError if a setting is out of its range, or the months run backwards or too far
   */
  public static WorldSettings of(Settings settings) {
    Month from = settings.value(FROM);
    Month to = settings.value(TO);
    if (to.compareTo(from) < 0) {
      throw UserError.usage(
          "make a world from " + from + " to " + to,
          "it would end before it begins",
          "Set synthetic.from no later than synthetic.to");
    }
    if (to.compareTo(LAST) > 0) {
      throw UserError.usage(
          "make a world to " + to,
          "its house prices, minimum wages and pay awards are known to " + LAST + " alone",
          "Set synthetic.to no later than " + LAST);
    }
    double[] rates = new double[Trap.values().length];
    for (Trap trap : Trap.values()) {
      rates[trap.ordinal()] = settings.value(trap.setting());
    }
    return new WorldSettings(
        from.number(),
        to.number(),
        settings.value(SEED),
        settings.value(SCALE),
        settings.value(AREAS),
        settings.value(STORES),
        settings.value(ASCWDS_EVERY),
        settings.value(ECDS_START).number(),
        settings.value(HOME_CARE),
        settings.value(REPORTING),
        settings.value(SELECTION),
        settings.value(OTHERS_ARRIVALS),
        settings.value(LINK_MISSED),
        settings.value(MOVES),
        Mechanism.of(settings),
        CareerEffects.of(settings),
        SupplyEffects.of(settings),
        UserEffects.of(settings),
        rates,
        settings.value(TASKS));
  }

  /** A trap's rate. */
  public double rate(Trap trap) {
    return rates[trap.ordinal()];
  }

  /** The stream of an entity of this world. */
  public Draw draw(String kind, long entity) {
    return Draw.of(seed, kind, entity);
  }

  /** Months of the world. */
  public int months() {
    return to - from + 1;
  }

  /** NHS staff at a time: 1.4 million in England. */
  public int nhsStaff() {
    return (int) Math.round(1_400_000 * scale);
  }

  /** Care homes at a time: 18,000 in England, of all client groups. */
  public int homes() {
    return Math.max(1, (int) Math.round(18_000 * scale));
  }

  /** Care employers: homes, and home care agencies after them. */
  public int employers() {
    return homes() + (int) Math.round(homeCare * scale);
  }

  /** Whether an ASC-WDS extract is made at the end of a month. */
  public boolean ascwdsExtract(int month) {
    return (month + 1) % ascwdsEvery == 0;
  }

  /** Whether CQC publishes its directory in a month: January, April, July and October. */
  public boolean cqcSnapshot(int month) {
    return month % 3 == 0;
  }
}
