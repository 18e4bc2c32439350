package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.count_distinct;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OccupationGroupsJobTest {
  private static final OccupationGroups G = OccupationGroups.TABLE;
  private static final Dataset<Row> GROUPS = new OccupationGroupsJob().rows(FakeInputs.of());

  @Test
  void shouldHoldEveryCodeOfTheManualOnce() {
    assertThat(GROUPS.count()).isEqualTo(945);
    assertThat(GROUPS.select(G.code.col()).distinct().count()).isEqualTo(945);
  }

  @Test
  void shouldSayOfEveryCodeWhichVersionOfTheManualItIsOf() {
    assertRows(GROUPS.select(G.manualVersion.col()).distinct(), G.manualVersion).areExactly("22.1");
  }

  @Test
  void shouldKnowAdultNursesFromChildrensNurses() {
    assertRows(GROUPS.where(G.code.col().isin("N6A", "N6B")), G.code, G.level3)
        .areExactly("N6A Nurses - adult", "N6B Nurses - children's");
  }

  @Test
  void shouldLeadEveryReissuedCodeToOneInForceInTheSameGroup() {
    Dataset<Row> crossed =
        GROUPS
            .as("old")
            .join(GROUPS.as("now"), G.currentCode.of("old").equalTo(G.code.of("now")), "inner")
            .where(G.code.of("old").notEqual(G.code.of("now")));
    assertThat(crossed.count()).isGreaterThan(160);
    assertThat(crossed.where(G.level2.of("old").notEqual(G.level2.of("now"))).count()).isZero();
    assertThat(crossed.where(G.valid.of("now").equalTo(false)).count()).isZero();
  }

  @Test
  void shouldLeaveNoScientistCodeOfTheRetiredGridWithoutASuccessor() {
    assertThat(
            GROUPS
                .where(G.code.col().startsWith("T").and(G.currentCode.col().startsWith("T")))
                .count())
        .isZero();
  }

  @Test
  void shouldNestLevelThreeInLevelTwoAndGiveFifteenGroups() {
    assertThat(GROUPS.select(G.level2.col()).distinct().count()).isEqualTo(15);
    assertThat(
            GROUPS
                .groupBy(G.code.col())
                .agg(count_distinct(G.level2.col()).as("n"))
                .where("n > 1")
                .count())
        .isZero();
  }
}
