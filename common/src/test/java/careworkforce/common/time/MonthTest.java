package careworkforce.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class MonthTest {
  @Test
  void shouldCountMonthsAcrossYears() {
    assertThat(Month.of(2020, 1).number() - Month.of(2019, 11).number()).isEqualTo(2);
    assertThat(Month.parse("2019-12").plus(1)).isEqualTo(Month.of(2020, 1));
    assertThat(Month.of(2020, 2).lastDay()).hasToString("2020-02-29");
  }

  @Test
  void shouldNumberAndRestoreADateColumn() {
    Row row =
        Sparks.session()
            .createDataFrame(
                List.of(RowFactory.create(Date.valueOf("2019-12-31"))),
                new StructType().add("d", DataTypes.DateType))
            .select(Month.number(functions.col("d")), Month.first(Month.number(functions.col("d"))))
            .head();
    assertThat(row.getInt(0)).isEqualTo(Month.of(2019, 12).number());
    assertThat(row.getDate(1)).isEqualTo(Date.valueOf("2019-12-01"));
  }
}
