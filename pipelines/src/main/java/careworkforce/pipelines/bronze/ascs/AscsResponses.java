package careworkforce.pipelines.bronze.ascs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Returns of the Adult Social Care Survey, one row a person whom a council asked. Answers stand as
 * returned: {@value AscsCodes#ERRONEOUS} and numbers out of range are kept here, reported by the
 * checks that the survey's own validation makes, and count as no answer from silver on.
 */
public final class AscsResponses extends WideTable {
  public static final AscsResponses TABLE = new AscsResponses();

  public final Field laCode =
      take(
          "LaCode",
          field("la_code", StringType, "council with social services responsibilities"),
          Parse.text());
  public final Field serialNo =
      take("SerialNo", StringType, "number of the person in the council's return", Parse.text());
  public final Field response =
      take("Response", StringType, "whether answered", Parse.code(AscsCodes.RESPONSE))
          .codes(AscsCodes.RESPONSE);
  public final Field age = take("Age", IntegerType, "age", Parse.integer()).unit("years");
  public final Field advocate =
      take("Advocate", IntegerType, "an advocate helped: 1 yes, 2 no", Parse.integer());
  public final Field questionnaire =
      take("Questionnaire", StringType, "questionnaire sent", Parse.code(AscsCodes.QUESTIONNAIRE))
          .codes(AscsCodes.QUESTIONNAIRE);

  /** Answers by question, {@code q1} to {@code q18}, as whole numbers. */
  private final Map<String, Field> answers = new LinkedHashMap<>();

  public final Field stratum =
      take("Stratum", StringType, "stratum of the sample", Parse.code(AscsCodes.STRATUM))
          .codes(AscsCodes.STRATUM);
  public final Field popInStratum =
      take(
          "PopInStratum",
          IntegerType,
          "people in the council's stratum who could have been asked",
          Parse.integer());

  private AscsResponses() {
    super("ascs_responses", "one row a person asked", Sensitivity.PERSONAL, "ascs_columns.txt");
    for (String header : headers()) {
      if (header.matches("q\\d+[a-f]?")) {
        answers.put(header, take(header, IntegerType, "answer to " + header, Parse.integer()));
      }
    }
    others();
    check(
        Check.should(
            "Q3A_INVALID",
            "an answer to q3a is between 1 and 4",
            answer("q3a").col().between(1, 4).or(erroneous("q3a"))));
    check(
        Check.should(
            "EASY_READ_INVALID",
            "an easy-read answer to q1 is between 1 and 5",
            easyRead().and(answer("q1").col().gt(lit(5))).equalTo(lit(false))));
    check(
        Check.should(
            "NO_RESPONSE_BUT_ANSWERED",
            "who did not respond gave no answer to q1",
            responded().or(answer("q1").col().isNull())));
    check(
        Check.should(
            "NO_RESPONSE_BUT_ADVOCATE",
            "who did not respond had no advocate",
            responded().or(coalesce(advocate.col(), lit(2)).equalTo(lit(2)))));
    serves("06.21", "answers to the Adult Social Care Survey, with stratum and its population");
  }

  /**
   * The answer to a question.
   *
   * @param question as in the questionnaire, such as {@code q3a}
   */
  public Field answer(String question) {
    Field field = answers.get(question.toLowerCase(Locale.ROOT));
    if (field == null) {
      throw new IllegalArgumentException("no question " + question);
    }
    return field;
  }

  /** Whether a person answered. */
  public Column responded() {
    return response.col().equalTo(lit("1"));
  }

  /** Whether the easy-read questionnaire was sent. */
  public Column easyRead() {
    return coalesce(questionnaire.col().isin(AscsCodes.EASY_READ), lit(false));
  }

  private Column erroneous(String question) {
    return answer(question).col().equalTo(lit(AscsCodes.ERRONEOUS));
  }
}
