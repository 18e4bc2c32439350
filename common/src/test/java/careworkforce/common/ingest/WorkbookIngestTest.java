package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Deliveries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook with all parts that a spreadsheet program writes, taken in as any delivered file. */
class WorkbookIngestTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Texts by number: the title, the header, two homes, a kind and a word for beds. */
  private static final List<String> TEXTS =
      List.of(
          "Homes of January", "Home", "Beds", "Wage", "Opened", "Kind", "h1", "h2", "N", "many");

  /** Of the second home the wage, the opening and the kind are empty, and not written down. */
  private static final String ROWS =
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c>
        <c r="D3" t="s"><v>4</v></c><c r="E3" t="s"><v>5</v></c></row>
      <row r="4"><c r="A4" t="s"><v>6</v></c><c r="B4"><v>20</v></c><c r="C4"><v>9.5000000000000018</v></c>
        <c r="D4" s="1"><v>40634</v></c><c r="E4" t="s"><v>8</v></c></row>
      <row r="5"><c r="A5" t="s"><v>7</v></c><c r="B5"><v>12</v></c></row>
      <row r="6"><c r="A6" t="s"><v>6</v></c><c r="B6" t="s"><v>9</v></c></row>
      <row r="7"><c r="A7" s="1"/><c r="B7" s="1"/></row>
      """;

  @TempDir Path folder;

  private static byte[] workbook() throws IOException {
    String texts = String.join("</t></si><si><t>", TEXTS);
    return SheetTextTest.workbook(
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns='%scontent-types'><Default Extension='xml' ContentType='application/xml'/>"
                    .formatted(PACKAGE)
                + "<Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/></Types>"
                    .formatted(SHEET_TYPE),
            "_rels/.rels",
            "<Relationships xmlns='%srelationships'><Relationship Id='rId1' Type='%s/officeDocument'"
                    .formatted(PACKAGE, OFFICE)
                + " Target='xl/workbook.xml'/></Relationships>",
            "xl/_rels/workbook.xml.rels",
            SheetTextTest.relations("README", "Homes"),
            "xl/workbook.xml",
            SheetTextTest.sheets("README", "Homes"),
            "xl/worksheets/sheet2.xml",
            "<worksheet xmlns='%s'><sheetData/></worksheet>".formatted(MAIN),
            "xl/sharedStrings.xml",
            "<sst xmlns='%s'><si><t>%s</t></si></sst>".formatted(MAIN, texts),
            "xl/styles.xml",
            "<styleSheet xmlns='%s'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
                .formatted(MAIN),
            "xl/worksheets/sheet1.xml",
            "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='%s'><dimension ref='A1:E7'/>"
                    .formatted(MAIN)
                + "<sheetData>%s</sheetData></worksheet>".formatted(ROWS)));
  }

  private static Ingest homes() {
    LayoutDraft draft =
        Layout.named("homes-workbook")
            .files("HOMES_(?<year>\\d{4})(?<month>\\d{2})\\.xlsx")
            .sheet("Homes")
            .preamble(2);
    return new Homes.Taking(
        List.of(
            draft
                .take("Home", Homes.TABLE.home, Parse.text())
                .take("Beds", Homes.TABLE.beds, Parse.integer())
                .take("Wage", Homes.TABLE.wage, Parse.decimal())
                .take("Opened", Homes.TABLE.opened, Parse.date("yyyy-MM-dd"))
                .take("Kind", Homes.TABLE.kind, Parse.code())
                .layout()));
  }

  @Test
  void shouldTakeInTheSheetOfTheDataAndAccountForEveryRow() throws IOException {
    Desk desk = new Desk(folder).deliver("homes/HOMES_201501.xlsx", workbook());

    Deliveries.Taken report = desk.run(homes());

    assertThat(Desk.counts(report)).containsExactly("HOMES_201501.xlsx ingested 3 = 2 + 1 + 0");
    assertThat(desk.rows(Homes.TABLE))
        .containsExactly(
            "[2015-01-01,HOMES_201501.xlsx,4,h1,20,9.50,2011-04-01,N]",
            "[2015-01-01,HOMES_201501.xlsx,5,h2,12,null,null,null]");
    assertThat(desk.rows(Rejects.of(Homes.TABLE)))
        .containsExactly(
            "[2015-01-01,HOMES_201501.xlsx,6,BAD_NUMBER,"
                + "Beds 'many' is not a number of the column's kind,Beds,h1,many,,,]");
  }
}
