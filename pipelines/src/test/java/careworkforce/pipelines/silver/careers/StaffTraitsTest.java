package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffTraitsTest {
  private static String of(UnaryOperator<Column> group, Object value, String type) {
    return Sparks.session()
        .range(1)
        .select(group.apply(lit(value).cast(type)))
        .first()
        .getString(0);
  }

  @ParameterizedTest
  @CsvSource({"29,under 30", "30,30-44", "44,30-44", "45,45-54", "55,55 and over", ",unknown"})
  void shouldBandAges(Integer age, String band) {
    assertThat(of(StaffTraits::ageBand, age, "int")).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "A,white",
    "C,white",
    "CA,white",
    "D,minority",
    "S,minority",
    "Z,unknown",
    ",unknown"
  })
  void shouldGroupEthnicCategories(String code, String group) {
    assertThat(of(StaffTraits::ethnicity, code, "string")).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource({"British,british", "Irish,eu", "Filipino,other", ",unknown"})
  void shouldGroupNationalities(String nationality, String group) {
    assertThat(of(StaffTraits::nationality, nationality, "string")).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource({"11,under 1", "12,1-4", "59,1-4", "60,5 and over", ",unknown"})
  void shouldGroupMonthsInPost(Integer months, String group) {
    assertThat(of(StaffTraits::tenure, months, "int")).isEqualTo(group);
  }
}
