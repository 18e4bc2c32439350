package careworkforce.common.time;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MonthBitsTest {
  private static final Column MONTH = col("id");

  @Test
  void shouldGiveEveryMonthOfABlockABitOfItsOwn() {
    Row found =
        Sparks.session()
            .range(64 * 370, 64 * 371)
            .agg(
                countDistinct(MonthBits.block(MONTH)),
                bit_count(bit_or(MonthBits.bit(MONTH))).cast("int"))
            .head();
    assertThat(found).hasToString("[1,64]");
  }

  @Test
  void shouldPutTheNextMonthIntoTheNextBlock() {
    assertThat(
            Sparks.session()
                .range(63, 65)
                .select(MonthBits.block(MONTH), MonthBits.bit(MONTH))
                .collectAsList())
        .hasToString("[[0," + Long.MIN_VALUE + "], [1,1]]");
  }

  @Test
  void shouldTellMonthsInTheSetFromOthers() {
    Column bits = MonthBits.bit(lit(130)).bitwiseOR(MonthBits.bit(lit(191)));
    assertThat(Sparks.session().range(128, 192).where(MonthBits.isSet(bits, MONTH)).collectAsList())
        .hasToString("[130, 191]");
  }
}
