package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Three nurses, one of them half time and on leave; a part-time porter; and a later joiner. */
class CareersWorkforceJobTest {
  private static final CareerYears Y = CareerYears.TABLE;
  private static final CareersWorkforce W = CareersWorkforce.TABLE;
  private static final TestRows STAFF =
      Years.of()
          .row(Y.personId, "a", Y.fte, "1", Y.sex, "Male")
          .row(Y.personId, "b", Y.fte, "1", Y.sex, "Female")
          .row(Y.personId, "c", Y.fte, "0.5", Y.sex, "Female", Y.state, "PARENTAL")
          .row(
              Y.personId, "d",
              Y.fte, "0.5",
              Y.sex, "Female",
              Y.level1, "INFRASTRUCTURE",
              Y.level2, "ESTATES",
              Y.level3, "Estates")
          .row(Y.personId, "e", Y.fte, "1", Y.sex, "Male", Y.atStart, false);

  private static Dataset<Row> rows() {
    return new CareersWorkforceJob().rows(FakeInputs.of().with(Y, STAFF.dataset()));
  }

  @Test
  void shouldShareHeadcountAndFteOutOverTheLevels() {
    assertRows(
            rows().where("breakdown = 'all'"),
            W.level,
            W.headcount,
            W.atWork,
            W.fte,
            W.headcountShare.value(),
            W.fteShare.value(),
            W.occupation)
        .areExactly(
            "all 4 3 3 1.0 1.0 all",
            "level1 3 2 2.5 0.75 0.8333333333333334 CLINICAL",
            "level1 1 1 0.5 0.25 0.16666666666666666 INFRASTRUCTURE",
            "level2 3 2 2.5 0.75 0.8333333333333334 NURSES",
            "level2 1 1 0.5 0.25 0.16666666666666666 ESTATES",
            "level3 3 2 2.5 0.75 0.8333333333333334 Nurses - adult",
            "level3 1 1 0.5 0.25 0.16666666666666666 Estates");
  }

  @Test
  void shouldShareOutWithinAValueOfABreakdown() {
    assertRows(
            rows().where("breakdown = 'sex' and value = 'Female' and occupation_level = 'level1'"),
            W.headcount,
            W.headcountShare.value(),
            W.occupation)
        .areExactly("2 0.6666666666666666 CLINICAL", "1 0.3333333333333333 INFRASTRUCTURE");
  }

  @Test
  void shouldShareNoFteOutWhereNobodyHasContractedHours() {
    TestRows bank =
        Years.of()
            .row(Y.personId, "a", Y.fte, "1", Y.organisation, "RA")
            .row(Y.personId, "b", Y.fte, "0", Y.organisation, "RB")
            .row(Y.personId, "c", Y.fte, null, Y.organisation, "RC");
    assertRows(
            new CareersWorkforceJob()
                .rows(FakeInputs.of().with(Y, bank.dataset()))
                .where("breakdown = 'trust' and occupation_level = 'level2'"),
            W.value,
            W.headcount,
            W.headcountShare.value(),
            W.fteShare.value())
        .areExactly("RA 1 1.0 1.0", "RB 1 1.0 -", "RC 1 1.0 -");
  }

  @Test
  void shouldNotBreakOccupationAreasDown() {
    assertRows(rows().where("breakdown <> 'all' and occupation_level = 'level3'"), W.headcount)
        .areExactly();
  }
}
