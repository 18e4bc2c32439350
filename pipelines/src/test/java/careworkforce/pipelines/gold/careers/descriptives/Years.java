package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;

/** Career years that a test writes: nurses at work in one trust unless it says otherwise. */
final class Years {
  private static final CareerYears Y = CareerYears.TABLE;

  private Years() {}

  static TestRows of() {
    return TestRows.of(Y)
        .each(
            Y.year,
            2015,
            Y.atStart,
            true,
            Y.month,
            "2015-09",
            Y.state,
            "ACTIVE",
            Y.organisation,
            "RA",
            Y.level1,
            "CLINICAL",
            Y.level2,
            "NURSES",
            Y.level3,
            "Nurses - adult",
            Y.personMonths,
            0,
            Y.movingMonths,
            0,
            Y.exits,
            0,
            Y.acuteMonths,
            0,
            Y.acuteExits,
            0,
            Y.left,
            false);
  }
}
