package careworkforce.pipelines.gold.careers.descriptives;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.silver.careers.CareerYears;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  private static final CareerYears Y = CareerYears.TABLE;

  @Test
  void shouldCountAPersonOnceInEveryDimensionAndSayWhatIsNotKnown() {
    List<String> values =
        Breakdown.of(
                Years.of()
                    .row(
                        Y.personId, "a",
                        Y.sex, "Female",
                        Y.ageGroup, "30_34",
                        Y.band, "5",
                        Y.region, "South East",
                        Y.deprivation, 1)
                    .dataset())
            .select(functions.concat_ws("=", functions.col("breakdown"), functions.col("value")))
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(values)
        .containsExactlyInAnyOrder(
            "all=all",
            "sex=Female",
            "age_group=30_34",
            "sex_age_group=Female 30_34",
            "ethnicity=UNKNOWN",
            "nationality=UNKNOWN",
            "band=5",
            "tenure=UNKNOWN",
            "trust=RA",
            "trust_type=UNKNOWN",
            "region=South East",
            "icb=UNKNOWN",
            "deprivation=1");
  }

  @Test
  void shouldKnowSexAndAgeTogetherOnlyOfThoseOfWhomBothAreKnown() {
    List<String> values =
        Breakdown.of(
                Years.of()
                    .row(Y.personId, "a", Y.sex, "Female", Y.ageGroup, "30_34")
                    .row(Y.personId, "b", Y.ageGroup, "30_34")
                    .row(Y.personId, "c", Y.sex, "Female")
                    .row(Y.personId, "d")
                    .dataset())
            .where("breakdown = 'sex_age_group'")
            .select(functions.concat_ws("=", Y.personId.col(), functions.col("value")))
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(values)
        .containsExactlyInAnyOrder("a=Female 30_34", "b=UNKNOWN", "c=UNKNOWN", "d=UNKNOWN");
  }

  @Test
  void shouldHaveAMeaningForEveryDimension() {
    List<String> dimensions =
        Breakdown.of(Years.of().row(Y.personId, "a").dataset())
            .select(Breakdown.BREAKDOWN)
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(Breakdown.DIMENSIONS.codes()).containsExactlyElementsOf(dimensions);
  }
}
