package careworkforce.common.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cells that run over line ends: one record, known by its first line; and quotes left open. */
class QuotedLineEndsTest {
  private static final String GOOD = "h1,20,9.50,01/04/2011,N\n";
  private static final String GOOD_ROW = ": h1 20 9.50 15065 N";

  private static List<String> told(LayoutDraft draft, String content) {
    return Scans.told(Homes.TABLE, Homes.taken(draft).layout(), content.getBytes(UTF_8));
  }

  @Test
  void shouldReadACellThatRunsOverLineEnds() {
    assertThat(Scans.homes("\"The\nOld\n\nMill\",1,,,N\n" + GOOD + "\"5\"\", \nb\",\"2\n\",,,N"))
        .containsExactly(
            "2: The\nOld\n\nMill 1 null null N", "6" + GOOD_ROW, "7: 5\", \nb 2 null null N");
  }

  @Test
  void shouldTakeEveryLineEndForOne() {
    assertThat(Scans.homes("\"The\r\nMill\",1,,,N\r\n" + GOOD))
        .containsExactly("2: The\nMill 1 null null N", "4" + GOOD_ROW);
  }

  @Test
  void shouldReadAHeaderThatRunsOverLineEnds() {
    String header = "\uFEFF\"Home\n(its name)\",Beds,Wage,Opened,Kind\n";

    assertThat(told(Homes.draft("x").alsoNamed("Home\n(its name)", "Home"), header + GOOD))
        .containsExactly("3" + GOOD_ROW);
  }

  @Test
  void shouldTellTwoRecordsThatBeginAlikeFromDuplicates() {
    assertThat(Scans.homes("\"The\nMill\",1,,,N\n\"The\nInn\",1,,,N\n\"The\nMill\",1,,,N\n"))
        .containsExactly("2: The\nMill 1 null null N", "4: The\nInn 1 null null N");
  }

  @Test
  void shouldLoseOnlyTheLineWhoseQuoteStaysOpen() {
    assertThat(Scans.homes("\"h2,1,,,N\n" + GOOD + "h3,2,,,N\n"))
        .containsExactly("2: BAD_QUOTE", "3" + GOOD_ROW, "4: h3 2 null null N");
    assertThat(Scans.homes("h2,1,,,\"N\n" + GOOD + "\"h3\",2,,,N\n\"h\n4\",2,,,N\n"))
        .containsExactly(
            "2: BAD_QUOTE", "3" + GOOD_ROW, "4: h3 2 null null N", "5: h\n4 2 null null N");
  }

  @Test
  void shouldNotMakeOneRecordOfLinesThatLeaveAnotherNumberOfCells() {
    assertThat(Scans.homes("h2,1,,,\"N\n" + GOOD + "5\",3,,,N\n"))
        .containsExactly("2: BAD_QUOTE", "3" + GOOD_ROW, "4: 5\" 3 null null N");
  }

  @Test
  void shouldGiveUpAtTheLongestLength() throws IOException, Refusal {
    String longest = "\"\n" + "x".repeat(Scans.LONGEST - 9) + "\",1,,,N\n";
    String longer = "\"y\n" + "y".repeat(Scans.LONGEST - 9) + "\",1,,,N\n";
    String content = "\"h2,1,,,N\n" + GOOD.repeat(2) + "h3,2,,,N\n".repeat(200) + longer + longest;

    FileScan scan =
        Scans.of(
            Homes.TABLE,
            Homes.Taking.standard().layouts().get(0),
            (Homes.HEADER + content).getBytes(UTF_8));
    List<String> found = new ArrayList<>();
    while (scan.next()) {
      Reject reject = scan.reject();
      found.add(reject == null ? scan.delivered() + " row" : reject.line() + " " + reject.code());
    }

    assertThat(found)
        .containsExactly("2 BAD_QUOTE", "2 row", "4 row", "205 BAD_QUOTE", "205 row", "206 row");
    assertThat(scan.duplicates()).isEqualTo(1 + 199);
  }

