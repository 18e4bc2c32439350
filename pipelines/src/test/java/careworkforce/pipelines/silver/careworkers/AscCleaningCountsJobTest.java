package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.check.Counts;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class AscCleaningCountsJobTest {
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final AscCleaningCounts N = AscCleaningCounts.TABLE;

  private static Dataset<Row> of(String unit, FakeInputs inputs) {
    return new AscCleaningCountsJob().rows(inputs).where(N.unit.col().equalTo(functions.lit(unit)));
  }

  @Test
  void shouldCountEstablishmentsThatEachRuleDropsOrChangesInTheOrderOfTheRules() {
    TestRows rows =
        TestRows.of(E)
            .each(E.month, "2015-03", E.stale, false)
            .row(E.establishmentId, "1", E.droppedBy, "TEST_ORGANISATION")
            .row(E.establishmentId, "2", E.droppedBy, "NOT_UPDATED", E.changedBy, "REPEATED_TOTALS")
            .row(E.establishmentId, "3", E.droppedBy, "NOT_UPDATED")
            .row(E.establishmentId, "4", E.changedBy, "NO_STAFF REPEATED_TOTALS")
            .row(E.establishmentId, "5", E.changedBy, "REPEATED_TOTALS")
            .row(E.establishmentId, "6");
    assertRows(
            of("ESTABLISHMENTS", FakeInputs.of().with(E, rows.dataset())),
            N.step,
            N.rule,
            N.rowsIn,
            N.rowsDropped,
            N.rowsChanged,
            N.rowsLeft,
            N.set)
        .areExactly(
            "1 TEST_ORGANISATION 6 1 0 5 SKILLS_FOR_CARE",
            "2 NOT_UPDATED 5 2 0 3 SKILLS_FOR_CARE",
            "3 DUPLICATE_LOCATION 3 0 0 3 SKILLS_FOR_CARE",
            "4 NO_STAFF 3 0 1 3 SKILLS_FOR_CARE",
            "5 ROLE_COUNT_NINES 3 0 0 3 SKILLS_FOR_CARE",
            "6 COUNTS_APART 3 0 0 3 SKILLS_FOR_CARE",
            "7 REPEATED_TOTALS 3 0 2 3 SKILLS_FOR_CARE",
            "8 POSTS_PER_BED 3 0 0 3 SKILLS_FOR_CARE");
  }

  @Test
  void shouldCountWorkersOfDroppedEstablishmentsFirst() {
    TestRows rows =
        TestRows.of(C)
            .each(
                C.establishmentId,
                "1",
                C.month,
                "2015-03",
                C.state,
                "stayed",
                C.careStaff,
                true,
                C.staff,
                4L,
                C.lines,
                1L)
            .row(C.workerId, "a", C.droppedBy, "TEST_ORGANISATION")
            .row(C.workerId, "b", C.droppedBy, "AGE")
            .row(C.workerId, "c", C.droppedBy, "HOME_CARE")
            .row(C.workerId, "d", C.changedBy, "PAY_BOUNDS");
    assertRows(
            of("WORKERS", FakeInputs.of().with(C, rows.dataset())),
            N.rule,
            N.rowsIn,
            N.rowsDropped,
            N.rowsChanged,
            N.rowsLeft,
            N.set)
        .areExactly(
            "DROPPED_ESTABLISHMENT 4 1 0 3 SKILLS_FOR_CARE",
            "PERSONAL_ASSISTANT 3 0 0 3 SKILLS_FOR_CARE",
            "NOT_UPDATED_LATELY 3 0 0 3 KENT",
            "IDS_MISSING 3 0 0 3 KENT",
            "NO_PERSON_KEY 3 0 0 3 KENT",
            "REPEATED_WORKER 3 0 0 3 KENT",
            "AGE 3 1 0 2 KENT",
            "HOME_CARE 2 1 0 1 KENT",
            "PAY_BOUNDS 1 0 1 1 PROPOSAL");
  }

  @Test
  void shouldHaveTheManifestCountWhatEachRuleDroppedOrChanged() {
    TestRows rows =
        TestRows.of(E)
            .each(E.month, "2015-03", E.stale, false)
            .row(E.establishmentId, "1", E.droppedBy, "NOT_UPDATED", E.changedBy, "NO_STAFF")
            .row(E.establishmentId, "2", E.changedBy, "NO_STAFF REPEATED_TOTALS")
            .row(E.establishmentId, "3", E.submissions, 2);
    assertThat(Counts.of(rows.dataset(), E))
        .containsOnlyKeys(
            "TEST_ORGANISATION",
            "DUPLICATE_LOCATION",
            "DUPLICATE_SUBMISSION",
            "NOT_UPDATED",
            "NO_STAFF",
            "ROLE_COUNT_NINES",
            "COUNTS_APART",
            "REPEATED_TOTALS",
            "POSTS_PER_BED")
        .containsEntry("DUPLICATE_SUBMISSION", 1L)
        .containsEntry("NOT_UPDATED", 1L)
        .containsEntry("NO_STAFF", 2L)
        .containsEntry("REPEATED_TOTALS", 1L)
        .containsEntry("POSTS_PER_BED", 0L);
  }

  @Test
  void shouldCountEachExtractByItself() {
    TestRows rows =
        TestRows.of(E)
            .each(E.stale, false, E.droppedBy, "TEST_ORGANISATION")
            .row(E.month, "2015-03", E.establishmentId, "1")
            .row(E.month, "2015-06", E.establishmentId, "1");
    assertRows(
            of("ESTABLISHMENTS", FakeInputs.of().with(E, rows.dataset()))
                .where(N.step.col().equalTo(functions.lit(1))),
            N.month,
            N.rowsDropped)
        .areExactly("2015-03-01 1", "2015-06-01 1");
  }
}
