package careworkforce.common.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of each line of a file: a bad one costs itself and no other. */
class FileScanTest {
  private static final String GOOD = "h1,20,9.50,01/04/2011,N\n";
  private static final String GOOD_ROW = ": h1 20 9.50 15065 N";

  private static Layout layout(LayoutDraft draft) {
    return Homes.taken(draft).layout();
  }

  private static String[] scan(LayoutDraft draft, byte[] content) {
    return Scans.told(Homes.TABLE, layout(draft), content).toArray(String[]::new);
  }

  @Test
  void shouldReadEachTypeOfCell() {
    assertThat(Scans.homes(GOOD)).containsExactly("2" + GOOD_ROW);
  }

  @Test
  void shouldTakeMarkersOfMissingValuesAsNull() {
    assertThat(Scans.homes("h1,NULL,NA,*,c\nh2,,,,\n"))
        .containsExactly("2: h1 null null null null", "3: h2 null null null null");
  }

  @Test
  void shouldRejectAMarkerThatTheLayoutDoesNotKnow() {
    assertThat(Scans.homes("h1,n/a,,,\n" + GOOD))
        .containsExactly("2: BAD_NUMBER Beds", "3" + GOOD_ROW);
  }

  @Test
  void shouldRejectADecimalComma() {
    assertThat(Scans.homes("h1,20,\"9,50\",,N\nh1,20,9,50,,N\n" + GOOD))
        .containsExactly("2: BAD_NUMBER Wage", "3: WRONG_FIELD_COUNT", "4" + GOOD_ROW);
  }

  @Test
  void shouldReadCommasBetweenThousandsWhereTheLayoutLetsThem() {
    Layout layout =
        Homes.draft("x")
            .take("Home", Homes.TABLE.home, Parse.text())
            .take("Beds", Homes.TABLE.beds, Parse.integer().thousands())
            .take("Wage", Homes.TABLE.wage, Parse.roundedDecimal().thousands())
            .layout();
    String rows =
        "h1,\"249,995\",\"1,234.567\"\n"
            + "h2,\"-1,249,995\",1234.5\n"
            + "h3,\"24,99\",1\n"
            + "h4,1,\"9,50\"\n"
            + "h5,\"1,234.5\",1\n"
            + "h6,\",123\",1\n";

    assertThat(Scans.told(Homes.TABLE, layout, ("Home,Beds,Wage\n" + rows).getBytes(UTF_8)))
        .containsExactly(
            "2: h1 249995 1234.57 null null",
            "3: h2 -1249995 1234.50 null null",
            "4: BAD_NUMBER Beds",
            "5: BAD_NUMBER Wage",
            "6: BAD_NUMBER Beds",
            "7: BAD_NUMBER Beds");
  }

  @Test
  void shouldRejectMoreDecimalsThanTheContractHolds() {
    assertThat(Scans.homes("h1,20,9.505,,N\nh1,20,9.500,,N\nh1,20,12345678.00,,N\n"))
        .containsExactly("2: BAD_NUMBER Wage", "3: h1 20 9.50 null N", "4: BAD_NUMBER Wage");
  }

  @Test
  void shouldRejectADateThatNeverWas() {
    assertThat(Scans.homes("h1,,,31/02/2011,\nh2,,,2011-04-01,\nh3,,,29/02/2012,\n"))
        .containsExactly("2: BAD_DATE Opened", "3: BAD_DATE Opened", "4: h3 null null 15399 null");
  }

  @Test
  void shouldRejectACodeNotInTheListAndAMissingRequiredValue() {
    assertThat(Scans.homes("h1,,,,X\n,1,,,N\n"))
        .containsExactly("2: UNKNOWN_CODE Kind", "3: MISSING_REQUIRED Home");
  }

  @Test
  void shouldRejectANulByteAndKeepItsNeighbours() {
    assertThat(Scans.homes(GOOD + "h2,\0,,,N\nh3,3,,,N\n"))
        .containsExactly("2" + GOOD_ROW, "3: NUL_BYTE", "4: h3 3 null null N");
  }

  @Test
  void shouldRejectALineOfTenMegabytesWithoutHoldingIt() throws IOException, Refusal {
    String content = Homes.HEADER + GOOD + "h2," + "9".repeat(10_000_000) + ",,,N\nh3,3,,,N\n";

    assertThat(Scans.homes(content.substring(Homes.HEADER.length())))
        .containsExactly("2" + GOOD_ROW, "3: LINE_TOO_LONG", "4: h3 3 null null N");
    FileScan scan = Scans.of(Homes.TABLE, layout(Homes.draft("x")), content.getBytes(UTF_8));
    scan.next();
    scan.next();
    assertThat(scan.reject().reason()).startsWith("10000007 bytes: the line is longer");
    assertThat(scan.reject().content()).hasSizeLessThan(2_100);
  }

