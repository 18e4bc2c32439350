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
}
