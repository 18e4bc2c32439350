package careworkforce.pipelines.silver.outcomes.satisfaction;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.Sparks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Scores of the survey's own test respondents, as its pipeline scores them. */
class AscofScoresTest {
  private static final Path FIXTURE =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "CAREWORKFORCE_SHARED",
                      System.getProperty("careworkforce.home", "..") + "/../shared"))
          .resolve("reference/ascs/cleaned_data_expected_test.csv");
  private static final List<String> SHARES = List.of("1B", "1L1", "3A", "3D1", "4A", "4B");

  @Test
  void shouldScoreTheReferenceRespondentsAsTheSurveysPipelineDoes() {
    assumeThat(FIXTURE).as("the reference files are not there").exists();
    Dataset<Row> fixture = Sparks.session().read().option("header", true).csv(FIXTURE.toString());
    Map<String, String> ours = new TreeMap<>();
    typed(fixture)
        .withColumn("scored", explode(AscofScores.all()))
        .select(col("PrimaryKey"), col("scored.measure"), col("scored.score"))
        .collectAsList()
        .forEach(row -> ours.put(row.getString(0) + " " + row.getString(1), cell(row.get(2))));
    Map<String, String> theirs = new TreeMap<>();
    for (Row row : fixture.collectAsList()) {
      String person = row.getAs("PrimaryKey");
      theirs.put(person + " 1A", whole(row.getAs("ASCOF_1A")));
      SHARES.forEach(
          measure -> theirs.put(person + " " + measure, share(row.getAs("ASCOF_" + measure))));
    }
    assertThat(theirs).hasSize(12 * 7);
    assertThat(ours).isEqualTo(theirs);
  }

  /** Answers as whole numbers, the rest as it stands. */
  private static Dataset<Row> typed(Dataset<Row> fixture) {
    return fixture.select(
        Arrays.stream(fixture.columns())
            .filter(name -> name.matches("q\\d+[a-f]?|Questionnaire|PrimaryKey"))
            .map(name -> name.startsWith("q") ? col(name).cast("int").as(name) : col(name))
            .toArray(Column[]::new));
  }

  private static String cell(Object score) {
    return String.valueOf(score);
  }

  private static String whole(String score) {
    return score == null ? "null" : String.valueOf((long) Double.parseDouble(score));
  }

  /** 1 is yes, 2 is no. */
  private static String share(String score) {
    return score == null ? "null" : whole(score).equals("1") ? "100" : "0";
  }
}
