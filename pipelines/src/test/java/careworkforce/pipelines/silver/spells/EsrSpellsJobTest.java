package careworkforce.pipelines.silver.spells;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EsrSpellsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;

  @Test
  void shouldFollowAPersonThroughLeaveGapAndExitToTheEndOfTheWindow() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02")
                .row(M.personId, "a", M.month, "2015-03", M.state, "PARENTAL")
                .row(M.personId, "a", M.month, "2015-05")
                .row(M.personId, "stays", M.month, "2015-09"));
    assertThat(told(spells.where(S.personId.col().equalTo("a"))))
        .containsExactly(
            "2015-01-01 2015-02-01 2 ACTIVE official true esr false",
            "2015-03-01 2015-03-01 1 PARENTAL official false esr false",
            "2015-04-01 2015-04-01 1 GAP official false esr false",
            "2015-05-01 2015-05-01 1 ACTIVE official true esr true",
            "2015-06-01 2015-09-01 4 LEFT official false esr false");
  }

  @Test
  void shouldNotSayWhetherAPersonAbsentInTheLastMonthsHasLeft() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-07")
                .row(M.personId, "stays", M.month, "2015-09"));
    assertThat(told(spells.where(S.personId.col().equalTo("a"))))
        .containsExactly(
            "2015-07-01 2015-07-01 1 ACTIVE official true esr -",
            "2015-08-01 2015-09-01 2 GAP official false esr false");
  }

  @Test
  void shouldNotTakeAnEmployeeTransferForAnExit() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01", M.reasonForLeaving, "Employee Transfer")
                .row(M.personId, "stays", M.month, "2015-09"));
    assertThat(told(spells.where(S.personId.col().equalTo("a"))))
        .containsExactly(
            "2015-01-01 2015-01-01 1 ACTIVE official false esr false",
            "2015-02-01 2015-09-01 8 TRANSFERRED official false esr false");
  }

  @Test
  void shouldMarkSpellsThatStandAtTheEdgesOfTheWindow() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02", M.organisation, "RB")
                .row(M.personId, "a", M.month, "2015-03", M.organisation, "RB"));
    assertThat(
            TestRows.texts(spells, S.firstMonth, S.organisation, S.leftCensored, S.rightCensored))
        .containsExactly("2015-01-01 RA true false", "2015-02-01 RB false true");
  }

  private static TestRows panel() {
    return TestRows.of(M)
        .each(
            M.organisation, "RA",
            M.level1, "CLINICAL",
            M.level2, "NURSES",
            M.level3, "Nurses - adult",
            M.band, "5",
            M.bandRank, 50,
            M.inTraining, false,
            M.state, "ACTIVE",
            M.assignment, "1",
            M.assignments, 1,
            M.groupsHeld, 2);
  }

  private static Dataset<Row> spells(TestRows months) {
    return new EsrSpellsJob().rows(FakeInputs.of().with(M, months.dataset()));
  }

  private static List<String> told(Dataset<Row> spells) {
    return spells.orderBy(S.firstMonth.col()).collectAsList().stream()
        .map(
            r ->
                String.join(
                    " ",
                    String.valueOf(r.<Object>getAs("first_month")),
                    String.valueOf(r.<Object>getAs("last_month")),
                    String.valueOf(r.<Object>getAs("months")),
                    r.<String>getAs("state"),
                    "official",
                    String.valueOf(r.<Object>getAs("leaver_official")),
                    "esr",
                    r.getAs("leaver_esr") == null
                        ? "-"
                        : String.valueOf(r.<Object>getAs("leaver_esr"))))
        .toList();
  }
}
