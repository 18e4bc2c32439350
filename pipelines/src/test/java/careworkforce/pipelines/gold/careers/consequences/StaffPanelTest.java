package careworkforce.pipelines.gold.careers.consequences;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StaffPanelTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;

  @Test
  void shouldTellABankPostOfThoseAtWorkWhateverTheirMainContract() {
    TestRows months =
        TestRows.of(M)
            .each(
                M.month, "2015-09",
                M.organisation, "RA",
                M.level1, "CLINICAL",
                M.groupsHeld, 2,
                M.inTraining, false,
                M.assignment, "1",
                M.assignments, 2,
                M.contract, "Permanent")
            .row(M.personId, "a", M.state, "ACTIVE", M.bankHeld, true)
            .row(M.personId, "b", M.state, "ACTIVE", M.bankHeld, false)
            .row(M.personId, "c", M.state, "PARENTAL", M.bankHeld, true);
    List<Row> rows =
        StaffPanel.outcomes(FakeInputs.of().with(M, months.dataset()))
            .orderBy(StaffPanel.PERSON)
            .select(StaffPanel.BANK)
            .collectAsList();
    assertThat(rows).extracting(row -> row.get(0)).containsExactly(1.0, 0.0, null);
  }
}
