package careworkforce.pipelines.gold.careers.consequences;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareerEventsTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final int JANUARY = 2015 * 12;

  /** Months from January 2015 on: A at work, P on parental leave, . on no payroll. */
  private static List<String> returns(String months) {
    TestRows rows =
        TestRows.of(M)
            .each(
                M.personId,
                "a",
                M.groupsHeld,
                0,
                M.inTraining,
                false,
                M.assignment,
                "1",
                M.assignments,
                1);
    for (int i = 0; i < months.length(); i++) {
      if (months.charAt(i) != '.') {
        rows.row(
            M.personId,
            "a",
            M.groupsHeld,
            0,
            M.inTraining,
            false,
            M.assignment,
            "1",
            M.assignments,
            1,
            M.month,
            String.format("2015-%02d", i + 1),
            M.state,
            months.charAt(i) == 'A' ? PayrollState.ACTIVE : PayrollState.PARENTAL);
      }
    }
    List<Row> found =
        CareerEvents.returns(new EsrSpellsJob().rows(FakeInputs.of().with(M, rows.dataset())))
            .collectAsList();
    return found.stream()
        .map(
            row ->
                row.<Integer>getAs("base")
                    - JANUARY
                    + "-"
                    + (row.<Integer>getAs("event_at") - JANUARY))
        .toList();
  }

  @Test
  void shouldFindTheLastMonthAtWorkBeforeLeaveAndTheFirstAfter() {
    assertThat(returns("AAPPPAA")).containsExactly("1-5");
  }

  @Test
  void shouldNotCallAReturnWhatComesFromAbsenceOrHasNoMonthAtWorkBefore() {
    assertThat(returns("PPAA")).isEmpty();
    assertThat(returns("AP.AA")).isEmpty();
  }
}
