package careworkforce.common.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as sources deliver them, and as nobody should. */
class SheetTextTest {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String TEXTS =
      """
      <sst><si><t>Home</t></si><si><r><t>Opened, </t></r><r><t>first</t></r><rPh><t>x</t></rPh></si></sst>
      """;
  private static final String STYLES =
      """
      <styleSheet>
        <numFmts><numFmt numFmtId="164" formatCode="[$-809]dd/mm/yyyy"/>
          <numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      </styleSheet>
      """;

  /** A workbook of the given parts; its list of sheets, if that is not among them, has one. */
  static byte[] workbook(Map<String, String> parts) throws IOException {
    Map<String, String> all = new TreeMap<>(parts);
    all.putIfAbsent("xl/workbook.xml", sheets("Data"));
    all.putIfAbsent("xl/_rels/workbook.xml.rels", relations("Data"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  static String sheets(String... names) {
    StringBuilder sheets = new StringBuilder("<workbook xmlns:r='%s'><sheets>".formatted(OFFICE));
    for (int i = 0; i < names.length; i++) {
      sheets.append("<sheet name='%s' sheetId='%d' r:id='rId%2$d'/>".formatted(names[i], i + 1));
    }
    return sheets + "</sheets></workbook>";
  }

  /** Where the parts of those sheets are: of the first, in the part of the highest number. */
  static String relations(String... names) {
    String relation = "<Relationship Id='%s' Type='" + OFFICE + "/%s' Target='%s'/>";
    StringBuilder relations = new StringBuilder("<Relationships>");
    for (int i = 0; i < names.length; i++) {
      String part = "worksheets/sheet" + (names.length - i) + ".xml";
      relations.append(relation.formatted("rId" + (i + 1), "worksheet", part));
    }
    return relations
        + relation.formatted("rId90", "sharedStrings", "/xl/sharedStrings.xml")
        + relation.formatted("rId91", "styles", "styles.xml")
        + "</Relationships>";
  }

  private static byte[] sheet(String rows) throws IOException {
    return workbook(
        Map.of(
            "xl/sharedStrings.xml", TEXTS,
            "xl/styles.xml", STYLES,
            "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
  }

  private static String read(byte[] workbook) throws IOException {
    return read(workbook, List.of(), 0, 0);
  }

  private static String read(byte[] workbook, List<String> names, int preamble, int width)
      throws IOException {
    return new String(
        SheetText.open(new ByteArrayInputStream(workbook), names, preamble, width).readAllBytes(),
        UTF_8);
  }

  @Test
  void shouldReadSharedTextsNumbersAndTextsOfACellsOwn() throws IOException {
    assertThat(
            read(
                sheet(
                    """
                    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>say "a"</t></is></c><c r="B2"><v>1.5</v></c></row>
                    """)))
        .isEqualTo("Home,\"Opened, first\"\n\"say \"\"a\"\"\",1.5\n");
  }

  @Test
  void shouldShowADateWhereItsStyleDoes() throws IOException {
    // 42005 is 1 January 2015: 115 years of 365 days, 28 leap days to then, one that Excel invents,
    // and day 1.
    assertThat(
            read(
                sheet(
                    """
                    <row r="1"><c r="A1" s="0"><v>42005</v></c><c r="B1" s="1"><v>42005</v></c>
                    <c r="C1" s="2"><v>42005.75</v></c><c r="D1" s="3"><v>42005</v></c></row>
                    """)))
        .isEqualTo("42005,2015-01-01,2015-01-01,42005\n");
  }

  /** What is stored is the nearest binary fraction; whole numbers and texts stand as they are. */
  @ParameterizedTest
  @CsvSource({
    "8.7200000000000006,8.72",
    "2541.6699999999998,2541.67",
    "-0.10000000000000001,-0.1",
    "1E-3,0.001",
    "1.00012345678E11,100012345678",
    "0E0,0",
    "100012345678,100012345678",
    "1234567890123456789,1234567890123456789",
    "1E9999999,1E9999999"
  })
  void shouldShowANumberByFifteenDigits(String stored, String shown) throws IOException {
    assertThat(read(sheet("<row><c><v>" + stored + "</v></c></row>"))).isEqualTo(shown + "\n");
    assertThat(read(sheet("<row><c t='str'><v>" + stored + "</v></c></row>")))
        .isEqualTo(stored + "\n");
  }

  /** The sheets are listed in another order than their parts are numbered. */
  @Test
  void shouldReadTheSheetThatIsNamed() throws IOException {
    byte[] workbook =
        workbook(
            Map.of(
                "xl/workbook.xml",
                sheets("README", "HSCA_Active_Locations"),
                "xl/_rels/workbook.xml.rels",
                relations("README", "HSCA_Active_Locations"),
                "xl/worksheets/sheet1.xml",
                "<row><c><v>1</v></c></row>",
                "xl/worksheets/sheet2.xml",
                "<row><c><v>2</v></c></row>"));
    assertThat(read(workbook)).isEqualTo("2\n");
    assertThat(read(workbook, List.of("hsca active locations"), 0, 0)).isEqualTo("1\n");
    assertThatThrownBy(() -> read(workbook, List.of("Locations", "All"), 0, 0))
        .isInstanceOf(ZipException.class)
        .hasMessage("of its sheets README, HSCA_Active_Locations none is called Locations or All");
  }

  @Test
  void shouldRefuseASheetWithoutAPart() throws IOException {
    byte[] workbook =
        workbook(Map.of("xl/workbook.xml", sheets("Data", "More"), "xl/styles.xml", STYLES));
    assertThatThrownBy(() -> read(workbook, List.of("More"), 0, 0))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("names rId2, which is not there");
  }

  @Test
  void shouldLeaveRoomForRowsAndCellsThatAreNotWrittenDown() throws IOException {
    assertThat(read(sheet("<row r=\"3\"><c r=\"C3\"><v>7</v></c><c r=\"AA3\"><v>8</v></c></row>")))
        .isEqualTo("\n\n,,7" + ",".repeat(24) + "8\n");
  }

  @Test
  void shouldFillRowsUpToTheWidthOfTheHeaderAndLeaveRowsOfEmptyCellsBlank() throws IOException {
    byte[] sheet =
        sheet(
            """
            <row r="1"><c r="A1"><v>1</v></c></row>
            <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c></row>
            <row r="3"><c r="A3"><v>4</v></c></row>
            <row r="4"><c r="A4" s="1"/><c r="B4" s="1"/></row>
            <row r="5"><c r="D5"><v>5</v></c></row>
            """);
    assertThat(read(sheet, List.of(), 1, 0)).isEqualTo("1\n1,2,3\n4,,\n\n,,,5\n");
    assertThat(read(sheet, List.of(), 1, 4)).isEqualTo("1,,,\n1,2,3,\n4,,,\n\n,,,5\n");
  }

  @Test
  void shouldRefuseABombOfZeros() throws IOException {
    byte[] bomb = sheet("<row r=\"1\"/>" + " ".repeat(257 << 20));
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("unpacks to more than 268435456 bytes");
  }

  @Test
  void shouldRefuseABombOfOneTextInEveryCell() throws IOException {
    String cell = "<c t=\"s\"><v>0</v></c>";
    byte[] bomb =
        workbook(
            Map.of(
                "xl/sharedStrings.xml",
                "<sst><si><t>" + "x".repeat(1 << 20) + "</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<sheetData>"
                    + ("<row>" + cell.repeat(8) + "</row>").repeat(100)
                    + "</sheetData>"));
    assertThatThrownBy(() -> read(bomb)).hasMessageContaining("bytes of text");
  }

  @Test
  void shouldExpandNoEntity() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 20; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    byte[] bomb =
        workbook(Map.of("xl/worksheets/sheet1.xml", laughs + "]><row><c><v>&l19;</v></c></row>"));
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(ZipException.class);
  }

  @Test
  void shouldReadNoFileThroughAnEntity(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hush");
    byte[] thief =
        workbook(
            Map.of(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><row><c><v>&e;</v></c></row>"
                    .formatted(secret.toUri())));
    assertThatThrownBy(() -> read(thief))
        .isInstanceOf(ZipException.class)
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil.sh", "/etc/cron.d/evil", "xl/..\\..\\evil", "C:/evil"})
  void shouldRefuseAPartThatClimbsOut(String name) throws IOException {
    byte[] climber = workbook(Map.of("xl/worksheets/sheet1.xml", "<row/>", name, "evil"));
    assertThatThrownBy(() -> read(climber)).hasMessageContaining("outside itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"99999999999\"/>",
        "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>9</v></c></row>",
        "<row><c>"
      })
  void shouldRefuseADamagedSheet(String rows) throws IOException {
    byte[] damaged = sheet(rows);
    assertThatThrownBy(() -> read(damaged)).isInstanceOf(ZipException.class);
  }

  @Test
  void shouldRefuseWhatIsNoWorkbook() {
    assertThatThrownBy(() -> read("Home,Wage\n".getBytes(UTF_8)))
        .hasMessageContaining("no XLSX workbook");
  }
}
