package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.OutsideWages;
import careworkforce.pipelines.synthetic.area.Region;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Turnover;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Care homes of a synthetic England month by month, as its own rules of places, pay and turnover
 * have them, without files in between: of the staff of a home as many leave as chance has it, each
 * with a twelfth of the propensity, vacant posts are filled as in the care labour market, and of
 * its residents as many arrive at A&E. So worlds of many seeds, or of the size of England, are
 * looked at in seconds.
 */
public final class DrawnHomes {
  public static final String HOME = "home";
  public static final String TTWA = "ttwa";
  public static final String REGION = "region";
  public static final String MONTH = "month";
  public static final String NURSING = "nursing";
  public static final String STAFF = "staff";
  public static final String LEAVERS = "leavers";
  public static final String STARTERS = "starters";
  public static final String TURNOVER = "turnover";
  public static final String PROPENSITY = "propensity";
  public static final String RESIDENTS = "residents";
  public static final String ARRIVALS = "arrivals";
  public static final String WAGE = "wage";
  public static final String PAY = "pay";

  private static final HomeMonths M = HomeMonths.TABLE;
  private static final double VACANT = 0.08;
  private static final double FILL = 0.2875;

  private final WorldSettings world;
  private final boolean reporting;
  private final int months;
  private final List<String> homes = new ArrayList<>();
  private final List<String> areas = new ArrayList<>();
  private final List<String> regions = new ArrayList<>();
  private final Map<String, DoubleStream.Builder> numbers = new LinkedHashMap<>();

  private DrawnHomes(WorldSettings world, boolean reporting, int months) {
    this.world = world;
    this.reporting = reporting;
    this.months = months;
  }

  /** All homes in all months. */
  public static Frame all(WorldSettings world) {
    return new DrawnHomes(world, false, world.months()).drawn();
  }

  /** The homes that report, in the first months. */
  public static Frame reporting(WorldSettings world, int months) {
    return new DrawnHomes(world, true, months).drawn();
  }

  /** The same as rows of the panel of homes by month. */
  public static Dataset<Row> months(WorldSettings world, Frame drawn) {
    List<String> homes = drawn.column(HOME).codes().levels();
    int[] home = drawn.column(HOME).codes().values();
    double[] month = drawn.numbers(MONTH);
    double[] staff = drawn.numbers(STAFF);
    double[] leavers = drawn.numbers(LEAVERS);
    double[] starters = drawn.numbers(STARTERS);
    TestRows rows = TestRows.of(M);
    for (int i = 0; i < drawn.rows(); i++) {
      rows.row(
          M.homeId,
          homes.get(home[i]),
          M.month,
          Date.valueOf(new Month(world.from() + (int) month[i]).firstDay()),
          M.staffAtStart,
          (long) staff[i],
          M.leavers,
          (long) leavers[i],
          M.starters,
          (long) starters[i],
          M.turnover,
          12 * leavers[i] / staff[i]);
    }
    return rows.dataset();
  }

  private Frame drawn() {
    for (int index = 0; index < world.homes(); index++) {
      draw(Employer.of(world, index));
    }
    Frame frame =
        Frame.empty()
            .with(HOME, homes.toArray(String[]::new))
            .with(TTWA, areas.toArray(String[]::new))
            .with(REGION, regions.toArray(String[]::new));
    for (Map.Entry<String, DoubleStream.Builder> column : numbers.entrySet()) {
      frame = frame.with(column.getKey(), column.getValue().build().toArray());
    }
    return frame;
  }

  private void draw(Employer home) {
    int area = home.area().index();
    Turnover turnover = Turnover.of(world, home);
    OutsideWages wages = OutsideWages.of(world, area);
    Draw draw = world.draw("drawn panel", home.index());
    int staff = home.posts() - some(home.posts(), VACANT, draw);
    for (int t = 0; t < months; t++) {
      int left = some(staff, turnover.propensity(t) / 12, draw);
      int started = some(home.posts() - staff, FILL, draw);
      int arrived = draw.poisson(home.residents() * turnover.arrivals(t));
      if (!reporting || home.reports(world.from() + t)) {
        homes.add("h" + home.index());
        areas.add("T" + area);
        regions.add("R" + area % Region.values().length);
        add(MONTH, t);
        add(NURSING, home.nursing() ? 1 : 0);
        add(STAFF, staff);
        add(LEAVERS, left);
        add(STARTERS, started);
        add(TURNOVER, 12.0 * left / staff);
        add(PROPENSITY, turnover.propensity(t));
        add(RESIDENTS, home.residents());
        add(ARRIVALS, (double) arrived / home.residents());
        add(WAGE, wages.deviation(t));
        add(PAY, home.pay().log(world.from() + t));
      }
      staff += started - left;
    }
  }

  private static int some(int of, double chance, Draw draw) {
    int some = 0;
    for (int i = 0; i < of; i++) {
      some += draw.chance(chance) ? 1 : 0;
    }
    return some;
  }

  private void add(String column, double value) {
    numbers.computeIfAbsent(column, name -> DoubleStream.builder()).add(value);
  }
}