  @Test
  void shouldRejectOnlyTheLinesThatAreNotInTheDeclaredEncoding() {
    byte[] latin = (Homes.HEADER + "Caf\u00e9,1,,,N\n" + GOOD).getBytes(ISO_8859_1);

    assertThat(scan(Homes.draft("x"), latin)).containsExactly("2: BAD_ENCODING", "3" + GOOD_ROW);
    assertThat(scan(Homes.draft("x").charset(ISO_8859_1), latin))
        .containsExactly("2: Caf\u00e9 1 null null N", "3" + GOOD_ROW);
    byte[] hole = (Homes.HEADER + "Caf\u0081,1,,,N\n" + GOOD).getBytes(ISO_8859_1);
    assertThat(scan(Homes.draft("x").charset(Charset.forName("windows-1252")), hole))
        .containsExactly("2: BAD_ENCODING", "3" + GOOD_ROW);
  }

  /** The first line is of windows-1252, the second of UTF-8, the third of neither. */
  @Test
  void shouldReadALineThatIsNotInUtf8ByTheOtherCharset() throws IOException {
    Charset windows = Charset.forName("windows-1252");
    java.io.ByteArrayOutputStream mixed = new java.io.ByteArrayOutputStream();
    mixed.write((Homes.HEADER + "Caf\u00e9\u2019s,1,,,N\n").getBytes(windows));
    mixed.write("Caf\u00e9\u2019s,2,,,N\n".getBytes(UTF_8));
    mixed.write("Caf\u0081,3,,,N\n".getBytes(ISO_8859_1));

    assertThat(scan(Homes.draft("x").charsetElse(windows), mixed.toByteArray()))
        .containsExactly(
            "2: Caf\u00e9\u2019s 1 null null N",
            "3: Caf\u00e9\u2019s 2 null null N",
            "4: BAD_ENCODING");
  }

  @Test
  void shouldRefuseAFileOfAnotherEncodingAltogether() {
    byte[] wide = (Homes.HEADER + GOOD).getBytes(java.nio.charset.StandardCharsets.UTF_16);

    assertThat(scan(Homes.draft("x"), wide)).containsExactly("refused: its header is not UTF-8");
  }

  @Test
  void shouldRefuseAWrongDelimiterByName() {
    byte[] pipes = (Homes.HEADER + GOOD).replace(',', '|').getBytes(UTF_8);

    assertThat(scan(Homes.draft("x"), pipes))
        .containsExactly(
            "refused: its header is one cell when cut at ',', so that column Home is missing");
    assertThat(scan(Homes.draft("x").delimiter('|'), pipes)).containsExactly("2" + GOOD_ROW);
  }

  /** The other delimiter stands in a header and in a cell, where it is text. */
  @Test
  void shouldCutByTheDelimiterThatMakesTheMostCellsOfTheHeader() {
    byte[] pipes = "Home|Beds|Wage, gross|Wage|Opened|Kind\nh1, old|3|1,5|||N\n".getBytes(UTF_8);
    byte[] quoted = "\"Home\"|\"Beds\"|\"Wage\"|\"Opened\"|\"Kind\"\nh1|3|||N\n".getBytes(UTF_8);

    assertThat(scan(Homes.draft("x").delimiter(',', '|'), pipes))
        .containsExactly("2: h1, old 3 null null N");
    assertThat(scan(Homes.draft("x").delimiter(',', '|'), quoted))
        .containsExactly("2: h1 3 null null N");
    assertThat(
            scan(
                Homes.draft("x").delimiter(',', '|'),
                (Homes.HEADER + "h|1,3,,,N\n").getBytes(UTF_8)))
        .containsExactly("2: h|1 3 null null N");
    assertThat(scan(Homes.draft("x").delimiter(',', '|'), "Home;Beds\n".getBytes(UTF_8)))
        .containsExactly(
            "refused: its header is one cell when cut at ',' or '|', so that column Home is missing");
  }

  @Test
  void shouldRefuseAFileWithoutARequiredColumn() {
    byte[] renamed = "Home,Bed,Wage,Opened,Kind\nh1,20,,,\n".getBytes(UTF_8);

    assertThat(scan(Homes.draft("x"), renamed))
        .containsExactly("refused: column Beds is missing from its header");
    assertThat(scan(Homes.draft("x").alsoNamed("Bed", "Beds"), renamed))
        .containsExactly("2: h1 20 null null null");
  }

  @Test
  void shouldRefuseAHeaderThatNamesAColumnTwice() {
    byte[] twice = "Home,Beds,Beds,Wage,Opened,Kind\n".getBytes(UTF_8);

    assertThat(scan(Homes.draft("x"), twice))
        .containsExactly("refused: the header names column Beds twice");
  }

