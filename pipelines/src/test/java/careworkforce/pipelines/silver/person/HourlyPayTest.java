package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class HourlyPayTest {
  private static final DataType POUNDS = DataTypes.createDecimalType(14, 4);
  private static final BigDecimal FULL_TIME_HOURS = new BigDecimal("162.95");

  @Test
  void shouldDivideAsExactDecimalsDo() {
    Random random = new Random(5);
    List<Row> pays = // the first two are ties: 19.53125
        Stream.concat(
                Stream.of(row(3_259, 1_024), row(-3_259, 1_024)),
                Stream.generate(
                        () -> row(random.nextInt(2_000_000) - 9_999, random.nextInt(120_000) + 1))
                    .limit(5_000))
            .toList();
    for (Row pay : hourly(pays)) {
      BigDecimal hours = pay.getDecimal(1).multiply(FULL_TIME_HOURS);
      assertThat(pay.getDecimal(2))
          .isEqualTo(pay.getDecimal(0).divide(hours, 4, RoundingMode.HALF_UP));
    }
  }

  @Test
  void shouldHaveNoPayByTheHourWithoutHoursOrBeyondWhatANumberHolds() {
    List<Row> pays =
        List.of(row(100, 0), row(999_999_999_999_99L, 100_000), row(2_000_000_000, 1), row(100, 1));
    assertThat(hourly(pays).stream().map(r -> String.valueOf(r.get(2))))
        .containsExactly("null", "null", "null", "613.6852");
  }

  private static List<Row> hourly(List<Row> pays) {
    StructType type =
        new StructType()
            .add("pay", DataTypes.createDecimalType(14, 2))
            .add("fte", DataTypes.createDecimalType(7, 5));
    return Sparks.session()
        .createDataFrame(pays, type)
        .withColumn("hourly", HourlyPay.of(col("pay"), col("fte"), POUNDS))
        .collectAsList();
  }

  private static Row row(long pence, int hundredThousandths) {
    return RowFactory.create(
        BigDecimal.valueOf(pence, 2), BigDecimal.valueOf(hundredThousandths, 5));
  }
}
