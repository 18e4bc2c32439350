package careworkforce.common.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first sheet of an XLSX workbook as comma-separated text, a line a row of the sheet, so that
 * layouts read it as any delivered file. Numbers stand as they are stored; a number that is shown
 * as a date becomes {@code yyyy-MM-dd} (day 1 is 1900-01-01, and 1900 has a 29 February, as Excel
 * has it). Cells that are empty at a row's end need not be written down: rows below the header are
 * filled up to its width, and one of empty cells alone is a blank line. Text of more than 256 MiB
 * is refused, as one shared text may stand in every cell.
 */
final class SheetText implements PlainXml.Visitor {
  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_COLUMNS = 16_384;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final int preamble;
  private final List<String> texts;
  private final Set<String> dates;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> row = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private int rows;
  private int width;
  private String type = "";
  private String style = "";
  private boolean within;

  private SheetText(int preamble, List<String> texts, Set<String> dates) {
    this.preamble = preamble;
    this.texts = texts;
    this.dates = dates;
  }

  /**
   * Unpacks a workbook and gives its first sheet.
   *
   * @param preamble rows before the header
   */
  static InputStream open(InputStream packed, int preamble) throws IOException {
    WorkbookParts parts = WorkbookParts.of(packed);
    SheetText sheet =
        new SheetText(
            preamble,
            SharedTexts.of(parts.part(WorkbookParts.TEXTS)),
            DateStyles.of(parts.part(WorkbookParts.STYLES)));
    PlainXml.read(parts.part(WorkbookParts.SHEET), sheet);
    return new ByteArrayInputStream(sheet.out.toByteArray());
  }

  @Override
  public void begin(String element, XMLStreamReader attributes) throws ZipException {
    switch (element) {
      case "row" -> {
        row.clear();
        String number = attributes.getAttributeValue(null, "r");
        while (number != null && rows + 1 < number(number)) {
          line(""); // rows without a cell are not written down
        }
      }
      case "c" -> {
        type = Objects.requireNonNullElse(attributes.getAttributeValue(null, "t"), "n");
        style = Objects.requireNonNullElse(attributes.getAttributeValue(null, "s"), "");
        value.setLength(0);
        fill(attributes.getAttributeValue(null, "r"));
      }
      case "v", "t" -> within = true;
      default -> {}
    }
  }

  /** Empty cells are not written down either. */
  private void fill(@org.jspecify.annotations.Nullable String place) throws ZipException {
    if (place == null) {
      return;
    }
    int column = 0;
    for (int i = 0; i < place.length() && Character.isUpperCase(place.charAt(i)); i++) {
      column = column * 26 + place.charAt(i) - 'A' + 1;
      if (column > MOST_COLUMNS) {
        throw new ZipException("it has more than " + MOST_COLUMNS + " columns");
      }
    }
    while (row.size() + 1 < column) {
      row.add("");
    }
  }

  @Override
  public void text(String text) {
    if (within) {
      value.append(text);
    }
  }

  @Override
  public void end(String element) throws ZipException {
    switch (element) {
      case "v", "t" -> within = false;
      case "c" -> row.add(cell());
      case "row" -> line(filled());
      default -> {}
    }
  }

  /** The row's cells, as many as the header has; nothing where all are empty. */
  private String filled() {
    if (row.stream().allMatch(String::isEmpty)) {
      return "";
    }
    if (rows == preamble) {
      width = row.size();
    }
    while (row.size() < width) {
      row.add("");
    }
    return String.join(",", row);
  }

  private String cell() throws ZipException {
    String raw = value.toString();
    if (type.equals("s")) {
      int number = number(raw);
      if (number >= texts.size()) {
        throw new ZipException("a cell names a text that is not there");
      }
      return quoted(texts.get(number));
    }
    if (type.equals("n") && dates.contains(style) && raw.matches("\\d{1,7}(\\.\\d+)?")) {
      return DAY_ZERO.plusDays((long) Double.parseDouble(raw)).toString();
    }
    return quoted(raw);
  }

  private static int number(String digits) throws ZipException {
    if (!digits.matches("\\d{1,9}")) {
      throw new ZipException("a row or a cell is numbered '" + digits + "'");
    }
    return Integer.parseInt(digits);
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void line(String line) throws ZipException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (out.size() + (long) bytes.length > MOST_BYTES) {
      throw new ZipException("its sheet holds more than " + MOST_BYTES + " bytes of text");
    }
    out.writeBytes(bytes);
    rows++;
  }
}
