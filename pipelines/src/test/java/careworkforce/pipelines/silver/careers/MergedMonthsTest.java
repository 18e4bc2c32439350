package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.job.MonthlyTransform.Replacement;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import careworkforce.pipelines.silver.person.EsrPersonConflictsJob;
import careworkforce.pipelines.silver.person.EsrPersonDescriptionsJob;
import careworkforce.pipelines.silver.person.EsrPersonMonthsJob;
import careworkforce.pipelines.silver.person.EsrPersonsJob;
import careworkforce.pipelines.silver.reference.KnownSuccessorsJob;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.reference.OccupationGroupsJob;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.OccupationMovesJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever months of the staff record arrive, are corrected or withdrawn, in whatever order: each
 * table of careers, merged month by month, is row for row what it would be if made as a whole.
 */
class MergedMonthsTest {
  private static final List<MonthlyTransform> JOBS =
      List.of(
          new EsrPersonDescriptionsJob(),
          new EsrPersonConflictsJob(),
          new EsrPersonsJob(),
          new EsrPersonMonthsJob(),
          new EsrSpellsJob(),
          new OccupationMovesJob());
  private final Map<Table, List<Row>> standing = new HashMap<>();
  private final Map<Table, SortedSet<Month>> changes = new HashMap<>();
  private int replaced;

  @Test
  void shouldEqualTheWholeAfterMonthsArriveAreCorrectedAndWithdrawn() {
    assertEqualsTheWhole(7, 3);
    assertThat(standing.get(OccupationMoves.TABLE)).isNotEmpty();
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("seeds")
  void shouldEqualTheWholeInManySequences(long seed) {
    assertEqualsTheWhole(seed, 6);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(101, 120);
  }

  private void assertEqualsTheWhole(long seed, int days) {
    ChancePayroll payroll = new ChancePayroll(seed);
    FakeInputs inputs = inputs(payroll);
    for (MonthlyTransform job : JOBS) {
      keep(inputs, job, job.rows(inputs).collectAsList());
    }
    for (int day = 0; day < days; day++) {
      SortedSet<Month> changed = payroll.day();
      FakeInputs now = inputs(payroll);
      changes.clear();
      changes.put(EsrAssignments.TABLE, changed);
      changes.put(EsrAbsences.TABLE, changed);
      for (MonthlyTransform job : JOBS) {
        List<Row> merged = merged(job, now);
        assertThat(texts(merged))
            .as("%s, seed %d, day %d, changed %s", job.writes(), seed, day, changed)
            .isEqualTo(texts(job.rows(now).collectAsList()));
        keep(now, job, merged);
      }
    }
    assertThat(replaced).as("rows that only a merge would have left as they were").isPositive();
  }

  private static FakeInputs inputs(ChancePayroll payroll) {
    return FakeInputs.of()
        .with(EsrAssignments.TABLE, payroll.assignments())
        .with(EsrAbsences.TABLE, payroll.absences())
        .with(OccupationGroups.TABLE, new OccupationGroupsJob().rows(FakeInputs.of()))
        .with(OrganisationSuccessors.TABLE, new KnownSuccessorsJob().rows(FakeInputs.of()));
  }

  private List<Row> merged(MonthlyTransform job, FakeInputs now) {
    SortedSet<Month> changed = new TreeSet<>();
    job.reads().forEach(t -> changed.addAll(changes.getOrDefault(t, new TreeSet<>())));
    Dataset<Row> stood = rows(job.writes(), standing.get(job.writes()));
    if (changed.isEmpty()) {
      changes.put(job.writes(), changed);
      return standing.get(job.writes());
    }
    Replacement change = job.replacement(now, changed, stood);
    changes.put(job.writes(), change.months());
    if (change.part() == null) {
      return standing.get(job.writes());
    }
    Dataset<Row> kept = stood.where(not(change.part().col()));
    assertThat(change.rows().where(not(change.part().col())).count()).isZero();
    replaced += kept.isEmpty() ? 0 : 1;
    return kept.union(change.rows()).collectAsList();
  }

  private void keep(FakeInputs inputs, MonthlyTransform job, List<Row> rows) {
    standing.put(job.writes(), rows);
    inputs.with(job.writes(), rows(job.writes(), rows));
  }

  private static Dataset<Row> rows(Table table, List<Row> rows) {
    return Sparks.session().createDataFrame(rows, table.schema());
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Object::toString).sorted().toList();
  }
}
