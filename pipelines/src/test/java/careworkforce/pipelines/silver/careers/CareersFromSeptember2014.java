package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;

/** Spells from September 2014 to the window's end in December 2021; leaving takes three months. */
abstract class CareersFromSeptember2014 {
  static final EsrSpells S = EsrSpells.TABLE;
  static final CareerYears Y = CareerYears.TABLE;
  static final OccupationMoves V = OccupationMoves.TABLE;
  static final MassExits X = MassExits.TABLE;
  static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  static final String END = "2021-12";
  static final CareerYears.Horizon YEAR = Y.horizons.get(0);
  static final CareerYears.Horizon TWO = Y.horizons.get(1);
  static final CareerYears.Horizon FIVE = Y.horizons.get(2);

  TestRows spells = TestRows.of(S);
  TestRows moves = TestRows.of(V);
  TestRows exits = TestRows.of(X);

  @BeforeEach
  void open() {
    spells =
        TestRows.of(S).each(S.leftCensored, false, S.rightCensored, false, S.leaverOfficial, false);
    moves =
        TestRows.of(V).each(V.fromGroup, "NURSING_SUPPORT", V.toGroup, "NURSES", V.headline, true);
    exits = TestRows.of(X);
    at("stays", "2014-09", END, "ACTIVE", "RA", "NURSING_SUPPORT");
  }

  void at(String person, String first, String last, String state, String trust, String group) {
    spells.row(
        S.personId, person,
        S.firstMonth, first,
        S.lastMonth, last,
        S.months, months(first, last),
        S.state, state,
        S.organisation, trust,
        S.level2, group,
        S.level3, group,
        S.band, "3",
        S.leaverEsr, false);
  }

  /** A last spell on the payroll and the absence from the next month to the window's end. */
  void leaves(String person, String first, String last, String absent) {
    spells.row(
        S.personId,
        person,
        S.firstMonth,
        first,
        S.lastMonth,
        last,
        S.months,
        months(first, last),
        S.state,
        "ACTIVE",
        S.organisation,
        "RA",
        S.level2,
        "NURSING_SUPPORT",
        S.leaverOfficial,
        true,
        S.leaverEsr,
        true);
    away(person, absent, END, "LEFT");
  }

  void away(String person, String first, String last, String state) {
    spells.row(
        S.personId, person,
        S.firstMonth, first,
        S.lastMonth, last,
        S.months, months(first, last),
        S.state, state,
        S.leaverEsr, false);
  }

  static int months(String first, String last) {
    return 1
        + (int)
            ChronoUnit.MONTHS.between(
                LocalDate.parse(first + "-01"), LocalDate.parse(last + "-01"));
  }

  Dataset<Row> years() {
    return new CareerYearsJob().rows(inputs());
  }

  FakeInputs inputs() {
    return FakeInputs.of()
        .with(S, spells.dataset())
        .with(V, moves.dataset())
        .with(X, exits.dataset());
  }

  Dataset<Row> of(String person) {
    return years().where(Y.personId.col().equalTo(lit(person)));
  }

  Dataset<Row> of(String person, int year) {
    return of(person).where(Y.year.col().equalTo(lit(year)));
  }
}
