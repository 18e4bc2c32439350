package careworkforce.pipelines.gold.socialcare.retail;

/** Whom homes near an opening are compared with. */
enum Comparison {
  /** All homes of the farther ring (methods 2.7). */
  FARTHER(
      SocialcareRetailOpenings.OPENINGS,
      RetailStack.SITE + "^" + HomeQuarters.QUARTER,
      "where and when stores open is taken as unrelated to how staff of homes within the radius"
          + " would have fared next to those of homes up to three radii away"),

  /**
   * Those of the farther ring in the same travel-to-work area, so that what befalls the labour
   * market of a whole area is not taken for what the opening does.
   */
  SAME_AREA(
      SocialcareRetailOpenings.OPENINGS + ", homes of one travel-to-work area",
      RetailStack.SITE + "^" + RetailStack.AREA + "^" + HomeQuarters.QUARTER,
      "where and when stores open within a travel-to-work area is taken as unrelated to how staff"
          + " of homes within the radius would have fared next to those of its homes up to three"
          + " radii away");

  private final String sample;
  private final String effect;
  private final String why;

  Comparison(String sample, String effect, String why) {
    this.sample = sample;
    this.effect = effect;
    this.why = why;
  }

  /** Its name in estimates. */
  String sample() {
    return sample;
  }

  /** The fixed effect within which homes are compared. */
  String effect() {
    return effect;
  }

  /** What has to hold for the difference to be the opening's doing. */
  String why() {
    return why;
  }
}
