package careworkforce.pipelines.gold.socialcare.workforce;

/**
 * The rate of leaving, in leavers a year for each of the staff, that a share gone by the next cut
 * tells: twelve times the monthly chance {@code h} of which {@code (1 - h)^months} are still there.
 * The simple rate, the share times twelve over the months, is smaller, because leavers cannot leave
 * again: where 7% have gone after three months the rate by a fortieth, and its slope by a
 * twentieth.
 *
 * @param months to the next cut
 */
record LeavingRate(double months) {

  /** At a share gone. */
  double at(double gone) {
    return 12 * (1 - Math.pow(1 - gone, 1 / months));
  }

  /** Its derivative by the share gone. */
  double slope(double gone) {
    return 12 / months * Math.pow(1 - gone, 1 / months - 1);
  }

  /** Its second derivative by the share gone. */
  double curvature(double gone) {
    return 12 / months * (1 - 1 / months) * Math.pow(1 - gone, 1 / months - 2);
  }
}
