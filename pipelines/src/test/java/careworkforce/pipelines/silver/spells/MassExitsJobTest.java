package careworkforce.pipelines.silver.spells;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.util.List;
import org.junit.jupiter.api.Test;

class MassExitsJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final MassExits X = MassExits.TABLE;

  @Test
  void shouldNameAMonthInWhichOverAFifthOfAGroupLeavesAtOnce() {
    exits(staff("RA", "NURSES", 10, 3)).areExactly("RA NURSES 2015-05 3 10");
  }

  @Test
  void shouldPassOverAFifthExactly() {
    exits(staff("RA", "NURSES", 10, 2)).areExactly();
  }

  @Test
  void shouldPassOverSmallGroups() {
    exits(staff("RA", "NURSES", 9, 9)).areExactly();
  }

  @Test
  void shouldCountEachTrustAndGroupByItself() {
    TestRows two = staff("RA", "NURSES", 10, 1);
    add(two, "RA", "NURSING_SUPPORT", 10, 1);
    add(two, "RB", "NURSES", 10, 1);
    exits(two).areExactly();
  }

  /** Three of the ten who never come to another spell leave, and some who do stand beside them. */
  @Test
  void shouldCountAmongTheStaffThoseWhoGoOnInAnotherSpell() {
    exits(goingOn(staff("RA", "NURSES", 10, 3), 4)).areExactly("RA NURSES 2015-05 3 14");
    exits(goingOn(staff("RA", "NURSES", 10, 3), 5)).areExactly();
  }

  /** In July an absence since May is shorter than the gap, and seven go on to July. */
  @Test
  void shouldNameAMassExitThatTheGapDoesNotTellYet() {
    TestRows spells = staff("RA", "NURSES", 0, 0);
    for (int i = 0; i < 10; i++) {
      spells.row(
          S.personId,
          "a" + i,
          S.organisation,
          "RA",
          S.level2,
          "NURSES",
          S.lastMonth,
          i < 3 ? "2015-05" : "2015-07",
          S.rightCensored,
          true);
    }
    exits(spells).areExactly("RA NURSES 2015-05 3 10");
  }

  private static TestRows goingOn(TestRows rows, int persons) {
    for (int i = 0; i < persons; i++) {
      for (String ends : List.of("2015-04", "2015-05")) { // who is gone in May does not count
        rows.row(
            S.personId,
            ends + i,
            S.organisation,
            "RA",
            S.level2,
            "NURSES",
            S.lastMonth,
            ends,
            S.leaverEsr,
            false,
            S.settledYear,
            2015);
      }
    }
    return rows;
  }

  /** So many persons of a group there from January to May, when some leave; the others stay. */
  private static TestRows staff(String trust, String group, int persons, int leavers) {
    return add(
        TestRows.of(S)
            .each(
                S.firstMonth,
                "2015-01",
                S.months,
                5,
                S.state,
                "ACTIVE",
                S.leftCensored,
                true,
                S.rightCensored,
                false,
                S.leaverOfficial,
                false),
        trust,
        group,
        persons,
        leavers);
  }

  private static TestRows add(TestRows rows, String trust, String group, int persons, int leavers) {
    for (int i = 0; i < persons; i++) {
      rows.row(
          S.personId,
          trust + group + i,
          S.organisation,
          trust,
          S.level2,
          group,
          S.lastMonth,
          i < leavers ? "2015-05" : "2015-12",
          S.leaverEsr,
          i < leavers);
    }
    return rows;
  }

  private static RowsAssert exits(TestRows spells) {
    return assertRows(
        new MassExitsJob()
            .rows(
                FakeInputs.of()
                    .with(S, spells.dataset())
                    .with(M, TestRows.of(M).row(M.month, "2015-07").dataset())
                    .with(MassExitsJob.LEAST, 10)),
        X.organisation,
        X.level2,
        X.month,
        X.leavers,
        X.staff);
  }
}
