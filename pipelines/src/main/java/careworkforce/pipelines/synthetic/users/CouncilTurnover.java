package careworkforce.pipelines.synthetic.users;

import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Turnover;

/** Mean turnover of the care homes of a council, by month. */
final class CouncilTurnover {
  private final double[] sum;
  private int homes;

  private CouncilTurnover(int months) {
    this.sum = new double[months];
  }

  /** That of the council with a code. */
  static CouncilTurnover of(WorldSettings world, String council) {
    CouncilTurnover all = new CouncilTurnover(world.months());
    for (int area = 0; area < world.areas(); area++) {
      if (Area.of(area, world.areas()).districts().stream()
          .anyMatch(district -> district.council().equals(council))) {
        for (int index = area; index < world.homes(); index += world.areas()) {
          all.add(world, Employer.of(world, index), council);
        }
      }
    }
    return all;
  }

  private void add(WorldSettings world, Employer home, String council) {
    if (home.district().council().equals(council)) {
      Turnover turnover = Turnover.of(world, home);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += turnover.propensity(t);
      }
      homes++;
    }
  }

  boolean hasHomes() {
    return homes > 0;
  }

  /** Mean over homes and the months from one on. */
  double mean(int from, int months) {
    double total = 0;
    for (int t = from; t < from + months; t++) {
      total += sum[t];
    }
    return total / homes / months;
  }

  /** Mean over homes and all months. */
  double longRun() {
    return mean(0, sum.length);
  }
}
