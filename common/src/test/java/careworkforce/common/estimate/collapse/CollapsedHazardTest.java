package careworkforce.common.estimate.collapse;

import static careworkforce.common.estimate.collapse.CollapsedWorld.assertSame;
import static careworkforce.common.estimate.collapse.CollapsedWorld.onCells;
import static careworkforce.common.estimate.collapse.CollapsedWorld.onRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.CollapsedEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hazard of leaving on a hundred thousand person-months: 3 bands of age, 2 contracts, 24 months
 * of tenure and 12 regions make 1,728 cells at most.
 */
class CollapsedHazardTest {
  private static final String FORMULA = "left ~ i(band, ref = 0) + permanent | tenure + region";
  private static final int MONTHS = 100_000;
  private static final Dataset<Row> PERSON_MONTHS = personMonths().cache();

  private static Dataset<Row> personMonths() {
    Random random = new Random(8);
    List<Row> rows = new ArrayList<>();
    while (rows.size() < MONTHS) {
      int band = random.nextInt(3);
      int permanent = random.nextInt(2);
      int region = random.nextInt(12);
      boolean left = false;
      for (int tenure = 0; tenure < 24 && !left && rows.size() < MONTHS; tenure++) {
        double index = -3 + 0.3 * band - 0.8 * permanent - 0.03 * tenure + 0.05 * region;
        left = random.nextDouble() < -Math.expm1(-Math.exp(index));
        rows.add(RowFactory.create(band, permanent, tenure, region, left ? 1 : 0));
      }
    }
    return Sparks.session()
        .createDataFrame(
            rows, StructType.fromDDL("band int, permanent int, tenure int, region int, left int"));
  }

  @ParameterizedTest
  @CsvSource({"cloglog, cluster:region, 1", "logit, hetero, 2", "cloglog, iid, 7"})
  void shouldFitTheHazardOfAllPersonMonths(String family, String variance, int partitions) {
    Dataset<Row> spread = PERSON_MONTHS.repartition(partitions);
    assertThat(
            CollapsedEstimate.pays(
                family,
                CollapsedWorld.specification(FORMULA),
                spread,
                CollapsedWorld.options(family, FORMULA, e -> e.variance(variance))))
        .isTrue();
    Fit cells = onCells(family, FORMULA, spread, e -> e.variance(variance));
    assertSame(cells, onRows(family, FORMULA, PERSON_MONTHS, e -> e.variance(variance)));
    assertThat(cells.sample().rows()).isEqualTo(MONTHS);
    long distinct =
        PERSON_MONTHS.select("band", "permanent", "tenure", "region").distinct().count();
    assertThat(distinct).isLessThanOrEqualTo(1_728);
    assertThat(cells.notes())
        .contains(String.format("Collapsed from 100,000 rows to %,d cells.", distinct));
    Fit inMemory =
        Estimate.of(Family.named(family), FORMULA, SparkFrames.read(PERSON_MONTHS))
            .variance(variance)
            .fit();
    assertSame(inMemory, onRows(family, FORMULA, PERSON_MONTHS, e -> e.variance(variance)));
  }
}
