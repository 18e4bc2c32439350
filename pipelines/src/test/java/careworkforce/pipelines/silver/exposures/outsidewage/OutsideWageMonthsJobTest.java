package careworkforce.pipelines.silver.exposures.outsidewage;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.outsidewages.OutsideWages;
import org.junit.jupiter.api.Test;

class OutsideWageMonthsJobTest {
  private static final OutsideWages D = OutsideWages.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;

  @Test
  void shouldTakeTheLatestDeliveryOfEachAreaAndMonth() {
    TestRows delivered =
        TestRows.of(D)
            .each(D.sourceFile, "f", D.sourceLine, 2L, D.ttwaCode, "T1", D.month, "2015-01")
            .row(D.period, "2015-01", D.logOutsideWage, 2.5)
            .row(D.period, "2016-01", D.logOutsideWage, 2.25)
            .row(D.period, "2015-01", D.month, "2015-02", D.logOutsideWage, 2.75)
            .row(D.period, "2015-01", D.ttwaCode, "T2", D.logOutsideWage, 2.0);
    assertRows(
            new OutsideWageMonthsJob().rows(FakeInputs.of().with(D, delivered.dataset())),
            W.ttwa,
            W.month,
            W.logOutsideWage)
        .areExactly("T1 2015-01 2.25", "T1 2015-02 2.75", "T2 2015-01 2.0");
  }
}
