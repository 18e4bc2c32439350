package careworkforce.common.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamReader;

/**
 * A sheet of an XLSX workbook as comma-separated text, a line a row of the sheet, so that layouts
 * read it as any delivered file. Numbers have the 15 significant digits that a spreadsheet shows:
 * {@code 8.7200000000000006} is stored and 8.72 meant. One that is shown as a date becomes {@code
 * yyyy-MM-dd} (day 1 is 1900-01-01, and 1900 has a 29 February, as Excel has it). Cells that are
 * empty at a row's end need not be written down: rows are filled up to the width of the header, or
 * that of a layout without one, and one of empty cells alone is a blank line. Text of more than 256
 * MiB is refused, as one shared text may stand in every cell.
 */
final class SheetText implements PlainXml.Visitor {
  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_COLUMNS = 16_384;

  /** A number that is not written as a whole one: with places, or with an exponent. */
  private static final Pattern FRACTION =
      Pattern.compile("-?\\d{1,20}(\\.\\d{1,20}([eE][+-]?\\d{1,3})?|[eE][+-]?\\d{1,3})");

  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final int preamble;
  private final boolean positional;
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

  private SheetText(int preamble, int width, List<String> texts, Set<String> dates) {
    this.preamble = preamble;
    this.positional = width > 0;
    this.width = width;
    this.texts = texts;
    this.dates = dates;
  }

  /**
   * Unpacks a workbook and gives one of its sheets.
   *
   * @param names that the sheet may have; none for the first
   * @param preamble rows before the header
   * @param width columns of a sheet without header; 0 where there is one
   */
  static InputStream open(InputStream packed, List<String> names, int preamble, int width)
      throws IOException {
    WorkbookParts parts = WorkbookParts.of(packed);
    WorkbookSheets sheets = WorkbookSheets.of(parts);
    SheetText sheet =
        new SheetText(
            preamble,
            width,
            SharedTexts.of(parts.part(sheets.texts())),
            DateStyles.of(parts.part(sheets.styles())));
    PlainXml.read(parts.part(sheets.sheet(names)), sheet);
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

  /** The row's cells, at least as many as there are columns; nothing where all are empty. */
  private String filled() {
    if (row.stream().allMatch(String::isEmpty)) {
      return "";
    }
    if (rows == preamble && !positional) {
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
    return type.equals("n") ? shown(raw) : quoted(raw);
  }

  /** A number as a spreadsheet shows it; one beyond what it can hold stands as it is. */
  private static String shown(String stored) {
    if (!FRACTION.matcher(stored).matches()) {
      return quoted(stored);
    }
    BigDecimal rounded = new BigDecimal(stored).round(SHOWN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
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