  @Test
  void shouldReadReorderedColumnsByNameAndKeepUnknownOnesOut() throws IOException, Refusal {
    byte[] reordered =
        "Kind,Extra,Opened,,Wage,Beds,Home\nN,?,01/04/2011,,9.50,20,h1\n".getBytes(UTF_8);

    assertThat(scan(Homes.draft("x"), reordered)).containsExactly("2" + GOOD_ROW);
    assertThat(Scans.of(Homes.TABLE, layout(Homes.draft("x")), reordered).unknown())
        .containsExactly("Extra", "(blank)");
  }

  @Test
  void shouldPassOverMarkPreambleBlankLinesAndTotals() {
    String content =
        "As at 1 January\n"
            + Homes.HEADER
            + "\r\n"
            + "h1,20,9.50,01/04/2011,N\r\n"
            + "Total ,20,,,\r\n";

    assertThat(
            scan(Homes.draft("x").preamble(1).totalRow("Home", "Total"), content.getBytes(UTF_8)))
        .containsExactly("4" + GOOD_ROW);
    assertThat(scan(Homes.draft("x"), ("\uFEFF" + Homes.HEADER + GOOD).getBytes(UTF_8)))
        .containsExactly("2" + GOOD_ROW);
  }

  @Test
  void shouldCountTheSecondOfTwoEqualLinesAsADuplicate() {
    assertThat(Scans.homes(GOOD + "h2,1,,,N\n" + GOOD))
        .containsExactly("2" + GOOD_ROW, "3: h2 1 null null N");
  }

  @Test
  void shouldTellALineThatWasCutOffFromOneOfWrongWidth() {
    assertThat(Scans.homes("h1,20\n" + GOOD + "h3,2"))
        .containsExactly("2: WRONG_FIELD_COUNT", "3" + GOOD_ROW, "4: TRUNCATED");
    assertThat(Scans.homes(GOOD.strip())).containsExactly("2" + GOOD_ROW);
  }

  @Test
  void shouldReadQuotedCellsAndRejectQuotesThatDoNotClose() {
    assertThat(Scans.homes("\"h \"\"1\"\", x\", \"20\" ,9.50,01/04/2011,N\n\"h2,1,,,N\n" + GOOD))
        .containsExactly("2: h \"1\", x 20 9.50 15065 N", "3: BAD_QUOTE", "4" + GOOD_ROW);
    byte[] inches = (Homes.HEADER + "\"h,20,9.50,01/04/2011,N\n").getBytes(UTF_8);
    assertThat(scan(Homes.draft("x").unquoted(), inches)).containsExactly("2: \"h 20 9.50 15065 N");
  }

  @Test
  void shouldReadByPositionWithAnExactNumberOfColumns() {
    Layout layout =
        Homes.draft("x")
            .positional(3)
            .takeAt(1, "home", Homes.TABLE.home, Parse.text())
            .takeAt(3, "beds", Homes.TABLE.beds, Parse.integer())
            .layout();

    assertThat(Scans.told(Homes.TABLE, layout, "h1,?,20\nh2,2\n".getBytes(UTF_8)))
        .containsExactly("1: h1 20 null null null", "2: WRONG_FIELD_COUNT");
  }

  @Test
  void shouldHoldAColumnToTheFilesPeriod() {
    Layout layout =
        Homes.draft("x")
            .take("Home", Homes.TABLE.home, Parse.text())
            .take("Month", Homes.TABLE.opened, Parse.month("yyyy-MMMM").ofPeriod())
            .layout();

    assertThat(
            Scans.told(
                Homes.TABLE,
                layout,
                "Home,Month\nh1,2015-JANUARY\nh2,2015-February\n".getBytes(UTF_8)))
        .containsExactly("2: h1 null null 16436 null", "3: OTHER_PERIOD Month");
  }

  /** Of a public table too: the names of managers stand beside homes that anybody may know. */
  @Test
  void shouldKeepNoIdentifierOfARejectedRowThatTheLayoutLeaves() throws IOException, Refusal {
    String content =
        "Home,Manager,Beds,Wage,Opened,Kind,Owner\n"
            + "h1,Ann Lee,x,,,N,Bo Lee\n"
            + "h2,\"Lee, Ann\n"
            + "h3,Lee, Ann,7,,,N,Bo Lee\n";
    FileScan scan =
        Scans.of(
            Homes.TABLE,
            layout(Homes.draft("x").leaveIdentifiers("Manager")),
            content.getBytes(UTF_8));
    List<String> kept = new ArrayList<>();
    while (scan.next()) {
      kept.add(scan.reject().code() + " " + scan.reject().content());
    }

    assertThat(kept)
        .containsExactly(
            "BAD_NUMBER h1,***,x,,,N,***",
            "BAD_QUOTE x9,\"xxx, xxx",
            "WRONG_FIELD_COUNT x9,xxx, xxx,9,,,x,xx xxx");
  }
}
