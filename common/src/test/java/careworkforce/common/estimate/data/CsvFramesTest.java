package careworkforce.common.estimate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFramesTest {
  @TempDir Path folder;

  private Frame read(String text) throws IOException {
    return CsvFrames.read(Files.writeString(folder.resolve("data.csv"), text));
  }

  private List<String> levels(Frame frame, String column) {
    return frame.column(column).codes().levels();
  }

  @Test
  void shouldTakeAHashForAnyOtherSign() throws IOException {
    Frame frame = read("#id,y\n#1,2\n2,3\n#3,4\n");
    assertThat(frame.names()).containsExactly("#id", "y");
    assertThat(frame.rows()).isEqualTo(3);
    assertThat(levels(frame, "#id")).containsExactly("#1", "#3", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1D", "1f", "2F", "0x1p3", "1_000", "Infinity", "٣", "1e", "-", "1,5"})
  void shouldTakeForWordsWhatIsNoDecimalNumber(String code) throws IOException {
    Frame frame = read("y;unit\n1;1\n2;" + code + "\n");
    assertThat(frame.column("unit")).isInstanceOf(Column.Codes.class);
    assertThat(levels(frame, "unit")).containsExactlyInAnyOrder("1", code);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-2.50, -2.5", "+.5, 0.5", "3., 3", "1e3, 1000", "2.5E-1, 0.25", "007, 7"})
  void shouldReadDecimalNumbers(String word, double value) throws IOException {
    assertThat(read("y,x\n1," + word + "\n").numbers("x")).containsExactly(value);
  }

  @Test
  void shouldReadTruthsAndMissingWords() throws IOException {
    Frame frame = read("y,x\n1,TRUE\n2,false\n3,Inf\n4,-Inf\n5,NA\n6,NaN\n7,.\n8,\n9,null\n");
    assertThat(frame.numbers("x"))
        .startsWith(1, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
        .endsWith(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void shouldKeepBlanksBetweenQuotesOnly() throws IOException {
    assertThat(levels(read("y,g\n1,  a \n2,a\n3,\"  a\"\n"), "g")).containsExactly("  a", "a");
  }

  @Test
  void shouldReadAFileThatBeginsWithAMark() throws IOException {
    assertThat(read("\uFEFFy,x\r\n1,2\r\n").names()).containsExactly("y", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'y,x,g\n1,2,a\n3,4\n'       | line 3 has 2 fields, the header 3",
        "'y,x\n1,2\n\n3,4,5\n'       | line 4 has 3 fields, the header 2",
        "'y,x,g\n1,2,a\n3,4'         | line 3 has 2 fields, the header 3",
        "'y,x,y\n1,2,3\n'            | its columns 1 and 3 are both named 'y'",
        "'y,,column2\n1,2,3\n'       | its columns 2 and 3 are both named 'column2'",
        "''                          | it is empty"
      })
  void shouldRefuseWhatIsNoTable(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .hasMessageStartingWith("Cannot read '" + folder.resolve("data.csv") + "': " + why)
        .asInstanceOf(InstanceOfAssertFactories.type(UserError.class))
        .returns(Exit.INPUT_MISSING, UserError::exit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16"})
  void shouldRefuseOtherEncodingsThanUtf8(String charset) throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "y,town\n1,Bude\n2,Zürich\n3,Zörich\n".getBytes(Charset.forName(charset)));
    assertThatThrownBy(() -> CsvFrames.read(file))
        .hasMessageStartingWith("Cannot read '" + file + "': line ")
        .hasMessageContaining("is not in UTF-8. Save it in UTF-8");
    Files.write(file, "y,town\n1,Zürich\n2,Zörich\n".getBytes(StandardCharsets.UTF_8));
    assertThat(levels(CsvFrames.read(file), "town")).containsExactly("Zörich", "Zürich");
  }

  @Test
  void shouldNameTheLineThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "y,town\n1,Bude\n2,Zürich\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> CsvFrames.read(file)).hasMessageContaining(": line 3 is not in UTF-8");
  }

  /** What a quote that is never closed makes of a long file. */
  @Test
  void shouldRefuseAFieldWithoutEnd() {
    assertThatThrownBy(() -> read("y,x\n1,2\n3,\"" + "4\n".repeat(600_000)))
        .hasMessageEndingWith("a field is longer than 1000000 characters. Close its quotes.");
  }

  @Test
  void shouldRefuseAFolder() {
    assertThatThrownBy(() -> CsvFrames.read(folder))
        .hasMessage("Cannot read '" + folder + "': it is a folder. Give one file in it.");
  }
}
