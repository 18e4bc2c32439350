package careworkforce.pipelines.gold.socialcare.options;

/**
 * Outside options that stand together in one equation: step 1 of methods 2.8, {@code L = p1 · OW +
 * p2 · OV + p3 · RO + p4 · NO}. Wages are those of industries without retail and health, adverts
 * those of occupations without them, as both have terms of their own.
 */
enum OutsideTerm {
  WAGE(
      OutsideSample.INDEX,
      0.1,
      "0.1 log points of the outside wage index",
      "causal",
      OutsideFindings.WHY),
  VACANCIES(
      OutsideSample.VACANCIES,
      0.01,
      "one advert for each hundred jobs outside",
      "association",
      "what makes employers of an area advertise may move care staff as well"),
  NHS(
      OutsideSample.NHS_PREDICTED,
      0.1,
      "0.1 NHS openings a year for each support job",
      "causal",
      "hiring by trusts elsewhere is taken to reach homes by NHS jobs of their area alone"),
  RETAIL(
      OutsideSample.RETAIL,
      1,
      "a store or warehouse within the radius",
      "causal",
      "where and when stores open is taken as unrelated to what else moves staff of homes");

  private final String column;
  private final double step;
  private final String per;
  private final String design;
  private final String why;

  OutsideTerm(String column, double step, String per, String design, String why) {
    this.column = column;
    this.step = step;
    this.per = per;
    this.design = design;
    this.why = why;
  }

  /** Its column of the sample. */
  String column() {
    return column;
  }

  /** Units that an effect is told for. */
  double step() {
    return step;
  }

  /**
   * These units in words.
   *
   * @param instrumented whether the regressor is what happens here, and not what elsewhere predicts
   */
  String per(boolean instrumented) {
    return this == NHS && !instrumented ? per + ", as hiring by trusts elsewhere predicts" : per;
  }

  /** Causal or association. */
  String design() {
    return design;
  }

  /** Why. */
  String why() {
    return why;
  }
}
