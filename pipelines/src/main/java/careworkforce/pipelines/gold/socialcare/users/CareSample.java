package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Frame;

/**
 * Whom estimates are made from.
 *
 * @param name in tables of estimates
 * @param frame its home-months
 * @param main whether every estimator and measure of labour supply is tried on it
 * @param staff home-months with staff in homes of its kind, residents found or not
 */
record CareSample(String name, Frame frame, boolean main, Frame staff) {

  /** One whose residents are found in all of its home-months. */
  CareSample(String name, Frame frame, boolean main) {
    this(name, frame, main, frame);
  }

  /** Mean of an outcome where it is known, weighted. */
  double mean(String outcome, String weights) {
    double[] values = frame.numbers(outcome);
    double[] weight = weights.isEmpty() ? null : frame.numbers(weights);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        double w = weight == null ? 1 : weight[i];
        total += w * values[i];
        sum += w;
      }
    }
    return total / sum;
  }
}
