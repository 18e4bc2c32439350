package careworkforce.common.estimate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.distributed.DistributedEstimate;
import careworkforce.common.estimate.formula.Formula;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers above 2^53, of which each two have one double, are levels of their own. */
class LongIdentifiersTest {
  /** 2^53: a double has this and the number two above it, not the one between. */
  private static final long EDGE = 9_007_199_254_740_992L;

  private static final String WORKERS = "y ~ x | worker + month";

  /** Forty workers of six months each, numbered from a base on. */
  private static Dataset<Row> panel(long base, String type) {
    Random random = new Random(9);
    List<Row> rows = new ArrayList<>();
    for (long worker = 0; worker < 40; worker++) {
      for (int month = 0; month < 6; month++) {
        double x = random.nextGaussian();
        rows.add(RowFactory.create(base + worker, month, x, x + worker + random.nextGaussian()));
      }
    }
    StructType schema = StructType.fromDDL("worker bigint, month int, x double, y double");
    Dataset<Row> panel = Sparks.session().createDataFrame(rows, schema);
    return panel.withColumn("worker", panel.col("worker").cast(type)).repartition(3);
  }

  private static Fit here(Dataset<Row> data) {
    return estimate(data).fit();
  }

  private static Fit there(Dataset<Row> data) {
    return DistributedEstimate.fit(
        "gaussian", Formula.parse(WORKERS).specifications().get(0), data, estimate(data).options());
  }

  private static Estimate estimate(Dataset<Row> data) {
    return Estimate.ols(WORKERS, SparkFrames.read(data)).cluster("worker");
  }

  @ParameterizedTest
  @CsvSource({
    "bigint, " + (EDGE - 20),
    "bigint, " + (Long.MAX_VALUE - 40),
    "bigint, " + Long.MIN_VALUE,
    "'decimal(20,0)', " + EDGE,
    "'decimal(38,4)', " + EDGE
  })
  void shouldKeepWorkersApart(String type, long base) {
    Fit small = here(panel(0, "bigint"));
    Dataset<Row> large = panel(base, type);
    for (Fit fit : List.of(here(large), there(large))) {
      assertThat(fit.effects()).containsEntry("worker", 40);
      assertThat(fit.variance().clusters()).containsEntry("worker", 40);
      assertThat(fit.coefficient("x").estimate())
          .isCloseTo(small.coefficient("x").estimate(), within(1e-12));
      assertThat(fit.coefficient("x").standardError())
          .isCloseTo(small.coefficient("x").standardError(), within(1e-12));
    }
  }

  @Test
  void shouldReadATableSortedByLongIdentifiersAsItLies() {
    Dataset<Row> sorted = panel(EDGE, "bigint").coalesce(1).sortWithinPartitions("worker");
    assertThat(there(sorted).effects()).containsEntry("worker", 40);
  }

  @Test
  void shouldNameLevelsDigitByDigit() {
    Frame frame =
        SparkFrames.read(
            Sparks.session()
                .createDataFrame(
                    List.of(
                        RowFactory.create(EDGE + 1),
                        RowFactory.create((Long) null),
                        RowFactory.create(EDGE),
                        RowFactory.create(-5L)),
                    StructType.fromDDL("id bigint"))
                .coalesce(1));
    Column.Codes codes = frame.column("id").codes();
    assertThat(codes.values()).containsExactly(2, -1, 1, 0);
    assertThat(codes.levels()).containsExactly("-5", "9007199254740992", "9007199254740993");
    assertThat(frame.take(new int[] {1, 3, 3}).column("id").codes().values())
        .containsExactly(-1, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"y ~ worker", "worker ~ x", "y ~ x + log(worker)", "y ~ i(month, worker)"})
  void shouldRefuseSuchAnIdentifierAsANumber(String formula) {
    Frame data = SparkFrames.read(panel(EDGE, "bigint"));
    assertThatThrownBy(() -> Estimate.ols(formula, data).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot use column 'worker' as a number")
        .hasMessageContaining("beyond 2^53")
        .hasMessageContaining("Use it as an effect or a cluster");
    assertThatThrownBy(
            () -> Estimate.ols(formula, SparkFrames.read(panel(EDGE, "decimal(20,0)"))).fit())
        .hasMessageContaining("Cannot use column 'worker' as a number");
  }

  @Test
  void shouldKeepLongsAsNumbersUpTo2ToThe53() {
    Frame frame =
        SparkFrames.read(
            Sparks.session()
                .createDataset(
                    LongStream.of(EDGE, -EDGE).boxed().toList(),
                    org.apache.spark.sql.Encoders.LONG())
                .toDF("id")
                .coalesce(1));
    assertThat(frame.numbers("id")).containsExactly(0x1p53, -0x1p53);
    assertThat(frame.column("id").codes().levels())
        .containsExactly("-9007199254740992", "9007199254740992");
  }

  @Test
  void shouldRoundLongDecimalsAsNumbersButNotAsLevels() {
    Dataset<Row> rows =
        Sparks.session()
            .sql(
                "SELECT CAST(v AS decimal(38,20)) AS v FROM VALUES"
                    + " ('0.12345678901234567891'), ('0.12345678901234567892') AS t(v)")
            .coalesce(1);
    Frame frame = SparkFrames.read(rows);
    assertThat(frame.numbers("v")).containsExactly(0.12345678901234568, 0.12345678901234568);
    assertThat(frame.column("v").codes().values()).containsExactly(0, 1);
    assertThat(frame.column("v").codes().levels())
        .containsExactly("0.12345678901234567891", "0.12345678901234567892");
  }

  @Test
  void shouldKeepIdentifiersOfDelimitedFilesApart(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ids.csv");
    Files.writeString(file, "id,x\n9007199254740993,1\n9007199254740992,2\n,3\n");
    Frame frame = CsvFrames.read(file);
    assertThat(frame.column("id").codes().values()).containsExactly(1, 0, -1);
    assertThat(frame.numbers("x")).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> frame.numbers("id")).hasMessageContaining("9007199254740993");
  }
}
