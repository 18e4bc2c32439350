package careworkforce.pipelines.silver.person;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.job.MonthlyTransform.Replacement;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EsrPersonConflictsJobTest {
  private static final EsrAssignments A = EsrAssignments.TABLE;
  private static final EsrPersonConflicts C = EsrPersonConflicts.TABLE;
  private static final SortedSet<Month> MARCH = new TreeSet<>(List.of(Month.of(2015, 3)));

  private final Dataset<Row> sound =
      delivered().row(A.period, "2015-01").row(A.period, "2015-03").dataset();
  private final Dataset<Row> contradicted =
      delivered()
          .row(A.period, "2015-01")
          .row(A.period, "2015-03", A.yearOfBirth, 1990)
          .row(A.period, "2015-03", A.personId, "sound")
          .dataset();

  @Test
  void shouldHoldEveryMonthOfAPersonInConflict() {
    assertRows(PersonTables.of(contradicted).conflicts(), C.personId, C.month)
        .areExactly("a 2015-01-01", "a 2015-03-01");
  }

  @Test
  void shouldConcernEveryMonthOfAPersonWhoseConflictArisesOrEnds() {
    assertThat(replacement(sound, contradicted).months())
        .containsExactly(Month.of(2015, 1), Month.of(2015, 3));
    assertThat(replacement(contradicted, sound).months())
        .containsExactly(Month.of(2015, 1), Month.of(2015, 3));
  }

  @Test
  void shouldConcernNoMonthWhereNoConflictArisesOrEnds() {
    Replacement none = replacement(contradicted, contradicted);
    assertThat(none.months()).isEmpty();
    assertThat(none.part()).isNull();
  }

  private static TestRows delivered() {
    return TestRows.of(A)
        .each(A.sourceFile, "f", A.sourceLine, 1L, A.personId, "a", A.yearOfBirth, 1970);
  }

  private static Replacement replacement(Dataset<Row> before, Dataset<Row> now) {
    PersonTables tables = PersonTables.of(now);
    FakeInputs inputs = FakeInputs.of().with(EsrPersonDescriptions.TABLE, tables.descriptions());
    return new EsrPersonConflictsJob()
        .replacement(inputs, MARCH, PersonTables.of(before).conflicts());
  }
}
