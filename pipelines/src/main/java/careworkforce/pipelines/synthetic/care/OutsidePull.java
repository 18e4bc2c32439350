package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * What {@link careworkforce.pipelines.synthetic.SupplyEffects} add to the annualised leaving
 * propensity of an employer, month by month: deviations whose mean over the areas of a region and
 * month is nil.
 */
final class OutsidePull {
  private final double[] pull;

  private OutsidePull(double[] pull) {
    this.pull = pull;
  }

  /** That of an employer, by month since the world's first. */
  static OutsidePull of(WorldSettings world, Employer employer) {
    return new OutsidePull(new double[world.months()]);
  }

  /** What it adds in a month. */
  double at(int t) {
    return pull[t];
  }
}
