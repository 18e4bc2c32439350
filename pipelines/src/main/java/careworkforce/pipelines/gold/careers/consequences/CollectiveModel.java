package careworkforce.pipelines.gold.careers.consequences;

/** What is held fixed when outcomes of a trust's occupation group are set on its inflow. */
enum CollectiveModel {
  /** The headline. */
  ADDITIVE(
      "ols",
      "organisation + level2 + year",
      "trust, group and year are held fixed, each by itself"),

  /** Beside it: without differences of level between a trust's groups, which stay as they are. */
  WITHIN_CELL(
      "ols within cells",
      "organisation^level2 + year",
      "each trust's group, and year, are held fixed");

  final String estimator;
  final String effects;

  /** In words. */
  final String fixed;

  CollectiveModel(String estimator, String effects, String fixed) {
    this.estimator = estimator;
    this.effects = effects;
    this.fixed = fixed;
  }
}
