package careworkforce.pipelines.gold.careers.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.exposures.houseprice.HousePriceQuarters;
import careworkforce.pipelines.silver.reference.TrustAreas;
import org.junit.jupiter.api.Test;

class TrustExposuresTest {
  private static final CareerRiskCells C = CareerRiskCells.TABLE;
  private static final HousePriceQuarters H = HousePriceQuarters.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;

  /** The trust's list has the former code of a district of which prices have both. */
  @Test
  void shouldLetATrustMeetThePriceOfItsDistrictWhateverCodesTheyHave() {
    TestRows cells =
        TestRows.of(C)
            .each(C.month, "2015-04", C.event, CareerRiskCells.NONE, C.persons, 1L)
            .row(C.organisation, "RA")
            .row(C.organisation, "RB")
            .row(C.organisation, "RC");
    TestRows trusts =
        TestRows.of(A)
            .row(A.organisation, "RA", A.lad, "former", A.present, "now", A.ttwa, "T")
            .row(A.organisation, "RB", A.lad, "now", A.present, "now", A.ttwa, "T")
            .row(A.organisation, "RC", A.lad, "unknown");
    TestRows prices =
        TestRows.of(H)
            .each(H.month, "2015-03", H.edition, "2021-12", H.medianPrice, 1)
            .row(H.lad, "now", H.present, "now", H.logPrice, 12.0)
            .row(H.lad, "unknown", H.logPrice, 11.0)
            .row(
                H.lad, "former",
                H.present, "now",
                H.edition, "2019-12",
                H.logPrice, 10.0);
    FakeInputs inputs = FakeInputs.of().with(A, trusts.dataset()).with(H, prices.dataset());
    assertThat(
            TrustExposures.withHousePrices(cells.dataset(), C.month.col(), inputs)
                .selectExpr(
                    C.organisation.name(),
                    TrustExposures.LAD,
                    TrustExposures.TTWA,
                    TrustExposures.HOUSE_PRICE)
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactlyInAnyOrder("RA now T 12.0", "RB now T 12.0", "RC unknown unknown 11.0");
  }
}
