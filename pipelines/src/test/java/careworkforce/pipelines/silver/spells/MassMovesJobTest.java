package careworkforce.pipelines.silver.spells;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.not;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Trust RA of eight until March 2023, when six go on in RH at once: a merger. Trust RB of eight, of
 * which three do: a service. Of RC, three go on in as many trusts, or after a month away.
 */
class MassMovesJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final MassMoves M = MassMoves.TABLE;

  private final TestRows spells = TestRows.of(S).each(S.state, "ACTIVE", S.level2, "NURSES");

  private int persons;

  private void person(String trust, String next, String from) {
    String person = trust + next + from + persons++;
    spells.row(
        S.personId, person, S.firstMonth, "2022-01", S.lastMonth, "2023-03", S.organisation, trust);
    spells.row(
        S.personId, person, S.firstMonth, from, S.lastMonth, "2023-12", S.organisation, next);
  }

  private Dataset<Row> rows() {
    for (int i = 0; i < 8; i++) {
      person("RA", i < 6 ? "RH" : "RA", "2023-04");
      person("RB", i < 3 ? "RH" : "RB", "2023-04");
    }
    person("RC", "RH", "2023-04");
    person("RC", "RI", "2023-04");
    person("RC", "RH", "2023-05");
    return new MassMovesJob()
        .rows(FakeInputs.of().with(S, spells.dataset()).with(MassExitsJob.LEAST, 2));
  }

  @Test
  void shouldCountWhoGoesOnInOneOtherTrustAtOnce() {
    assertRows(rows(), M.organisation, M.other, M.month, M.moved, M.staff)
        .areExactly("RA RH 2023-03 6 8", "RB RH 2023-03 3 8");
  }

  @Test
  void shouldWarnOfAMergerWhoseSuccessorIsNotListed() {
    assertRows(rows().where(not(M.checks().get(0).holds())), M.organisation, M.moved)
        .areExactly("RA 6");
  }
}
