package careworkforce.pipelines.gold.socialcare.options;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OutsideSampleTest {
  private static final CareHomes H = CareHomes.TABLE;

  /** No store is near any home of this world but for those told of. */
  @Test
  void shouldNotKnowTheStoresNearAHomeWhosePlaceIsNotKnown() {
    FakeInputs inputs = OptionsWorld.of(1, 0).inputs();
    Dataset<Row> homes =
        inputs
            .table(H)
            .withColumn(
                H.longitude.name(), when(H.homeId.col().notEqual(lit("T0-0")), H.longitude.col()));
    RetailOpeningMonths stores = RetailOpeningMonths.TABLE;
    Frame sample =
        OutsideSample.frame(
            inputs.with(H, homes).with(stores, inputs.table(stores).limit(0)), "all");
    double[] near = sample.numbers(OutsideSample.RETAIL);
    assertThat(near).hasSize(2 * OptionsWorld.AREAS);
    assertThat(near[0]).isNaN();
    assertThat(java.util.Arrays.copyOfRange(near, 1, near.length)).containsOnly(0.0);
  }
}
