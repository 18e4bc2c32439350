package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.Sparks;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.bronze.Landing;
import careworkforce.pipelines.bronze.geography.LaCodes;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names of authorities as regulators and councils write them, against the codes of ONS. */
class DistrictNamesTest {
  private static final LaCodes C = LaCodes.TABLE;
  private static final FormerDistricts F = FormerDistricts.TABLE;
  private static final Path REFERENCE = Landing.shared().resolve("reference");
  private static final Dataset<Row> FORMER = new FormerDistrictsJob().rows(FakeInputs.of());

  @BeforeEach
  void find() {
    assumeThat(REFERENCE).as("the reference files are not there").exists();
  }

  @Test
  void shouldFindEveryDistrictThatCareProvidersAreListedUnder() {
    assertThat(unmatched("LocalAuthority", districts())).isEmpty();
  }

  @Test
  void shouldFindEveryCouncilThatIsOneDistrict() {
    List<String> counties =
        authorities("CssR")
            .join(
                codes()
                    .where(col("UTLACD").startsWith("E10"))
                    .select(DistrictNames.plain(col("UTLANM")).as("plain"))
                    .distinct(),
                new String[] {"plain"},
                "inner")
            .select("told")
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(counties).contains("Hampshire", "Kent").hasSize(21);
    assertThat(unmatched("CssR", districts()))
        .as("councils that are no district: counties, two of them ended")
        .allSatisfy(name -> assertThat(name).isIn(with(counties, "Cumbria", "Northamptonshire")));
  }

  @Test
  void shouldFindFormerDistrictsWhereTheCodesTellPresentOnesAlone() {
    Dataset<Row> present = told(codes().where("Current = 'TRUE' and LADCD = LADCD_ACTIVE"));
    assertThat(unmatched("LocalAuthority", DistrictNames.of(present, FORMER, "plain", "lad")))
        .isEmpty();
  }

  @Test
  void shouldGiveNoTwoDistrictsOneName() {
    assertThat(
            told(codes().where("LADCD = LADCD_ACTIVE"))
                .groupBy(DistrictNames.plain(C.ladnm.col()))
                .count()
                .where("count > 1")
                .count())
        .isZero();
  }

  @Test
  void shouldNameTheSourceOfEveryFormerDistrict() {
    assertThat(FORMER.where(F.source.col().equalTo(lit(""))).count()).isZero();
    assertThat(FORMER.select(F.former.col(), F.present.col()).distinct().count())
        .isEqualTo(FORMER.count());
  }

  private static List<String> with(List<String> names, String... more) {
    return java.util.stream.Stream.concat(names.stream(), java.util.Arrays.stream(more)).toList();
  }

  private static Dataset<Row> csv(String file) {
    return Sparks.session().read().option("header", true).csv(REFERENCE.resolve(file).toString());
  }

  private static Dataset<Row> codes() {
    return csv("geography/la_all_codes.csv").where(col("LADCD").startsWith("E"));
  }

  private static Dataset<Row> told(Dataset<Row> codes) {
    return codes.select(
        col("LADCD").as(C.ladcd.name()),
        col("LADNM").as(C.ladnm.name()),
        col("LADCD_ACTIVE").as(C.ladcdActive.name()),
        to_date(lit("2021-01-01")).as(C.period.name()));
  }

  private static Dataset<Row> districts() {
    return DistrictNames.of(told(codes()), FORMER, "plain", "lad");
  }

  /** Names in the council lookup of ASC-WDS, whose councils are those that CQC names. */
  private static Dataset<Row> authorities(String column) {
    return csv("ascwds/cssr_lookup.csv")
        .select(col(column).as("told"), DistrictNames.plain(col(column)).as("plain"))
        .distinct();
  }

  private static List<String> unmatched(String column, Dataset<Row> districts) {
    return authorities(column)
        .join(districts, new String[] {"plain"}, "left_anti")
        .select("told")
        .as(Encoders.STRING())
        .collectAsList();
  }
}
