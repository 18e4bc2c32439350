package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class PersonGroupsTest {
  private static List<String> groups(Column group, String... values) {
    return Sparks.session()
        .createDataset(Arrays.asList(values), Encoders.STRING())
        .select(group)
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void shouldCutAgesAtFiveYears() {
    assertThat(
            groups(
                PersonGroups.age(col("value").try_cast("int")), "24", "25", "29", "30", "64", "65"))
        .containsExactly("UNDER_25", "25_29", "25_29", "30_34", "60_64", "65_OVER");
    assertThat(groups(PersonGroups.age(col("value").try_cast("int")), "none"))
        .containsExactly((String) null);
  }

  @Test
  void shouldCountTenureInWholeYears() {
    Column tenure =
        PersonGroups.tenure(col("value").cast("date"), functions.lit(Date.valueOf("2015-09-30")));
    assertThat(
            groups(
                tenure,
                "2014-10-01",
                "2014-09-30",
                "2013-09-30",
                "2010-09-30",
                "2005-09-30",
                "2015-10-01"))
        .containsExactly("UNDER_1", "1_2", "2_5", "5_10", "10_OVER", null);
  }

  @Test
  void shouldPutChineseWithAsianAndNotStatedWithNobody() {
    assertThat(
            groups(PersonGroups.ethnicity(col("value")), "A", "C3", "G", "J", "R", "n", "S", "Z"))
        .containsExactly("WHITE", "WHITE", "MIXED", "ASIAN", "ASIAN", "BLACK", "OTHER", null);
  }

  @Test
  void shouldTellTheUnionFromTheRestOfTheWorld() {
    assertThat(groups(PersonGroups.nationality(col("value")), "British", "Irish", "Filipino"))
        .containsExactly("BRITISH", "EU", "OTHER");
  }
}
