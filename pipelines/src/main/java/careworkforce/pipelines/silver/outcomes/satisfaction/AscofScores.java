package careworkforce.pipelines.silver.outcomes.satisfaction;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.bronze.ascs.AscsResponses;
import org.apache.spark.sql.Column;

/**
 * Scores of the Adult Social Care Outcomes Framework from one person's answers; null without a
 * valid answer. A number out of range, {@code -9} among them, is no answer.
 */
final class AscofScores {
  private static final AscsResponses ANSWERS = AscsResponses.TABLE;
  private static final String[] QUALITY_OF_LIFE = {
    "q3a", "q4a", "q5a", "q6a", "q7a", "q8a", "q9a", "q11"
  };
  private static final int BEST_QUALITY_OF_LIFE = 32;
  private static final int STANDARD_ANSWERS = 7;
  private static final int EASY_READ_ANSWERS = 5;

  private AscofScores() {}

  /** All scores of a person, as structs of measure and score. */
  static Column all() {
    return array(
        of("1A", qualityOfLife()),
        of("1B", share(valid("q3a", 4), 1, 2)),
        of("1L1", share(valid("q8a", 4), 1, 1)),
        of("3A", share(q1Comb(), 1, 1)),
        of("3D1", share(sought(), 2, 3)),
        of("4A", share(valid("q7a", 4), 1, 1)),
        of("4B", share(valid("q7b", 2), 1, 1)));
  }

  private static Column of(String measure, Column score) {
    return struct(lit(measure).as("measure"), score.cast("long").as("score"));
  }

  private static Column valid(String question, int most) {
    Column answer = ANSWERS.answer(question).col();
    return when(answer.between(1, most), answer);
  }

  /** 100 for the answers from one to another, 0 for others. */
  private static Column share(Column answer, int from, int to) {
    return when(answer.between(from, to), lit(100)).when(answer.isNotNull(), lit(0));
  }

  /** q1 on the easy-read scale: of seven answers the two at each end are one. */
  private static Column q1Comb() {
    Column folded =
        least(
            greatest(valid("q1", STANDARD_ANSWERS).minus(lit(1)), lit(1)), lit(EASY_READ_ANSWERS));
    return when(ANSWERS.easyRead(), valid("q1", EASY_READ_ANSWERS))
        .when(valid("q1", STANDARD_ANSWERS).isNotNull(), folded);
  }

  /** q12 of those who looked for information. */
  private static Column sought() {
    Column answer = valid("q12", 5);
    return when(answer.gt(lit(1)), answer);
  }

  private static Column qualityOfLife() {
    Column score = lit(BEST_QUALITY_OF_LIFE);
    for (String question : QUALITY_OF_LIFE) {
      score = score.minus(valid(question, 4));
    }
    return score;
  }
}
