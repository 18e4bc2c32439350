package careworkforce.pipelines.gold.socialcare.description;

import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.H;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.O;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.S;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SocialcareSampleFlowJobTest {
  private static final SocialcareSampleFlow F = SocialcareSampleFlow.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;

  private final Dataset<Row> flow =
      new SocialcareSampleFlowJob()
          .rows(
              FakeInputs.of()
                  .with(
                      E,
                      TestRows.of(E)
                          .each(E.month, "2019-03", E.stale, false, E.locationId, "1-1")
                          .row(E.establishmentId, "kept")
                          .row(E.establishmentId, "kept", E.month, "2018-03", E.locationId, null)
                          .row(E.establishmentId, "test", E.droppedBy, "TEST_ORGANISATION")
                          .row(E.establishmentId, "old", E.droppedBy, "NOT_UPDATED")
                          .row(E.establishmentId, "old too", E.droppedBy, "NOT_UPDATED")
                          .row(E.establishmentId, "no home", E.locationId, "1-2")
                          .row(E.establishmentId, "no location", E.locationId, null)
                          .dataset())
                  .with(L, TestRows.of(L).row(L.locationId, "1-1", L.homeId, "1-1").dataset())
                  .with(
                      O,
                      DescribedHomes.outcomes()
                          .row(O.homeId, "nursing")
                          .row(O.homeId, "nursing", O.matchTier, "postcode")
                          .row(O.homeId, "nursing", O.month, "2020-03")
                          .row(O.homeId, "nursing", O.month, "2019-04", O.residentDays, 0L)
                          .row(O.homeId, "nursing", O.month, "2019-03", O.residentDays, null)
                          .row(O.homeId, "nursing", O.month, "2019-02", O.arrivals, null)
                          .row(O.homeId, "residential")
                          .row(O.homeId, "nowhere")
                          .dataset())
                  .with(
                      S,
                      DescribedHomes.staff()
                          .row(S.homeId, "nursing")
                          .row(S.homeId, "nowhere")
                          .dataset())
                  .with(
                      H,
                      DescribedHomes.homes()
                          .row(H.homeId, "nowhere", H.nursing, true, H.ttwa, null)
                          .dataset())
                  .with(
                      W,
                      TestRows.of(W)
                          .row(W.ttwa, "E30000234", W.month, "2019-05", W.logOutsideWage, 2.0)
                          .dataset()));

  /** A home's establishment keeps its home in extracts that do not yet tell its location. */
  @Test
  void shouldCountEstablishmentsDroppedByEachRuleInItsOrder() {
    assertThat(of("ASC-WDS establishments, each extract"))
        .filteredOn(text -> !text.endsWith(" 0 dropped"))
        .anySatisfy(text -> assertThat(text).endsWith("7 in 1 dropped"))
        .anySatisfy(text -> assertThat(text).contains("not amended").endsWith("6 in 2 dropped"))
        .anySatisfy(text -> assertThat(text).contains("CQC registers").endsWith("4 in 2 dropped"))
        .hasSize(3);
  }

  @Test
  void shouldFollowHomeMonthsToTheSampleOfTheEstimates() {
    assertThat(of("care home months, residents matched by uprn"))
        .containsExactly(
            "no later than 2020-02: 7 in 1 dropped",
            "in a month of which HES APC tells: 6 in 1 dropped",
            "with residents at risk: 5 in 1 dropped",
            "in a month of which a record of A&E tells: 4 in 1 dropped",
            "with staff reported to ASC-WDS: 3 in 1 dropped",
            "in a known region: 2 in 0 dropped",
            "in a known travel-to-work area: 2 in 1 dropped",
            "in an area with an outside wage: 1 in 0 dropped");
  }

  private List<String> of(String population) {
    return flow
        .where(F.population.col().equalTo(population))
        .orderBy(F.step.col())
        .collectAsList()
        .stream()
        .map(
            r ->
                r.getAs(F.rule.name())
                    + ": "
                    + r.getAs(F.rowsIn.name())
                    + " in "
                    + r.getAs(F.rowsDropped.name())
                    + " dropped")
        .toList();
  }
}