  @Test
  void shouldPassAnOpenQuoteBeforeALineThatIsTooLong() {
    assertThat(Scans.homes("\"h2,1,,,N\n" + "9".repeat(2 * Scans.LONGEST) + "\n" + GOOD))
        .containsExactly("2: BAD_QUOTE", "3: LINE_TOO_LONG", "4" + GOOD_ROW);
  }

  @Test
  void shouldKeepTheRowsAmongManyOpenQuotes() {
    StringBuilder content = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      content.append("\"open").append(i).append(",1,,,N\nh").append(i).append(",1,,,N\n");
      expected.add((2 * i + 2) + ": BAD_QUOTE");
      expected.add((2 * i + 3) + ": h" + i + " 1 null null N");
    }

    assertThat(Scans.homes(content.toString())).isEqualTo(expected);
  }

  @Test
  void shouldTellACutOffRecordByTheLinesItWouldHave() {
    assertThat(Scans.homes(GOOD + "\"The\nMi"))
        .containsExactly("2" + GOOD_ROW, "3: BAD_QUOTE", "4: TRUNCATED");
    assertThat(Scans.homes("\"The\nMill\",1")).containsExactly("2: BAD_QUOTE", "3: TRUNCATED");
  }

  @Test
  void shouldReadThemInTheFilesEncoding() {
    byte[] latin = (Homes.HEADER + "\"Caf\u00e9\nIn\u00e9s\",1,,,N\n").getBytes(ISO_8859_1);
    LayoutDraft draft = Homes.draft("x").charset(ISO_8859_1);

    assertThat(Scans.told(Homes.TABLE, Homes.taken(draft).layout(), latin))
        .containsExactly("2: Caf\u00e9\nIn\u00e9s 1 null null N");
  }

  @Test
  void shouldLeaveLinesAloneWhereNothingIsQuoted() {
    assertThat(told(Homes.draft("x").unquoted(), Homes.HEADER + "\"h1,1,,,N\nh2\",2,,,N\n"))
        .containsExactly("2: \"h1 1 null null N", "3: h2\" 2 null null N");
  }

  @Test
  void shouldReadBackWhateverTextIsWrittenInQuotes() {
    Random random = new Random(4180);
    StringBuilder content = new StringBuilder();
    List<String> expected = new ArrayList<>();
    int line = 2;
    for (int i = 0; i < 9_000; i++) {
      String name = "<" + text(random, "ab ,\n\"") + i + ">";
      content
          .append('"')
          .append(name.replace("\"", "\"\""))
          .append("\",")
          .append(i)
          .append(",,,N\n");
      expected.add(line + ": " + name + " " + i + " null null N");
      line += 1 + (int) name.chars().filter(c -> c == '\n').count();
    }

    assertThat(Scans.homes(content.toString())).isEqualTo(expected);
  }

  @Test
  void shouldAccountForEveryLineOfAnyJumbleOfQuotes() {
    Random random = new Random(4181);
    for (int file = 0; file < 300; file++) {
      StringBuilder content = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        content.append(text(random, "a,\n\"\"")).append(i % 3 == 0 ? ",,,,\n" : "");
      }
      List<String> told = Scans.homes(content + "\nlast-" + file + ",1,,,N\n");
      assertThat(told.get(told.size() - 1)).endsWith(": last-" + file + " 1 null null N");
    }
  }

  private static String text(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void shouldShowARejectedRecordOnOneLine() throws IOException, Refusal {
    byte[] content = (Homes.HEADER + "\"The\nMill\",x,,,N\n").getBytes(UTF_8);
    FileScan scan = Scans.of(Homes.TABLE, Homes.Taking.standard().layouts().get(0), content);

    assertThat(scan.next()).isTrue();
    assertThat(scan.reject().content()).isEqualTo("The\u2424Mill,x,,,N");
  }
}
