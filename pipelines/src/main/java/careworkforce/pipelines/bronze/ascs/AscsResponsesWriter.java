package careworkforce.pipelines.bronze.ascs;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.users.SurveyAnswer;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code ascs/ASCS_1516.csv} for each financial year that lies in the world. */
@AutoService(SourceWriter.class)
public final class AscsResponsesWriter implements SourceWriter<SurveyAnswer> {
  private static final long serialVersionUID = 1L;
  private static final int APRIL = 3;
  private static final int YEAR = 12;
  private static final WideRow ROW =
      new WideRow(
          AscsResponses.TABLE.headers(),
          ',',
          List.of(
              "LaCode",
              "SerialNo",
              "PrimaryKey",
              "MethodCollection",
              "Response",
              "Gender",
              "Age",
              "Ethnicity",
              "PrimarySupportReason",
              "SupportSetting",
              "Advocate",
              "Interpreter",
              "Questionnaire",
              "q1",
              "q3a",
              "q4a",
              "q5a",
              "q6a",
              "q7a",
              "q7b",
              "q8a",
              "q9a",
              "q11",
              "q12",
              "Stratum",
              "PopInStratum"),
          column -> "");

  @Override
  public Class<SurveyAnswer> writes() {
    return SurveyAnswer.class;
  }

  @Override
  public String folder() {
    return "ascs";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    if (month % YEAR != APRIL || month + YEAR - 1 > world.to()) {
      return null;
    }
    StringBuilder name = new StringBuilder("ASCS_");
    Cells.two(month / YEAR % 100, name);
    Cells.two((month / YEAR + 1) % 100, name);
    return name.append(".csv").toString();
  }

  @Override
  public String header(int month) {
    return ROW.header();
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    ROW.expand(row, to);
  }

  @Override
  public void row(SurveyAnswer of, StringBuilder to) {
    to.append(of.council()).append(',').append(of.serial()).append(',').append(of.council());
    to.append('_').append(of.serial()).append(",1,").append(of.responded() ? 1 : 3).append(',');
    to.append(of.female() ? 2 : 1).append(',').append(of.age()).append(",1,");
    to.append(of.stratum() == 1 ? 7 : 1).append(',').append(of.stratum() == 3 ? 2 : 1);
    to.append(",2,2,").append(of.questionnaire());
    for (int answer : of.answers()) {
      to.append(',');
      if (of.responded()) {
        to.append(answer);
      }
    }
    to.append(',').append(of.stratum()).append(',').append(of.inStratum());
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(new Spoil(Trap.BAD_NUMBER, 13, "3.5"), new Spoil(Trap.UNKNOWN_CODE, 24, "9"));
  }
}
