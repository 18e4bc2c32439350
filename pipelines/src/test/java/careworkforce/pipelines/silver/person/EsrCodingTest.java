package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EsrCodingTest {

  @Test
  void shouldReadEveryWayInWhichABandIsWritten() {
    assertThat(bands("XR05", "XR1", "XR8A", "XR08D", "XR09"))
        .containsExactly("5 50", "1 10", "8a 81", "8d 84", "9 90");
  }

  @Test
  void shouldReadNoBandFromAnythingElse() {
    assertThat(
            bands("XR", "XR0", "XR00", "XR10", "XR8E", "XR8AB", "XR008", "xr05", "ZM35", "", null))
        .containsOnly("null null");
  }

  private static List<String> bands(String... grades) {
    return Sparks.session()
        .createDataset(Arrays.asList(grades), Encoders.STRING())
        .select(EsrCoding.band(col("value")), EsrCoding.bandRank(col("value")))
        .collectAsList()
        .stream()
        .map((Row r) -> r.get(0) + " " + r.get(1))
        .toList();
  }
}
