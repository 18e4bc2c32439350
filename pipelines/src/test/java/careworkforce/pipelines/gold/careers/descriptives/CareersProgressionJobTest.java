package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordMonths;
import careworkforce.pipelines.silver.spells.EsrSpells;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Spells of nurses up to December 2016, the window's last month, which nothing follows. */
class CareersProgressionJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final CareerYears Y = CareerYears.TABLE;
  private static final CareersProgression P = CareersProgression.TABLE;

  private final TestRows spells =
      TestRows.of(S).each(S.state, "ACTIVE", S.level2, "NURSES", S.months, 1);
  private final TestRows years = Years.of();

  private void spell(String person, String first, String last, String band, Object... more) {
    spells.row(
        with(
            more,
            S.personId,
            person,
            S.firstMonth,
            first,
            S.lastMonth,
            last,
            S.band,
            band,
            S.bandRank,
            10 * Integer.parseInt(band)));
  }

  private static Object[] with(Object[] more, Object... row) {
    Object[] all = java.util.Arrays.copyOf(row, row.length + more.length);
    System.arraycopy(more, 0, all, row.length, more.length);
    return all;
  }

  private void described(String person, int... of) {
    for (int year : of) {
      years.row(Y.personId, person, Y.year, year, Y.sex, "Female");
    }
  }

  private Dataset<Row> rows(String breakdown) {
    return new CareersProgressionJob()
        .rows(
            FakeInputs.of()
                .with(S, spells.dataset())
                .with(Y, years.dataset())
                .with(EsrPersonMonths.TABLE, RecordMonths.of("2014-09", "2016-12")))
        .where("breakdown = '" + breakdown + "'");
  }

  @Test
  void shouldSetRisesAgainstMonthsInTheBandYearByYear() {
    spell("rises", "2014-11", "2015-10", "5");
    spell("rises", "2015-11", "2016-12", "6");
    described("rises", 2014, 2015, 2016);
    assertRows(
            rows("sex"),
            P.year,
            P.months,
            P.group,
            P.heldBand,
            P.personMonths,
            P.rises,
            P.hazard.value(),
            P.value)
        .areExactly(
            "2014 12 NURSES 5 10 0 0.0 Female",
            "2015 12 NURSES 5 2 1 0.5 Female",
            "2015 12 NURSES 6 10 0 0.0 Female",
            "2016 3 NURSES 6 3 0 0.0 Female");
  }

  @Test
  void shouldNotCallAHigherBandInAnotherGroupOrAfterAnAbsenceARise() {
    spell("manager", "2015-09", "2015-12", "5");
    spell("manager", "2016-01", "2016-08", "7", S.level2, "MANAGERS");
    spell("returner", "2015-09", "2015-12", "5");
    spells.row(
        S.personId, "returner",
        S.firstMonth, "2016-01",
        S.lastMonth, "2016-06",
        S.state, "GAP",
        S.level2, null);
    spell("returner", "2016-07", "2016-08", "6");
    spell("leave", "2015-09", "2016-02", "5");
    spell("leave", "2016-03", "2016-08", "5", S.state, "PARENTAL");
    described("manager", 2015);
    described("returner", 2015);
    described("leave", 2015);
    assertRows(rows("all").where("band_held = '5'"), P.year, P.personMonths, P.rises)
        .areExactly("2015 19 0");
  }
}
