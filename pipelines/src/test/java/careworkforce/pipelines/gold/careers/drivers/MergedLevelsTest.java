package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.estimate.data.Column;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MergedLevelsTest {
  private static final MergedLevels TENURE = new MergedLevels("short", List.of("middle", "short"));
  private static final String[] GIVEN = {"short", "middle", "unknown", null};

  @Test
  void shouldPutOtherLevelsAndNoneToTheReferenceInMemory() {
    Column.Codes merged = TENURE.of(Column.words(GIVEN));
    assertThat(merged.levels()).containsExactly("middle", "short");
    assertThat(merged.values()).containsExactly(1, 0, 1, 1);
  }

  @Test
  void shouldPutThemThereToWhereSparkHasThem() {
    List<Row> merged =
        Sparks.session()
            .createDataset(Arrays.asList(GIVEN), Encoders.STRING())
            .select(TENURE.of(col("value")))
            .collectAsList();
    assertThat(merged)
        .extracting(row -> row.getString(0))
        .containsExactly("short", "middle", "short", "short");
  }

  @Test
  void shouldBeDummiesBesideTheReference() {
    assertThat(TENURE.term("tenure")).isEqualTo("i(tenure, ref = \"short\")");
    assertThat(TENURE.several()).isTrue();
    assertThat(TENURE.parameters()).isEqualTo(1);
    assertThat(new MergedLevels("short", List.of("short")).several()).isFalse();
    assertThat(new MergedLevels("short", List.of("long", "middle", "short")).parameters())
        .isEqualTo(2);
  }
}
