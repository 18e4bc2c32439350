package careworkforce.pipelines.gold.socialcare.description;

import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.H;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.O;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.S;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SocialcareSummaryJobTest {
  private static final SocialcareSummary M = SocialcareSummary.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;

  private final List<Row> rows =
      new SocialcareSummaryJob()
          .rows(
              FakeInputs.of()
                  .with(
                      O,
                      DescribedHomes.outcomes()
                          .row(O.homeId, "nursing", O.rating, "3")
                          .row(O.homeId, "nursing", O.month, "2019-06", O.rating, "2")
                          .row(O.homeId, "residential")
                          .row(O.homeId, "residential", O.month, "2020-03")
                          .row(O.homeId, "residential", O.month, "2019-07", O.arrivals, null)
                          .row(O.homeId, "residential", O.month, "2019-08")
                          .row(O.homeId, "of no region")
                          .row(O.homeId, "of no area")
                          .dataset())
                  .with(
                      S,
                      DescribedHomes.staff()
                          .row(S.homeId, "nursing", S.turnover, 0.1)
                          .row(S.homeId, "nursing", S.month, "2019-06", S.turnover, 0.4)
                          .row(S.homeId, "residential", S.turnover, 0.7)
                          .row(S.homeId, "residential", S.month, "2020-03", S.turnover, 99.0)
                          .row(S.homeId, "residential", S.month, "2019-07", S.turnover, 9.0)
                          .row(S.homeId, "residential", S.month, "2019-08", S.turnover, 9.0)
                          .row(S.homeId, "of no region", S.turnover, 9.0)
                          .row(S.homeId, "of no area", S.turnover, 9.0)
                          .dataset())
                  .with(
                      H,
                      DescribedHomes.homes()
                          .row(H.homeId, "of no region", H.nursing, true, H.region, null)
                          .row(H.homeId, "of no area", H.nursing, true, H.ttwa, null)
                          .dataset())
                  .with(
                      W,
                      TestRows.of(W)
                          .each(W.ttwa, "E30000234", W.logOutsideWage, 2.0)
                          .row(W.month, "2019-05")
                          .row(W.month, "2019-06")
                          .row(W.month, "2020-03")
                          .dataset()))
          .orderBy(M.kind.col(), M.variable.col())
          .where(M.kind.col().notEqual(lit("")))
          .collectAsList();

  /** August 2019 has no outside wage, and two homes no region or area. */
  @Test
  void shouldSummariseTurnoverOfAllHomesToTheLastMonthOfTheSample() {
    Row turnover = of("all", "turnover");
    assertThat(turnover.<Long>getAs(M.observations.name())).isEqualTo(3);
    assertThat(turnover.<Double>getAs(M.mean.name())).isEqualTo(0.4, within(1e-12));
    assertThat(turnover.<Double>getAs(M.sd.name())).isEqualTo(0.3, within(1e-12));
    assertThat(turnover.<Double>getAs(M.median.name())).isEqualTo(0.4);
    assertThat(turnover.<Double>getAs(M.p10.name())).isEqualTo(0.16, within(1e-12));
    assertThat(turnover.<Double>getAs(M.p90.name())).isEqualTo(0.64, within(1e-12));
  }

  @Test
  void shouldLeaveOutHomeMonthsWithoutTheVariable() {
    Row rated = of("nursing", "rated good or better");
    assertThat(rated.<Long>getAs(M.observations.name())).isEqualTo(2);
    assertThat(rated.<Double>getAs(M.mean.name())).isEqualTo(0.5);
    assertThat(rows).noneMatch(r -> key(r).equals("residential rated good or better"));
  }

  @Test
  void shouldHaveNoDeviationOfASingleHomeMonth() {
    assertThat(of("residential", "turnover").isNullAt(M.schema().fieldIndex(M.sd.name()))).isTrue();
  }

  private Row of(String kind, String variable) {
    return rows.stream()
        .filter(r -> key(r).equals(kind + " " + variable))
        .findFirst()
        .orElseThrow();
  }

  private static String key(Row row) {
    return row.getAs(M.kind.name()) + " " + row.getAs(M.variable.name());
  }
}
