package careworkforce.pipelines.silver.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MoveRule;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareerYearsJobTest extends CareersFromSeptember2014 {
  @Test
  void shouldAnswerNoQuestionThatTheWindowsEndLeavesOpen() {
    assertRows(of("stays"), Y.year, YEAR.nhs(), TWO.nhs(), FIVE.nhs())
        .areExactly(
            "2014 true true true",
            "2015 true true true",
            "2016 true true true",
            "2017 true true -",
            "2018 true true -",
            "2019 true true -",
            "2020 true - -",
            "2021 - - -");
  }

  @Test
  void shouldCountNoMonthAtRiskInWhichLeavingCannotBeToldYet() {
    // From October 2021 on an absence to the window's end is shorter than three months.
    assertRows(of("stays").where(Y.year.col().gt(lit(2019))), Y.year, Y.personMonths, Y.exits)
        .areExactly("2020 12 0", "2021 1 0");
  }

  @Test
  void shouldCountNoMonthBeforeAMoveThatCannotBeToldYet() {
    // A move of September 2021 is the last that the three months to December prove.
    assertRows(of("stays").where(Y.year.col().gt(lit(2019))), Y.year, Y.movingMonths)
        .areExactly("2020 12", "2021 0");
    assertRows(
            new CareerYearsJob()
                .rows(inputs().with(MoveRule.HELD, 5))
                .where(Y.year.col().gt(lit(2019))),
            Y.year,
            Y.movingMonths)
        .areExactly("2020 10", "2021 0");
  }

  @Test
  void shouldTellStayingInTheJobTheTrustTheOccupationAndTheNhs() {
    at("moves", "2014-09", "2015-08", "ACTIVE", "RA", "NURSING_SUPPORT");
    at("moves", "2015-09", "2016-08", "ACTIVE", "RB", "NURSING_SUPPORT");
    at("moves", "2016-09", END, "ACTIVE", "RA", "NURSES");
    assertRows(
            of("moves", 2014),
            YEAR.job(),
            YEAR.trust(),
            YEAR.occupation(),
            YEAR.nhs(),
            TWO.job(),
            TWO.trust(),
            TWO.occupation(),
            TWO.nhs(),
            Y.groupAYearLater)
        .areExactly("false false true true false true false true NURSING_SUPPORT");
  }

  @Test
  void shouldTakeAnAbsenceOfTheGapForAnExitAndAShorterOneForNone() {
    at("back", "2014-09", "2015-10", "ACTIVE", "RA", "NURSING_SUPPORT");
    away("back", "2015-11", "2016-01", "GAP");
    at("back", "2016-02", "2016-11", "ACTIVE", "RA", "NURSING_SUPPORT");
    away("back", "2016-12", "2017-01", "GAP");
    at("back", "2017-02", END, "ACTIVE", "RA", "NURSING_SUPPORT");
    assertRows(
            of("back").where(Y.year.col().lt(lit(2017))),
            Y.year,
            Y.exits,
            Y.left,
            Y.personMonths,
            YEAR.leaverEsr(),
            YEAR.nhs())
        .areExactly(
            "2014 0 false 12 false true",
            "2015 1 false 9 false true",
            "2016 0 false 10 false true");
  }

  @Test
  void shouldTellLeavingTheAcuteSectorByTheGapAndNotOfAServiceThatLeavesTheRecord() {
    at("two-months", "2014-09", "2015-01", "ACTIVE", "RA", "NURSES");
    at("two-months", "2015-02", "2015-03", "ACTIVE", "RC", "NURSES");
    at("two-months", "2015-04", END, "PARENTAL", "RA", "NURSES");
    at("three-months", "2014-09", "2015-01", "ACTIVE", "RA", "NURSES");
    at("three-months", "2015-02", "2015-03", "ACTIVE", "RC", "NURSES");
    away("three-months", "2015-04", "2015-04", "GAP");
    at("three-months", "2015-05", END, "ACTIVE", "RB", "NURSES");
    at("acute-to-acute", "2014-09", "2015-01", "ACTIVE", "RA", "NURSES");
    at("acute-to-acute", "2015-02", END, "ACTIVE", "RB", "NURSES");
    at("transferred", "2014-09", "2015-01", "ACTIVE", "RA", "NURSES");
    away("transferred", "2015-02", END, "TRANSFERRED");
    at("late", "2014-09", "2021-09", "ACTIVE", "RA", "NURSES");
    at("late", "2021-10", END, "ACTIVE", "RC", "NURSES");
    at("too-late", "2014-09", "2021-10", "ACTIVE", "RA", "NURSES");
    at("too-late", "2021-11", END, "ACTIVE", "RC", "NURSES");
    Dataset<Row> years =
        new CareerYearsJob()
            .rows(inputs().with(Trusts.TABLE, kinds()))
            .where(Y.personId.col().notEqual(lit("stays")))
            .where(Y.year.col().isin(2014, 2021));
    assertRows(years, Y.personId, Y.year, Y.acuteMonths, Y.acuteExits)
        .areExactly(
            "two-months 2014 10 0",
            "two-months 2021 1 0",
            "three-months 2014 9 1",
            "three-months 2021 1 0",
            "acute-to-acute 2014 12 0",
            "acute-to-acute 2021 1 0",
            "transferred 2014 5 0",
            "late 2014 12 0",
            "late 2021 1 1",
            "too-late 2014 12 0",
            "too-late 2021 1 0");
  }

  private static Dataset<Row> kinds() {
    Trusts t = Trusts.TABLE;
    return TestRows.of(t)
        .row(t.organisation, "RA", t.trustType, "ACUTE")
        .row(t.organisation, "RB", t.trustType, "ACUTE")
        .row(t.organisation, "RC", t.trustType, "COMMUNITY")
        .dataset();
  }

  @Test
  void shouldLeaveOpenWhoLeftWhereTheAbsenceIsShorterThanTheGap() {
    leaves("early", "2014-09", "2021-08", "2021-09");
    assertRows(
            of("early").where(Y.year.col().geq(lit(2020))),
            Y.year,
            YEAR.leaverEsr(),
            YEAR.nhs(),
            Y.exits,
            Y.left)
        .areExactly("2020 true false 1 true");
    assertThat(years().where(Y.year.col().equalTo(lit(2021))).count()).isEqualTo(1);
  }

  @Test
  void shouldCountThoseTransferredWithTheirServiceNeitherAsLeaversNorAsStayers() {
    leaves("service", "2014-09", "2016-01", "2016-02");
    exits.row(
        X.organisation, "RA", X.level2, "NURSING_SUPPORT", X.month, "2016-01", X.leavers, 40L);
    assertRows(
            of("service"),
            Y.year,
            YEAR.leaverOfficial(),
            YEAR.leaverEsr(),
            YEAR.nhs(),
            TWO.nhs(),
            Y.officialLeaver,
            Y.exits,
            Y.left,
            Y.groupAYearLater)
        .areExactly(
            "2014 false false true - false 0 false NURSING_SUPPORT",
            "2015 - - - - - 0 false TRANSFERRED");
  }

  @Test
  void shouldNameTheFirstMoveOfTheYearAndForgetNoneBeforeAHorizon() {
    at("trained", "2014-09", "2016-03", "ACTIVE", "RA", "NURSING_SUPPORT");
    at("trained", "2016-04", END, "ACTIVE", "RA", "NURSES");
    moves.row(V.personId, "trained", V.month, "2016-04");
    moves.row(V.personId, "stays", V.month, "2016-04", V.headline, false);
    assertRows(
            years().where(Y.year.col().leq(lit(2016))),
            Y.personId,
            Y.year,
            Y.movedTo,
            YEAR.moved(),
            TWO.moved(),
            Y.groupAYearLater)
        .areExactly(
            "stays 2014 - false false NURSING_SUPPORT",
            "stays 2015 - false false NURSING_SUPPORT",
            "stays 2016 - false false NURSING_SUPPORT",
            "trained 2014 - false true NURSING_SUPPORT",
            "trained 2015 NURSES true true NURSES",
            "trained 2016 - false false NURSES");
  }

  @Test
  void shouldLeaveOpenWhoMovesWhereNoMoveCanBeProvedYet() {
    // A move of September 2021 is proved by the three months to December, and not by four.
    assertRows(lateYears(new CareerYearsJob().rows(inputs())), Y.year, YEAR.moved(), TWO.moved())
        .areExactly("2019 false false", "2020 false -", "2021 - -");
    assertRows(
            lateYears(new CareerYearsJob().rows(inputs().with(MoveRule.HELD, 4))),
            Y.year,
            YEAR.moved(),
            TWO.moved())
        .areExactly("2019 false -", "2020 - -", "2021 - -");
  }

  @Test
  void shouldLeaveOpenWhoLeftWhereTheGapReachesBeyondTheWindow() {
    // Whoever is last paid in August 2021 is absent for four months by December.
    assertRows(
            lateYears(new CareerYearsJob().rows(inputs().with(EsrSpellsJob.GAP, 4))),
            Y.year,
            YEAR.leaverEsr(),
            YEAR.nhs())
        .areExactly("2019 false true", "2020 false true", "2021 - -");
    assertRows(
            lateYears(new CareerYearsJob().rows(inputs().with(EsrSpellsJob.GAP, 5))),
            Y.year,
            YEAR.leaverEsr(),
            YEAR.nhs())
        .areExactly("2019 false true", "2020 - true", "2021 - -");
  }

  private static Dataset<Row> lateYears(Dataset<Row> years) {
    return years.where(Y.year.col().geq(lit(2019)));
  }

  @Test
  void shouldDescribeThePersonInTheMonthItself() {
    Dataset<Row> years =
        new CareerYearsJob()
            .rows(
                FakeInputs.of()
                    .with(S, spells.dataset())
                    .with(M, monthsOf("stays"))
                    .with(EsrPersons.TABLE, person("stays"))
                    .with(Trusts.TABLE, trust())
                    .with(Deprivation.TABLE, home()));
    Field[] described = {
      Y.year,
      Y.age,
      Y.ageGroup,
      Y.tenure,
      Y.sex,
      Y.ethnicity,
      Y.nationality,
      Y.trustType,
      Y.deprivation,
      Y.homeDistrict,
      Y.icb,
      Y.region
    };
    assertRows(years.where(Y.year.col().isin(2014, 2015)), described)
        .areExactly(
            "2014 24 UNDER_25 UNDER_1 Female BLACK EU ACUTE 2 E07000001 QKK South East",
            "2015 25 25_29 1_2 Female BLACK EU ACUTE 2 E07000001 QKK South East");
  }

  private static Dataset<Row> monthsOf(String person) {
    return TestRows.of(M)
        .each(M.personId, person, M.startDate, "2014-03-15", M.homeLsoa, "E01000001")
        .row(M.month, "2014-09", M.age, 24)
        .row(M.month, "2014-10", M.age, 99)
        .row(M.month, "2015-09", M.age, 25)
        .dataset();
  }

  private static Dataset<Row> person(String person) {
    EsrPersons p = EsrPersons.TABLE;
    return TestRows.of(p)
        .row(p.personId, person, p.sex, "Female", p.ethnicity, "N", p.nationality, "Irish")
        .dataset();
  }

  private static Dataset<Row> trust() {
    Trusts t = Trusts.TABLE;
    return TestRows.of(t)
        .row(t.organisation, "RA", t.trustType, "ACUTE", t.region, "South East", t.icb, "QKK")
        .dataset();
  }

  private static Dataset<Row> home() {
    Deprivation d = Deprivation.TABLE;
    return TestRows.of(d)
        .row(
            d.period, "2019-09",
            d.lsoa11Code, "E01000001",
            d.ladCode, "E07000001",
            d.imdDecile, 4)
        .dataset();
  }
}
