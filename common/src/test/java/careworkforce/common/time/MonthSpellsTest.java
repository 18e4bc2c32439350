package careworkforce.common.time;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class MonthSpellsTest {
  private static final List<String> KEY = List.of("key");

  @Test
  void shouldEndASpellAtTheFirstAbsentMonth() {
    assertThat(spells(0, months("a", 1, 2, 3, 5))).containsExactly("a 1-3", "a 5-5");
  }

  @Test
  void shouldKeepASpellOpenAcrossAThreeMonthGap() {
    assertThat(spells(3, months("a", 1, 2, 6, 7))).containsExactly("a 1-7");
  }

  @Test
  void shouldEndASpellAtAFourMonthGapWhenThreeAreBridged() {
    assertThat(spells(3, months("a", 1, 2, 7))).containsExactly("a 1-2", "a 7-7");
  }

  @Test
  void shouldCountARepeatedMonthOnceAndKeepKeysApart() {
    assertThat(spells(0, months("a", 2, 1, 1), months("b", 2))).containsExactly("a 1-2", "b 2-2");
  }

  @Test
  void shouldCutOutAMonthAndJoinWhatAnotherTouches() {
    Dataset<Row> spells = collapsed(0, months("a", 1, 2, 3, 5), months("b", 2));
    Dataset<Row> four = rows(months("a", 4), months("b", 4));
    assertThat(texts(MonthSpells.mended(spells, numbered(2, 4), four, KEY, 1, col("month"))))
        .containsExactly("a 1-1", "a 3-5", "b 4-4");
  }

  @Test
  void shouldEqualACollapseOfAllMonthsWhateverIsReplaced() {
    mendedEqualsCollapsed(60, 63, 64, 65, 90);
    mendedEqualsCollapsed(63, 64, 80);
    mendedEqualsCollapsed(129);
  }

  private static void mendedEqualsCollapsed(Integer... again) {
    Random random = new Random(4);
    List<Row> before = new ArrayList<>();
    List<Row> now = new ArrayList<>();
    TreeSet<Integer> replaced = new TreeSet<>(List.of(again));
    for (int i = 0; i < 600; i++) {
      Row month = RowFactory.create("key " + random.nextInt(5), 30 + random.nextInt(100));
      boolean mayGo = replaced.contains(month.getInt(1));
      (mayGo && random.nextBoolean() ? now : before).add(month);
    }
    before.stream().filter(m -> !replaced.contains(m.getInt(1))).forEach(now::add);
    Row[] changed = now.stream().filter(m -> replaced.contains(m.getInt(1))).toArray(Row[]::new);
    int[] months = replaced.stream().mapToInt(m -> m).toArray();
    assertThat(
            texts(
                MonthSpells.mended(
                    collapsed(0, before.toArray(Row[]::new)),
                    numbered(months),
                    rows(changed),
                    KEY,
                    1,
                    col("month"))))
        .isEqualTo(texts(collapsed(0, now.toArray(Row[]::new))));
  }

  private static List<String> spells(int bridged, Row[]... rows) {
    return texts(collapsed(bridged, rows));
  }

  private static Dataset<Row> collapsed(int bridged, Row[]... rows) {
    return MonthSpells.collapse(rows(rows), KEY, 1, col("month"), bridged);
  }

  private static Dataset<Row> rows(Row[]... rows) {
    StructType schema =
        new StructType().add("key", DataTypes.StringType).add("month", DataTypes.IntegerType);
    return Sparks.session()
        .createDataFrame(Stream.of(rows).flatMap(Arrays::stream).toList(), schema);
  }

  private static List<String> texts(Dataset<Row> spells) {
    return spells.orderBy("key", MonthSpells.FIRST).collectAsList().stream()
        .map(r -> r.get(0) + " " + r.get(1) + "-" + r.get(2))
        .toList();
  }

  private static Collection<Month> numbered(int... months) {
    return Arrays.stream(months).mapToObj(Month::new).toList();
  }

  private static Row[] months(String key, int... months) {
    return Arrays.stream(months).mapToObj(m -> RowFactory.create(key, m)).toArray(Row[]::new);
  }
}
